"""The register of requests for information, in the catalogue.

What a request is belongs to the assistant, which hands its requests over as JSON. The letter and
the person who wrote it are rows of their own, so that they can be left out of everything and
deleted when their time is over; nothing here is ever indexed for search.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from index.catalogue.connection import connect, transaction
from index.errors import RequestExists, UnknownRequest
from index.settings import IndexSettings


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request as it is stored. `body` is the assistant's JSON."""

    id: str
    received: date
    state: str
    changed: datetime
    body: str


@dataclass(frozen=True, slots=True)
class LetterRow:
    """The letter as received, its fingerprint, and who wrote it, as JSON."""

    letter: str
    fingerprint: str
    requester: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something done to a request."""

    at: datetime
    by: str
    what: str
    detail: str


class RequestStore:
    """Reads and writes the register of one library. Each call stands by itself, from any thread."""

    def __init__(self, settings: IndexSettings) -> None:
        self._path = settings.catalogue_path

    def add(self, row: RequestRow, letter: LetterRow, event: EventRow) -> None:
        """Enter a new request with its letter. Raises RequestExists."""
        with self._writing() as catalogue:
            if _find(catalogue, row.id) is not None:
                raise RequestExists(
                    f"There is a request {row.id} already", "Choose another reference"
                )
            _write(catalogue, row)
            catalogue.execute(
                "INSERT INTO request_letters (request, letter, fingerprint, requester)"
                " VALUES (?, ?, ?, ?)",
                (row.id, letter.letter, letter.fingerprint, letter.requester),
            )
            _note(catalogue, row.id, event)

    def save(self, row: RequestRow, event: EventRow | None = None) -> None:
        """Write a request's present state and, with it, what was done. Raises UnknownRequest."""
        with self._writing() as catalogue:
            _known(catalogue, row.id)
            _write(catalogue, row)
            if event is not None:
                _note(catalogue, row.id, event)

    def note(self, request: str, event: EventRow) -> None:
        """Write down something done that changes no state. Raises UnknownRequest."""
        with self._writing() as catalogue:
            _known(catalogue, request)
            _note(catalogue, request, event)

    def load(self, request: str) -> RequestRow:
        """One request. Raises UnknownRequest."""
        with closing(connect(self._path)) as catalogue:
            return _known(catalogue, request)

    def all(self) -> tuple[RequestRow, ...]:
        """Every request, the latest received first."""
        with closing(connect(self._path)) as catalogue:
            found = catalogue.execute("SELECT * FROM requests ORDER BY received DESC, id DESC")
            return tuple(_row(row) for row in found)

    def letter(self, request: str) -> LetterRow | None:
        """The letter of a request; None once it has been deleted. Raises UnknownRequest."""
        with closing(connect(self._path)) as catalogue:
            _known(catalogue, request)
            row = catalogue.execute(
                "SELECT letter, fingerprint, requester FROM request_letters WHERE request = ?",
                (request,),
            ).fetchone()
            return LetterRow(*row) if row else None

    def with_letter(self, fingerprint: str) -> tuple[str, ...]:
        """The ids of the requests whose letter has `fingerprint`."""
        with closing(connect(self._path)) as catalogue:
            found = catalogue.execute(
                "SELECT request FROM request_letters WHERE fingerprint = ? ORDER BY request",
                (fingerprint,),
            )
            return tuple(str(row[0]) for row in found)

    def events(self, request: str) -> tuple[EventRow, ...]:
        """Everything done to a request, oldest first. Raises UnknownRequest."""
        with closing(connect(self._path)) as catalogue:
            _known(catalogue, request)
            found = catalogue.execute(
                "SELECT at, by, what, detail FROM request_events WHERE request = ? ORDER BY id",
                (request,),
            )
            return tuple(EventRow(datetime.fromisoformat(row[0]), *row[1:]) for row in found)

    def forget_letter(self, request: str, event: EventRow) -> None:
        """Delete a letter and its requester for good; the rest stays. Raises UnknownRequest."""
        with self._writing() as catalogue:
            _known(catalogue, request)
            catalogue.execute("DELETE FROM request_letters WHERE request = ?", (request,))
            _note(catalogue, request, event)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with closing(connect(self._path)) as catalogue, transaction(catalogue):
            yield catalogue


def _find(catalogue: sqlite3.Connection, request: str) -> RequestRow | None:
    row = catalogue.execute("SELECT * FROM requests WHERE id = ?", (request,)).fetchone()
    return None if row is None else _row(row)


def _known(catalogue: sqlite3.Connection, request: str) -> RequestRow:
    found = _find(catalogue, request)
    if found is None:
        raise UnknownRequest(f"There is no request {request} in the register", "See: pcc foi list")
    return found


def _write(catalogue: sqlite3.Connection, row: RequestRow) -> None:
    catalogue.execute(
        "INSERT INTO requests (id, received, state, changed, request) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET received = excluded.received, state = excluded.state,"
        " changed = excluded.changed, request = excluded.request",
        (row.id, row.received.isoformat(), row.state, row.changed.isoformat(), row.body),
    )


def _note(catalogue: sqlite3.Connection, request: str, event: EventRow) -> None:
    catalogue.execute(
        "INSERT INTO request_events (request, at, by, what, detail) VALUES (?, ?, ?, ?, ?)",
        (request, event.at.astimezone(UTC).isoformat(), event.by, event.what, event.detail),
    )


def _row(row: sqlite3.Row) -> RequestRow:
    return RequestRow(
        row["id"],
        date.fromisoformat(row["received"]),
        row["state"],
        datetime.fromisoformat(row["changed"]),
        row["request"],
    )
