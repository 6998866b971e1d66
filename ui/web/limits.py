"""Limits on bodies and on how many requests one address may send."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.limiter import Limiter
from ui.settings import LimitSettings
from ui.web.replies import path_within, reply
from ui.web.visitors import address_of

_TOO_LARGE = "This is larger than the service accepts."
_TOO_MANY = "Too many requests from your network address. Wait a minute and try again."
_READ_AWAY = 4_000_000
_MULTIPART_SLACK = 64_000
_UNCOUNTED = ("/assets/", "/static/", "/theme.css", "/officer/assets/", "/officer/static/")


class BodyLimit:
    """Refuse a body over its limit, by what it announces and by what comes.

    `large` are path beginnings that take uploads; everything else takes `body_bytes`.
    """

    def __init__(self, app: ASGIApp, limits: LimitSettings, large: tuple[str, ...]) -> None:
        self._app = app
        self._small = limits.body_bytes
        self._upload = limits.upload_bytes + _MULTIPART_SLACK
        self._large = large

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on with a counted body."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        allowed = self._upload if path_within(scope).startswith(self._large) else self._small
        if _announced(scope) > allowed:
            await _read_away(receive)
            await reply(scope, receive, send, 413, _TOO_LARGE)
            return
        await self._app(scope, _counted(receive, allowed), send)


class RequestLimit:
    """Refuse an address that sends more requests than its visitors could need."""

    def __init__(self, app: ASGIApp, limits: LimitSettings) -> None:
        self._app = app
        self._limiter = Limiter(limits.requests_per_minute, limits.requests_per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or reply 429."""
        counted = scope["type"] == "http" and not path_within(scope).startswith(_UNCOUNTED)
        if counted and self._limiter.wait_for(address_of(scope)) is None:
            await reply(scope, receive, send, 429, _TOO_MANY, Retry_After="60")
            return
        await self._app(scope, receive, send)


async def _read_away(receive: Receive) -> None:
    """Take some of a body that nobody wants: a client that is still sending may miss the reply."""
    taken = 0
    while taken < _READ_AWAY:
        message = await receive()
        taken += len(message.get("body", b""))
        if message["type"] != "http.request" or not message.get("more_body"):
            return


def _announced(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0


def _counted(receive: Receive, allowed: int) -> Receive:
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        if message["type"] == "http.request":
            taken += len(message.get("body", b""))
            if taken > allowed:
                raise HTTPException(413, _TOO_LARGE)
        return message

    return counted
