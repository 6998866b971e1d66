"""Requests for information, kept as their owner writes them.

What a request holds is the business of `assistant`; the library keeps it safe, beside the
documents that it is answered from.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime

from index.catalogue.connection import connect
from index.catalogue.writing import now
from index.settings import IndexSettings


@dataclass(frozen=True, slots=True)
class StoredRequest:
    """A request: its reference, the day it came, its state, and the whole of it as JSON."""

    id: str
    received: date
    state: str
    changed: datetime
    content: str


class RequestStore:
    """The requests of one library. Each call stands by itself, from any thread."""

    def __init__(self, settings: IndexSettings) -> None:
        self._path = settings.catalogue_path

    def put(self, reference: str, received: date, state: str, content: str) -> None:
        """Keep a request, in place of what was kept under its reference."""
        with closing(connect(self._path)) as catalogue:
            catalogue.execute(
                "INSERT INTO requests (id, received, state, changed, request)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                " received = excluded.received, state = excluded.state,"
                " changed = excluded.changed, request = excluded.request",
                (reference, received.isoformat(), state, now(), content),
            )

    def get(self, reference: str) -> StoredRequest | None:
        """One request; None if there is none of that reference."""
        with closing(connect(self._path)) as catalogue:
            row = catalogue.execute("SELECT * FROM requests WHERE id = ?", (reference,)).fetchone()
            return None if row is None else _decode(row)

    def all(self, state: str | None = None) -> tuple[StoredRequest, ...]:
        """Every request (in one state), the oldest first."""
        with closing(connect(self._path)) as catalogue:
            rows = catalogue.execute(
                "SELECT * FROM requests WHERE :state IS NULL OR state = :state"
                " ORDER BY received, id",
                {"state": state},
            )
            return tuple(_decode(row) for row in rows)

    def remove(self, reference: str) -> None:
        """Forget a request."""
        with closing(connect(self._path)) as catalogue:
            catalogue.execute("DELETE FROM requests WHERE id = ?", (reference,))


def _decode(row: sqlite3.Row) -> StoredRequest:
    return StoredRequest(
        row["id"],
        date.fromisoformat(row["received"]),
        row["state"],
        datetime.fromisoformat(row["changed"]),
        row["request"],
    )
