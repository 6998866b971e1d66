"""The record of answers given, and of visitors who said that one is wrong.

Kept in a file of its own beside the catalogue: visitors' questions have another life than the
documents (they expire), and an answer must not wait for an ingest that holds the catalogue.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from threading import RLock
from typing import Any

from assistant.answer import Answer, AnswerStatus
from eval.answers import row_of

_TABLES = """
CREATE TABLE IF NOT EXISTS answers (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    audience TEXT NOT NULL,
    status TEXT NOT NULL,
    record TEXT NOT NULL        -- JSON: question, row, generation, program
);
CREATE INDEX IF NOT EXISTS answers_at ON answers (at);
CREATE TABLE IF NOT EXISTS complaints (
    answer TEXT PRIMARY KEY REFERENCES answers (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    words TEXT NOT NULL,
    seen TEXT                   -- when an officer marked it as dealt with, and who
);
"""
_UNSTORED = frozenset({AnswerStatus.BLOCKED_PERSONAL_DATA, AnswerStatus.BLOCKED_TOO_LONG})
LONGEST_COMPLAINT = 1_000


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """One answer given. `row` is a row of `pcc answer-batch` (docs/CONTRACTS.md)."""

    id: str
    at: str
    audience: str
    status: str
    question: str
    generation: int
    program: str
    settings: dict[str, Any]
    row: dict[str, Any]
    complaint: str | None = None
    seen: str | None = None


class AnswerRecords:
    """The records of one data folder. Safe to use from several threads and processes."""

    def __init__(
        self, data_dir: Path, keep_days: int, conditions: Mapping[str, Any] | None = None
    ) -> None:
        """`conditions` are the settings that answers are made under; each record keeps them."""
        data_dir.mkdir(parents=True, exist_ok=True)
        path = data_dir / "answers.sqlite3"
        path.touch(mode=0o600)
        self._keep = timedelta(days=keep_days)
        self._conditions = dict(conditions or {})
        self._expired = ""
        self._lock = RLock()
        self._rows = sqlite3.connect(
            path, timeout=10, isolation_level=None, check_same_thread=False
        )
        for pragma in ("journal_mode = WAL", "foreign_keys = ON", "secure_delete = ON"):
            self._rows.execute(f"PRAGMA {pragma}")
        self._rows.executescript(_TABLES)

    def add(self, record: str, audience: str, answer: Answer, generation: int) -> None:
        """Write down an answer under the name `record`.

        A question refused for what it holds is not written down, only that one was refused.
        """
        question = "" if answer.status in _UNSTORED else answer.question
        stored = {
            "question": question,
            "generation": generation,
            "program": version("pcc-assistant"),
            "settings": self._conditions,
            "row": row_of(record, answer).model_dump(mode="json"),
        }
        with self._lock:
            if self._expired != _now()[:10]:
                self.expire()
            self._rows.execute(
                "INSERT INTO answers VALUES (?, ?, ?, ?, ?)",
                (record, _now(), audience, answer.status.value, json.dumps(stored)),
            )

    def complain(self, record: str, words: str) -> bool:
        """Keep what a visitor says is wrong with an answer; False if there is no such answer."""
        with self._lock:
            if not self._rows.execute("SELECT 1 FROM answers WHERE id = ?", (record,)).fetchone():
                return False
            self._rows.execute(
                "INSERT INTO complaints VALUES (?, ?, ?, NULL) ON CONFLICT (answer) "
                "DO UPDATE SET at = excluded.at, words = excluded.words, seen = NULL",
                (record, _now(), words[:LONGEST_COMPLAINT]),
            )
        return True

    def mark_seen(self, record: str, by: str) -> None:
        """Note that an officer has dealt with a complaint."""
        with self._lock:
            seen = f"{_now()} {by}"
            self._rows.execute("UPDATE complaints SET seen = ? WHERE answer = ?", (seen, record))

    def complaints(self) -> tuple[AnswerRecord, ...]:
        """Answers that a visitor said are wrong, newest first."""
        return tuple(self._read("WHERE words IS NOT NULL ORDER BY complaints.at DESC"))

    def all(self) -> Iterator[AnswerRecord]:
        """Every record kept, oldest first."""
        yield from self._read("ORDER BY answers.at")

    def expire(self) -> int:
        """Delete what is older than the retention setting allows; how many went."""
        oldest = (datetime.now(UTC) - self._keep).isoformat(timespec="seconds")
        with self._lock:
            self._expired = _now()[:10]
            return self._rows.execute("DELETE FROM answers WHERE at < ?", (oldest,)).rowcount

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._rows.close()

    def _read(self, tail: str) -> list[AnswerRecord]:
        with self._lock:
            rows = self._rows.execute(
                "SELECT id, answers.at, audience, status, record, words, seen "  # noqa: S608 - constant tails
                f"FROM answers LEFT JOIN complaints ON complaints.answer = id {tail}"
            ).fetchall()
        return [_record(row) for row in rows]


def _record(row: tuple[Any, ...]) -> AnswerRecord:
    name, at, audience, status, stored, complaint, seen = row
    return AnswerRecord(
        id=name, at=at, audience=audience, status=status, complaint=complaint, seen=seen,
        **json.loads(stored),
    )  # fmt: skip


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
