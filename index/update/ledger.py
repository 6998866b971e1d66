"""The record of every run: which file was read, when, with which recipe, what failed and why."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from index.catalogue.writing import now
from index.update.report import IngestReport


class Outcome(StrEnum):
    """What became of a file."""

    READ = "read"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of one run."""

    catalogue: sqlite3.Connection
    run: int
    reading: str

    @classmethod
    def begin(cls, catalogue: sqlite3.Connection, reading: str) -> "Ledger":
        """Open the record of a new run."""
        made = catalogue.execute("INSERT INTO runs (started) VALUES (?)", (now(),))
        assert made.lastrowid is not None
        return cls(catalogue, made.lastrowid, reading)

    def write(
        self, path: str, sha256: str | None, outcome: Outcome, reason: str | None = None
    ) -> None:
        """Record one file."""
        self.catalogue.execute(
            "INSERT INTO ledger (run, at, path, sha256, reading, outcome, reason)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self.run, now(), path, sha256, self.reading, outcome, reason),
        )

    def end(self, report: IngestReport) -> None:
        """Close the record of the run."""
        self.catalogue.execute(
            "UPDATE runs SET finished = ?, report = ? WHERE id = ?",
            (now(), report.to_json(), self.run),
        )
