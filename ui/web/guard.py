"""Nobody comes to the officer pages without a login."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.pages.login import login_address, user_of
from ui.services import Services
from ui.web.gate import OFFICER
from ui.web.replies import path_within, reply


class Guard:
    """Send visitors of officer pages to the log-in page, and refuse their other requests.

    What is passed on has the name of the user in `scope["user_name"]`.
    """

    def __init__(self, app: ASGIApp, services: Services) -> None:
        self._app = app
        self._services = services

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on with a name, or turn away."""
        path = path_within(scope) if scope["type"] == "http" else ""
        if not (path == OFFICER or path.startswith(f"{OFFICER}/")):
            await self._app(scope, receive, send)
            return
        user = await run_in_threadpool(user_of, self._services, Request(scope))
        if user is not None:
            await self._app({**scope, "user_name": user}, receive, send)
        elif scope["method"] in ("GET", "HEAD") and "/gradio_api/" not in path:
            address = login_address(self._services, path if path != OFFICER else f"{OFFICER}/")
            await RedirectResponse(address, 303)(scope, receive, send)
        else:
            await reply(scope, receive, send, 401, "Log in first.")
