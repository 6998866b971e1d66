"""Which of Gradio's routes are open: those the pages use, and no others.

Gradio mounts several dozen routes (uploads, file serving, a proxy, monitoring, code editing). The
public page needs eleven of them; the officer pages also need uploads and the files they made.
"""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

from ui.web.replies import path_within

_ID = r"[A-Za-z0-9_-]{1,64}"

_EVERYBODY_GET = (
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
)
_EVERYBODY_POST = (r"/gradio_api/queue/join/?", r"/gradio_api/call/ask/?")
_OFFICER_GET = (
    *_EVERYBODY_GET,
    r"/[a-z][a-z-]{0,30}",
    r"/gradio_api/file=[^\0]+",
    r"/gradio_api/upload_progress",
)
_OFFICER_POST = (*_EVERYBODY_POST, r"/gradio_api/upload/?")

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
        self._public = {"GET": _either(_EVERYBODY_GET), "POST": _either(_EVERYBODY_POST)}
        self._officer = {"GET": _either(_OFFICER_GET), "POST": _either(_OFFICER_POST)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is open."""
        if scope["type"] == "http" and not self._is_open(path_within(scope), scope["method"]):
            await self._missing(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_open(self, path: str, method: str) -> bool:
        if any(path == own or path.startswith(f"{own}/") for own in self._own):
            return True
        method = "GET" if method == "HEAD" else method
        if path == OFFICER or path.startswith(f"{OFFICER}/"):
            table, path = self._officer, path.removeprefix(OFFICER)
        else:
            table = self._public
        return method in table and table[method].fullmatch(path) is not None


def _either(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
