"""Who is asking, as far as the network says: by address only, for limits and nothing else."""

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address

from starlette.types import ASGIApp, Receive, Scope, Send

Networks = tuple[IPv4Network | IPv6Network, ...]

_FORWARDED = (b"x-forwarded-", b"forwarded")


@dataclass(frozen=True, slots=True)
class Visitor:
    """One visitor: their network address, and the session of the page they have open."""

    address: str
    session: str

    @property
    def key(self) -> str:
        """Names the visitor for a limit."""
        return f"{self.address} {self.session}"


class Forwarded:
    """Believe X-Forwarded-For and -Proto from trusted proxies; drop every such header otherwise.

    Without this anyone could choose the address their limits are counted by, and the host name
    that links are built from.
    """

    def __init__(self, app: ASGIApp, trusted: Networks) -> None:
        self._app = app
        self._trusted = trusted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on with the real client, or with the headers dropped."""
        if scope["type"] == "http":
            scope = self._trusting(scope) if self._is_trusted(_peer(scope)) else _stripped(scope)
        await self._app(scope, receive, send)

    def _trusting(self, scope: Scope) -> Scope:
        headers = dict(scope["headers"])
        named = headers.get(b"x-forwarded-for", b"").decode("latin-1").split(",")
        hops = [hop.strip() for hop in named if hop.strip()]
        outside = [hop for hop in hops if not self._is_trusted(hop)]
        scheme = headers.get(b"x-forwarded-proto", b"").decode("latin-1").split(",")[0].strip()
        client = (outside[-1][:64], 0) if outside else scope.get("client")
        kept = {"client": client}
        return {**scope, **kept, "scheme": scheme if scheme in ("http", "https") else "http"}

    def _is_trusted(self, address: str) -> bool:
        try:
            parsed = ip_address(address)
        except ValueError:
            return False
        return any(parsed in network for network in self._trusted)


def address_of(scope: Scope) -> str:
    """The client's address, "local" where there is none (a socket file)."""
    return _peer(scope) or "local"


def _peer(scope: Scope) -> str:
    client = scope.get("client")
    return client[0] if client else ""


def _stripped(scope: Scope) -> Scope:
    kept = [pair for pair in scope["headers"] if not pair[0].lower().startswith(_FORWARDED)]
    return {**scope, "headers": kept}
