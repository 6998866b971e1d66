"""What people decide about commitments: kept with who and when, and applied at every reading.

A review names its commitment by document and key, and keeps the words it was made about, so that
it finds its commitment again in a newer version of the document whose words differ a little.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from index.catalogue import writing
from index.catalogue.connection import connect, transaction
from index.errors import DecisionRefused, LibraryMissing, UnknownDocument
from index.settings import IndexSettings


class Verb(StrEnum):
    """What can be decided about a commitment."""

    ACCEPT = "accept"  # a suggestion is one indeed
    REJECT = "reject"  # it is none, and is no longer listed
    CORRECT = "correct"  # fields are set by hand
    MERGE = "merge"  # it belongs to the thread of another
    SEPARATE = "separate"  # it begins a thread of its own
    SPLIT = "split"  # it is several, each with part of its words


@dataclass(frozen=True, slots=True)
class ReviewTarget:
    """The commitment that a review is about, with the words it had then."""

    document: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """One decision. `values` are the fields set, the target merged into, or the parts split off."""

    id: int
    target: ReviewTarget
    verb: Verb
    at: datetime
    by: str
    reason: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


CORRECTABLE = frozenset(
    {"text", "owner", "role", "body", "requester", "topic", "raised", "status", "due", "action"}
)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody, named for the record, who reviews commitments."""

    settings: IndexSettings
    by: str

    def accept(self, target: ReviewTarget, reason: str = "") -> None:
        """Take a suggestion as a commitment. Raises UnknownDocument."""
        self._write(target, Verb.ACCEPT, {}, reason)

    def reject(self, target: ReviewTarget, reason: str = "") -> None:
        """Say that it is none. Raises UnknownDocument."""
        self._write(target, Verb.REJECT, {}, reason)

    def correct(self, target: ReviewTarget, values: Mapping[str, str], reason: str = "") -> None:
        """Set fields by hand; "" makes one unknown, dates are ISO, a due day is its last day.

        Raises UnknownDocument, and DecisionRefused for a field that cannot be set.
        """
        unknown = sorted(values.keys() - CORRECTABLE)
        if unknown:
            raise DecisionRefused(
                f"Commitments have no field {', '.join(unknown)} that can be set",
                f"Fields are {', '.join(sorted(CORRECTABLE))}",
            )
        self._write(target, Verb.CORRECT, values, reason)

    def merge(self, target: ReviewTarget, into: ReviewTarget, reason: str = "") -> None:
        """Put it into the thread of another. Raises UnknownDocument."""
        self._write(target, Verb.MERGE, {"document": into.document, "key": into.key}, reason)

    def separate(self, target: ReviewTarget, reason: str = "") -> None:
        """Take it out of the thread it was put in. Raises UnknownDocument."""
        self._write(target, Verb.SEPARATE, {}, reason)

    def split(self, target: ReviewTarget, parts: Sequence[str], reason: str = "") -> None:
        """Make it several, each with its own part of the words. Raises UnknownDocument."""
        if len(parts) < 2:
            raise DecisionRefused("A commitment is split into two or more", "Name the parts")
        values = {str(place): part for place, part in enumerate(parts, start=1)}
        self._write(target, Verb.SPLIT, values, reason)

    def undo(self, review: int) -> None:
        """Forget one review, as if it had not been made."""
        with self._open() as catalogue, transaction(catalogue):
            catalogue.execute("DELETE FROM commitment_reviews WHERE id = ?", (review,))
            catalogue.execute("UPDATE state SET changes = changes + 1")

    def _write(
        self, target: ReviewTarget, verb: Verb, values: Mapping[str, str], reason: str
    ) -> None:
        with self._open() as catalogue, transaction(catalogue):
            known = catalogue.execute(
                "SELECT 1 FROM documents WHERE id = ?", (target.document,)
            ).fetchone()
            if known is None:
                raise UnknownDocument(
                    f"There is no document {target.document} in the library",
                    "See 'pcc library documents' for those there are",
                )
            catalogue.execute(
                "INSERT INTO commitment_reviews"
                " (document, key, text, verb, fields, at, by, reason)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(target.document, target.key, target.text),
                    *(verb, json.dumps(dict(values)), writing.now(), self.by, reason),
                ),
            )
            catalogue.execute("UPDATE state SET changes = changes + 1")

    def _open(self) -> "closing[sqlite3.Connection]":
        if not self.settings.catalogue_path.exists():
            raise LibraryMissing(
                f"There is no library in {self.settings.data_dir} yet",
                "Run 'pcc ingest FOLDER' with a folder of documents",
            )
        return closing(connect(self.settings.catalogue_path))


def read_reviews(connection: sqlite3.Connection) -> tuple[Review, ...]:
    """Every review, oldest first."""
    rows = connection.execute(
        "SELECT id, document, key, text, verb, fields, at, by, reason"
        " FROM commitment_reviews ORDER BY id"
    )
    return tuple(
        Review(
            id=row["id"],
            target=ReviewTarget(row["document"], row["key"], row["text"]),
            verb=Verb(row["verb"]),
            at=datetime.fromisoformat(row["at"]),
            by=row["by"],
            reason=row["reason"],
            values=json.loads(row["fields"]),
        )
        for row in rows
    )
