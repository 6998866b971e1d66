"""A fault in a page is written down once and told to the visitor in one line."""

import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.web.replies import path_within, reply

_log = logging.getLogger(__name__)
_WORDS = "Something went wrong in the service. The fault was written down."


class Faults:
    """Reply 500 to whatever the pages could not handle, without a word about the inside."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; a reply already begun is left as it is."""
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:  # the last place where it can be caught
            if scope["type"] != "http":
                raise
            fields = {"path": path_within(scope), "method": scope["method"]}
            _log.exception("fault: %s", type(error).__name__, extra={"fields": fields})
            if not begun:
                await reply(scope, receive, noting, 500, _WORDS)
