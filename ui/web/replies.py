"""Short plain replies, sent from outside the pages."""

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send


async def reply(
    scope: Scope, receive: Receive, send: Send, status: int, message: str, **headers: str
) -> None:
    """Answer with a line of plain text."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    response = PlainTextResponse(message + "\n", status, headers=named)
    await response(scope, receive, send)


def path_within(scope: Scope) -> str:
    """The path as the pages see it, without the sub-path of the proxy."""
    path: str = scope["path"]
    root: str = scope.get("root_path", "")
    return path[len(root) :] if root and path.startswith(root) else path
