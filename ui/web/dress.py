"""Gradio's page in our own clothes: title, style, header and footer, and nothing from elsewhere."""

import re
from collections.abc import Callable

from markupsafe import Markup
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.render.shell import Frame
from ui.web.headers import gradio_policy

FrameFor = Callable[[Scope], Frame | None]
"""The frame of the page that a request is for; None where Gradio draws no page."""

_OUTSIDE_META = re.compile(r'\s*<meta\s+(?:property="og:|name="twitter:)[^>]*?/>')
_MANIFEST = re.compile(r'\s*<link rel="manifest"[^>]*>')
_SCRIPT = re.compile(r"<script(?=[\s>])")
_BODY = re.compile(r"<body[^>]*>")


class Dress:
    """Rewrite the HTML of the pages that Gradio draws."""

    def __init__(self, app: ASGIApp, frame_for: FrameFor) -> None:
        self._app = app
        self._frame_for = frame_for

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold back an HTML reply until it is whole, then send it dressed."""
        frame = self._frame_for(scope) if scope["type"] == "http" else None
        if frame is None:
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def hold(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if message.get("more_body") or start is None:
                return
            if _is_html(start):
                body = dressed(body.decode("utf-8"), frame, scope["nonce"]).encode("utf-8")
                headers = MutableHeaders(scope=start)
                headers["Content-Length"] = str(len(body))
                headers["Content-Security-Policy"] = gradio_policy(scope["nonce"])
            await send(start)
            await send({"type": "http.response.body", "body": body})

        await self._app(scope, receive, hold)


def dressed(html: str, frame: Frame, nonce: str) -> str:
    """Gradio's HTML with our head, header and footer around its app, and a nonce on each script.

    The config that Gradio writes into a script is left as it is, but for script tags, which it
    cannot hold: Gradio escapes every "<" in it.
    """
    html = _MANIFEST.sub("", _OUTSIDE_META.sub("", html))
    html = _SCRIPT.sub(Markup('<script nonce="{}"').format(nonce), html)
    html = html.replace("<gradio-app", '<gradio-app id="main" tabindex="-1"', 1)
    html = html.replace("</head>", f"{frame.head}</head>", 1)
    body = _BODY.search(html)
    if body is None:
        return html
    html = f'{html[: body.start()]}<body id="page">{frame.before}{html[body.end() :]}'
    end = html.rindex("</body>")
    return f"{html[:end]}{frame.after}{html[end:]}"


def _is_html(start: Message) -> bool:
    kind = MutableHeaders(scope=start).get("content-type", "")
    return bool(start["status"] == 200 and kind.startswith("text/html"))
