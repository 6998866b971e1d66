"""Pages under a sub-path of somebody else's site, behind a reverse proxy."""

from starlette.types import ASGIApp, Receive, Scope, Send


class SubPath:
    """Serve everything under `prefix`, whether or not the proxy has cut it off the path."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self._app = app
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on with the prefix in both the path and the root path, as ASGI wants it."""
        if self._prefix and scope["type"] == "http":
            path = scope["path"]
            inside = path == self._prefix or path.startswith(f"{self._prefix}/")
            full = path if inside else f"{self._prefix}{path}"
            scope = {**scope, "path": full, "root_path": self._prefix}
            scope["raw_path"] = full.encode("utf-8")
        await self._app(scope, receive, send)
