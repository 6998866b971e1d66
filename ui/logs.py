"""Logs as one JSON object a line, for whatever collects them.

What visitors write (questions, search words, feedback) is in no line at INFO or above: paths are
logged without their query, answers by the name of their record.
"""

import json
import logging
import sys
import time
from datetime import UTC, datetime

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.web.replies import path_within

_log = logging.getLogger(__name__)

_NOISY = ("httpx", "gradio", "matplotlib", "asyncio", "chromadb", "python_multipart", "PIL")


class JsonLines(logging.Formatter):
    """A record with its time (UTC), level, logger, message, and what `fields` holds."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["fault"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def set_up_logs(level: str) -> None:
    """Send every log of this process to standard error as JSON lines, from `level` on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)


class AccessLog:
    """One line at DEBUG for each request: method, path without its query, status, milliseconds."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on and time it."""
        if scope["type"] != "http" or not _log.isEnabledFor(logging.DEBUG):
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        await self._app(scope, receive, noting)
        fields = {
            "method": scope["method"],
            "path": path_within(scope),
            "status": status,
            "milliseconds": round((time.perf_counter() - started) * 1000),
        }
        _log.debug("request", extra={"fields": fields})
