"""What was asked and answered: the record that audits, evaluation and FOI requests need.

Questions and answers of public software are themselves disclosable, and are kept no longer than
the retention that is set.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from pydantic import TypeAdapter

from index.catalogue.connection import connect, transaction
from index.settings import IndexSettings


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """What an answer stood on. `sha256` is the version of the document that was quoted."""

    document: str
    sha256: str
    passage: str
    locator: str
    quote: str


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """One question and its answer. `channel` is where it was asked ("page", "cli", "request").

    `searched` are the terms searched for, `model` the language model that wrote, if one did.
    `id` is given when the record is kept.
    """

    question: str
    status: str
    text: str
    citations: tuple[CitedPassage, ...]
    generation: int
    seconds: float
    at: datetime
    channel: str
    searched: tuple[str, ...] = ()
    model: str | None = None
    id: int | None = None


_RECORD: TypeAdapter[AnswerRecord] = TypeAdapter(AnswerRecord)


class AnswerLog:
    """The answer records of one library. Each call stands by itself, from any thread."""

    def __init__(self, settings: IndexSettings) -> None:
        self._path = settings.catalogue_path

    def add(self, record: AnswerRecord) -> int:
        """Keep a record; the id it has from now on."""
        with closing(connect(self._path)) as catalogue:
            made = catalogue.execute(
                "INSERT INTO answers (at, generation, status, seconds, record)"
                " VALUES (?, ?, ?, ?, ?)",
                (
                    _instant(record.at),
                    record.generation,
                    record.status,
                    record.seconds,
                    _RECORD.dump_json(record).decode(),
                ),
            )
            assert made.lastrowid is not None
            return made.lastrowid

    def get(self, number: int) -> AnswerRecord | None:
        """One record; None if there is none, or not any more."""
        with closing(connect(self._path)) as catalogue:
            row = catalogue.execute(
                "SELECT id, record FROM answers WHERE id = ?", (number,)
            ).fetchone()
            return None if row is None else _decode(row)

    def since(self, start: datetime, *, limit: int = 1000) -> tuple[AnswerRecord, ...]:
        """Records from `start` on, newest first, `limit` at most."""
        with closing(connect(self._path)) as catalogue:
            rows = catalogue.execute(
                "SELECT id, record FROM answers WHERE at >= ? ORDER BY at DESC, id DESC LIMIT ?",
                (_instant(start), limit),
            )
            return tuple(_decode(row) for row in rows)

    def counts(self, start: datetime) -> dict[str, int]:
        """How many answers there were of each status, from `start` on."""
        with closing(connect(self._path)) as catalogue:
            rows = catalogue.execute(
                "SELECT status, count(*) FROM answers WHERE at >= ? GROUP BY status"
                " ORDER BY status",
                (_instant(start),),
            )
            return {row[0]: row[1] for row in rows}

    def forget(self, *, days: int, today: datetime | None = None) -> int:
        """Remove the records older than `days`; how many there were."""
        end = (today or datetime.now(UTC)) - timedelta(days=days)
        with closing(connect(self._path)) as catalogue:
            with transaction(catalogue):
                gone = catalogue.execute("DELETE FROM answers WHERE at < ?", (_instant(end),))
            # What was forgotten must not stay readable in the log.
            catalogue.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return gone.rowcount


def _instant(time: datetime) -> str:
    """One form for all, so that they compare as text. A time without a zone is local."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def _decode(row: sqlite3.Row) -> AnswerRecord:
    return replace(_RECORD.validate_json(row["record"]), id=row["id"])
