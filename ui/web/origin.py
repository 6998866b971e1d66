"""Forms and calls that change something must come from our own pages.

Browsers say where a request comes from in Sec-Fetch-Site and Origin (Fetch standard). A program
that sends neither has no login cookie of somebody else's to misuse, so it is let through except
on the officer pages.
"""

from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from ui.web.gate import OFFICER
from ui.web.replies import path_within, reply

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_FOREIGN = "This request did not come from one of our own pages."


class OwnOrigin:
    """Reply 403 to a changing request from another site."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is safe or ours."""
        if scope["type"] == "http" and scope["method"] not in _SAFE and not _is_ours(scope):
            await reply(scope, receive, send, 403, _FOREIGN)
            return
        await self._app(scope, receive, send)


def _is_ours(scope: Scope) -> bool:
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    site = headers.get(b"sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get(b"origin")
    if origin is not None:
        return bool(urlsplit(origin).netloc == headers.get(b"host"))
    return not path_within(scope).startswith(OFFICER)
