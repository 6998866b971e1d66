"""Users and logins in a small SQLite file of their own.

Apart from the catalogue, so that a login never waits for an ingest and no copy of the library
carries passwords.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

_TABLES = """
CREATE TABLE IF NOT EXISTS users (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    password TEXT NOT NULL,     -- argon2id, in its own encoded form
    added TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS logins (
    token TEXT PRIMARY KEY,     -- SHA-256 of the cookie: a copy of this file lets nobody in
    name TEXT NOT NULL COLLATE NOCASE REFERENCES users (name) ON DELETE CASCADE,
    ends REAL NOT NULL          -- seconds since 1970
);
CREATE TABLE IF NOT EXISTS failures (
    name TEXT NOT NULL COLLATE NOCASE,
    at REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS failures_name ON failures (name, at);
"""


class AccountStore:
    """The file, opened when it is first used. Safe to use from several threads and processes."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "accounts.sqlite3"
        self._connection: sqlite3.Connection | None = None
        self._lock = RLock()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are all written at the end, or none of them."""
        with self._lock:
            connection = self._opened()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file; it opens again when it is used."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
            connection = sqlite3.connect(
                self._path, timeout=10, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.executescript(_TABLES)
            self._connection = connection
        return self._connection
