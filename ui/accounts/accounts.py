"""Log in, log out, and make or remove users."""

import hashlib
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from ui.accounts.store import AccountStore
from ui.errors import AccountError
from ui.settings import AccountSettings

SHORTEST_PASSWORD = 12
"""NCSC and NIST SP 800-63B: length counts, not character classes."""
_LONGEST_PASSWORD = 256
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")


@dataclass(frozen=True, slots=True)
class Login:
    """What came of trying to log in: a token for the cookie, or how long the name is locked."""

    token: str | None
    locked_minutes: int | None = None


class Accounts:
    """The users of one data folder."""

    def __init__(
        self,
        data_dir: Path,
        settings: AccountSettings,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._store = AccountStore(data_dir)
        self._settings = settings
        self._clock = clock
        self._hasher = PasswordHasher()
        self._nobody = self._hasher.hash(secrets.token_hex(16))

    def add(self, name: str, password: str) -> None:
        """Make a user, or give one a new password, which ends their logins.

        Raises AccountError for a name or password that will not do.
        """
        if not _NAME.fullmatch(name):
            raise AccountError(
                f"The name {name!r} will not do: use up to 64 letters, digits, dots, dashes or @."
            )
        if not SHORTEST_PASSWORD <= len(password) <= _LONGEST_PASSWORD:
            raise AccountError(
                f"The password must have {SHORTEST_PASSWORD} to {_LONGEST_PASSWORD} characters: "
                "three or four words are easy to remember."
            )
        hashed = self._hasher.hash(password)
        with self._store.change() as rows:
            rows.execute(
                "INSERT INTO users VALUES (?, ?, ?) "
                "ON CONFLICT (name) DO UPDATE SET password = excluded.password",
                (name, hashed, datetime.now(UTC).isoformat(timespec="seconds")),
            )
            rows.execute("DELETE FROM logins WHERE name = ?", (name,))
            rows.execute("DELETE FROM failures WHERE name = ?", (name,))

    def remove(self, name: str) -> None:
        """Remove a user and end their logins. Raises AccountError for a name not known."""
        with self._store.change() as rows:
            if not rows.execute("DELETE FROM users WHERE name = ?", (name,)).rowcount:
                raise AccountError(f"There is no user {name!r}: see `pcc user list`.")

    def names(self) -> tuple[str, ...]:
        """Every user, in order."""
        with self._store.change() as rows:
            return tuple(row[0] for row in rows.execute("SELECT name FROM users ORDER BY name"))

    def log_in(self, name: str, password: str) -> Login:
        """Check a password. Wrong ones count against the name, known or not, and lock it."""
        locked = self._locked_minutes(name)
        if locked:
            return Login(None, locked)
        known = self._hash_of(name)
        if not self._matches(known or self._nobody, password) or known is None:
            self._count_failure(name)
            return Login(None, self._locked_minutes(name))
        token = secrets.token_urlsafe(32)
        ends = self._clock() + self._settings.session_hours * 3600
        with self._store.change() as rows:
            rows.execute("DELETE FROM failures WHERE name = ?", (name,))
            rows.execute("DELETE FROM logins WHERE ends < ?", (self._clock(),))
            rows.execute("INSERT INTO logins VALUES (?, ?, ?)", (_digest(token), name, ends))
        return Login(token)

    def user_of(self, token: str | None) -> str | None:
        """Whose login this cookie is; None if nobody's, or over."""
        if not token:
            return None
        with self._store.change() as rows:
            row = rows.execute(
                "SELECT users.name FROM logins JOIN users USING (name)"
                " WHERE token = ? AND ends > ?",
                (_digest(token), self._clock()),
            ).fetchone()
        return row[0] if row else None

    def log_out(self, token: str | None) -> None:
        """End a login."""
        if token:
            with self._store.change() as rows:
                rows.execute("DELETE FROM logins WHERE token = ?", (_digest(token),))

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def _hash_of(self, name: str) -> str | None:
        with self._store.change() as rows:
            row = rows.execute("SELECT password FROM users WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def _matches(self, hashed: str, password: str) -> bool:
        try:
            return self._hasher.verify(hashed, password[: _LONGEST_PASSWORD + 1])
        except (VerificationError, InvalidHashError):
            return False

    def _count_failure(self, name: str) -> None:
        with self._store.change() as rows:
            rows.execute("DELETE FROM failures WHERE at < ?", (self._clock() - 86_400,))
            rows.execute("INSERT INTO failures VALUES (?, ?)", (name[:64], self._clock()))

    def _locked_minutes(self, name: str) -> int | None:
        """Minutes left of a lock: it holds from the last of too many failures."""
        lock = self._settings.lock_minutes * 60
        with self._store.change() as rows:
            times = rows.execute(
                "SELECT at FROM failures WHERE name = ? AND at > ? ORDER BY at DESC LIMIT ?",
                (name[:64], self._clock() - lock, self._settings.failures_allowed),
            ).fetchall()
        if len(times) < self._settings.failures_allowed:
            return None
        return max(1, int((times[0][0] + lock - self._clock()) // 60) + 1)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
