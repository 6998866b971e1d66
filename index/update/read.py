"""Read what the catalogue does not hold yet, each set of bytes once."""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from index.catalogue import comparing, writing
from index.originals import keep_original
from index.progress import Meter
from index.settings import IndexSettings
from index.update.files import failure
from index.update.ledger import Ledger, Outcome
from index.update.plan import Assignment
from index.update.report import Failure
from index.update.steps import Steps
from ingest.document import Document
from ingest.errors import IngestError

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Readings:
    """The version of each set of bytes, and what went wrong."""

    versions: dict[str, int] = field(default_factory=dict)
    failed: list[Failure] = field(default_factory=list)
    skipped: list[Failure] = field(default_factory=list)
    problems: list[Failure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads files into versions of the catalogue."""

    settings: IndexSettings
    catalogue: sqlite3.Connection
    steps: Steps
    ledger: Ledger
    workers: int

    def read(self, assignments: Sequence[Assignment], meter: Meter) -> Readings:
        """The versions of `assignments`; a file that fails is reported, and the others are read."""
        readings = Readings()
        unread = [one for one in assignments if not self._settled(one, readings)]
        meter.advance(len(assignments) - len(unread))
        for one, outcome in self._outcomes(unread):
            path = Path(one.paths[0])
            if isinstance(outcome, Document):
                self._store(one, outcome, readings)
            else:
                readings.failed.append(failure(path, outcome))
                self.ledger.write(str(path), one.sha256, Outcome.FAILED, outcome)
            meter.advance(1, path.name)
        return readings

    def _settled(self, one: Assignment, readings: Readings) -> bool:
        """Whether there is nothing to read: the bytes are known, or not wanted."""
        path = Path(one.paths[0])
        reason = comparing.ban(self.catalogue, one.sha256)
        if reason is not None:
            told = f"it was deleted from the library ({reason})"
            readings.skipped.append(failure(path, told))
            self.ledger.write(str(path), one.sha256, Outcome.SKIPPED, told)
            return True
        version = comparing.version_of(self.catalogue, one.sha256, self.steps.reading)
        if version is None or not keep_original(self.settings, path, one.sha256):
            return False
        readings.versions[one.sha256] = version
        self.ledger.write(str(path), one.sha256, Outcome.UNCHANGED)
        return True

    def _outcomes(
        self, assignments: Sequence[Assignment]
    ) -> Iterator[tuple[Assignment, Document | str]]:
        """Each file as it is read, or the reason that it was not."""
        with ThreadPoolExecutor(max_workers=self.workers) as pool:
            yield from zip(assignments, pool.map(self._read_one, assignments), strict=True)

    def _read_one(self, one: Assignment) -> Document | str:
        path = Path(one.paths[0])
        try:
            document = self.steps.read(path)
            if document.sha256 != one.sha256 or not keep_original(self.settings, path, one.sha256):
                return "it changed while it was being read. Run this again"
        except IngestError as error:
            return f"{error.what}. {error.remedy}"
        except OSError as error:
            return f"it could not be copied or opened ({error.strerror})"
        except Exception as error:  # one bad file must not stop the others; it is reported by name
            _LOG.exception("Reading %s", path)
            return f"reading it failed unexpectedly ({type(error).__name__}: {error})"
        return document

    def _store(self, one: Assignment, document: Document, readings: Readings) -> None:
        path = Path(one.paths[0])
        try:
            version = writing.add_version(self.catalogue, document, self.steps.reading)
        except UnicodeEncodeError:
            reason = "its text holds characters that are not valid Unicode"
            readings.failed.append(failure(path, reason))
            self.ledger.write(str(path), one.sha256, Outcome.FAILED, reason)
            return
        readings.versions[one.sha256] = version
        readings.problems += [failure(path, problem) for problem in document.problems]
        self.ledger.write(str(path), one.sha256, Outcome.READ)
