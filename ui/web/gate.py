"""Which of Gradio's routes are open: those the pages use, and no others.

Gradio mounts several dozen routes (uploads, file serving, a proxy, monitoring, code editing). Our
two pages that it draws need thirteen of them.
"""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

from ui.web.replies import path_within

_ID = r"[A-Za-z0-9_-]{1,64}"

_OPEN = {
    "GET": (
        r"/?",
        r"/config/?",
        r"/theme\.css",
        r"/assets/[\w.@-]+",
        r"/static/(?:fonts/[\w.-]+|img|js)/[\w.-]+",
        r"/favicon\.ico",
        r"/gradio_api/info/?",
        rf"/gradio_api/heartbeat/{_ID}",
        r"/gradio_api/queue/data",
        rf"/gradio_api/call/ask/{_ID}",
        r"/gradio_api/startup-events",
    ),
    "POST": (r"/gradio_api/queue/join/?", r"/gradio_api/call/ask/?"),
}

OFFICER = "/officer"


class Gate:
    """Let nothing through to Gradio but the routes named above."""

    def __init__(self, app: ASGIApp, own: tuple[str, ...], missing: ASGIApp) -> None:
        """`own` are the path beginnings of our own pages, which are always let through.

        `missing` answers what is not let through.
        """
        self._app = app
        self._missing = missing
        self._own = own
        self._open = {method: re.compile("|".join(paths)) for method, paths in _OPEN.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is open."""
        if scope["type"] == "http" and not self._is_open(path_within(scope), scope["method"]):
            await self._missing(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_open(self, path: str, method: str) -> bool:
        if any(path == own or path.startswith(f"{own}/") for own in self._own):
            return True
        if path == OFFICER or path.startswith(f"{OFFICER}/"):
            path = path.removeprefix(OFFICER)
        allowed = self._open.get("GET" if method == "HEAD" else method)
        return allowed is not None and allowed.fullmatch(path) is not None
