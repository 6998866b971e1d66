"""The commitments of the library's documents, as they were found."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from index.catalogue.reading import Entry
from index.results import DocumentRecord
from ingest.commitment import Commitment, CommitmentKind, CommitmentStatus, Due, Update
from ingest.document import Span


@dataclass(frozen=True, slots=True)
class RecordedCommitment:
    """A commitment with the document that holds it."""

    document: DocumentRecord
    commitment: Commitment


def add_commitments(
    connection: sqlite3.Connection,
    commitments: Iterable[Commitment],
    document: str,
    generation: int,
) -> None:
    """Store what was found in the version of `document` that `generation` adds."""
    connection.executemany(
        "INSERT INTO commitments (document, added, ordinal, commitment) VALUES (?, ?, ?, ?)",
        [
            (document, generation, ordinal, encode_commitment(commitment))
            for ordinal, commitment in enumerate(commitments)
        ],
    )


def read_commitments(
    connection: sqlite3.Connection, shown: Mapping[str, Entry], generation: int
) -> Iterator[RecordedCommitment]:
    """What was found in the documents `shown` at `generation`, each document's in its order."""
    rows = connection.execute(
        "SELECT c.document, c.commitment FROM commitments c"
        " JOIN entries e ON e.document = c.document AND e.added = c.added"
        " WHERE e.added <= :generation AND (e.retired IS NULL OR e.retired > :generation)"
        " ORDER BY c.document, c.ordinal",
        {"generation": generation},
    )
    for document, stored in rows:
        entry = shown.get(document)
        if entry is not None:
            yield RecordedCommitment(entry.record, decode_commitment(stored))


def encode_commitment(commitment: Commitment) -> str:
    """A commitment as JSON; dates in ISO form, fields at their default left out."""
    return json.dumps(
        {name: value for name, value in asdict(commitment).items() if value not in (None, "", ())},
        default=lambda value: value.isoformat(),
        ensure_ascii=False,
        separators=(",", ":"),
    )


def decode_commitment(stored: str) -> Commitment:
    """The commitment again.

    By hand and not by pydantic: a register holds tens of thousands, and lists them at once.
    """
    fields: dict[str, Any] = json.loads(stored)
    fields["kind"] = CommitmentKind(fields["kind"])
    fields["status"] = CommitmentStatus(fields["status"])
    fields["span"] = Span(*fields["span"])
    fields["quotes"] = tuple(Span(*span) for span in fields["quotes"])
    fields.setdefault("page", None)
    if "raised" in fields:
        fields["raised"] = date.fromisoformat(fields["raised"])
    if "due" in fields:
        due = fields["due"]
        span = Span(*due["span"]) if due.get("span") else None
        fields["due"] = Due(due["words"], _day(due["start"]), _day(due["end"]), span)
    if "owner_span" in fields:
        fields["owner_span"] = Span(*fields["owner_span"])
    if "updates" in fields:
        fields["updates"] = tuple(
            Update(_day(update["date"]), Span(*update["span"]), update["text"])
            for update in fields["updates"]
        )
    if "meetings" in fields:
        fields["meetings"] = tuple(date.fromisoformat(day) for day in fields["meetings"])
    for name in ("money", "mentions"):
        if name in fields:
            fields[name] = tuple(fields[name])
    return Commitment(**fields)


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)
