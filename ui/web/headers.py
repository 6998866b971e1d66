"""Security headers on every reply.

Sources: OWASP Secure Headers Project; Content Security Policy Level 3. Our own pages run no inline
script. Gradio's page needs scripts in its HTML (each gets this reply's nonce) and `unsafe-eval`,
because its HTML component compiles its template in the browser; the template is ours and constant.
"""

import secrets

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SHARED = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_OWN = f"{_SHARED}; script-src 'self'; style-src 'self'"

PRINTABLE = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""The policy of a page made to be kept or printed: it has its style within, and nothing else."""

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_HSTS = "max-age=31536000"


def gradio_policy(nonce: str) -> str:
    """The policy of a page that Gradio draws."""
    return f"{_SHARED}; script-src 'self' 'nonce-{nonce}' 'unsafe-eval'; " + (
        "style-src 'self' 'unsafe-inline'; font-src 'self' data:; connect-src 'self'"
    )


class SecurityHeaders:
    """Add the headers, and a nonce in the scope for those who write scripts into HTML."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; whatever has set a policy of its own keeps it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope = {**scope, "nonce": secrets.token_urlsafe(16)}

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _FIXED.items():
                    headers[name] = value
                headers.setdefault("Content-Security-Policy", _OWN)
                headers.setdefault("Cache-Control", "no-store")
                if scope.get("scheme") == "https":
                    headers["Strict-Transport-Security"] = _HSTS
                del headers["server"]
            await send(message)

        await self._app(scope, receive, send_with_headers)
