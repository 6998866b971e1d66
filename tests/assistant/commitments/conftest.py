"""Registers to test with: the sample library's, and ones made up of a few rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.commitments.register import Register, make_register
from assistant.commitments.reviewing import apply_reviews
from index.commitments import RecordedCommitment
from index.results import DocumentRecord
from index.reviews import Review
from ingest.commitment import (
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Due,
    Update,
)
from ingest.commitments import find_commitments
from ingest.document import Body, Document, DocumentKind, Metadata, Span
from ingest.manifest import read_manifest
from ingest.reader import read_document

SAMPLE = Path(__file__).resolve().parents[3] / "eval" / "sample" / "documents"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Shelf:
    """Documents by id, and the register of their commitments."""

    documents: dict[str, Document]
    register: Register


def shelf_of(paths: Sequence[Path]) -> Shelf:
    documents, found = {}, []
    for path in paths:
        read = read_document(path)
        metadata = read_manifest(path.parent).apply(path.name, read.metadata)
        document = Document(
            **{**{f: getattr(read, f) for f in read.__slots__}, "metadata": metadata}
        )
        documents[path.stem] = document
        record = record_of(path.stem, metadata, document.sha256)
        found += [RecordedCommitment(record, each) for each in find_commitments(document)]
    return Shelf(documents, make_register(apply_reviews(found, ())))


def record_of(name: str, metadata: Metadata, sha256: str = "0" * 64) -> DocumentRecord:
    return DocumentRecord(name, name, sha256, metadata, 1, 1, f"{name}.txt", NOW)


@pytest.fixture(scope="session")
def sample() -> Shelf:
    """The sample library's register."""
    paths = [path for path in SAMPLE.iterdir() if path.name != "manifest.csv"]
    return shelf_of(sorted(paths))


@pytest.fixture(scope="session")
def real(corpus) -> Shelf:
    """The real documents' register."""
    return shelf_of(sorted((corpus / "corpus" / "text").iterdir()))


Make = Callable[..., RecordedCommitment]


@pytest.fixture
def make() -> Make:
    """Make one recorded action or other commitment of a meeting."""

    def build(
        meeting: date,
        action: str | None = "1",
        text: str = "The CC is to report on costs.",
        *,
        raised: date | None = None,
        status: str = "new",
        update: str = "",
        kind: str = "action",
        due: date | None = None,
        document: str = "",
        **fields: object,
    ) -> RecordedCommitment:
        metadata = Metadata(
            "Summary of the Accountability Meeting",
            DocumentKind.MEETING_MINUTES,
            Body.OFFICE,
            date=meeting,
            meeting_date=meeting,
        )
        named = action or str(abs(hash(text)))
        values = {
            "key": f"{kind}-{named}",
            "kind": CommitmentKind(kind),
            "text": text,
            "span": Span(0, len(text)),
            "quotes": (Span(0, len(text)),),
            "locator": f"Actions, Action {action}",
            "page": None,
            "action": action,
            "raised": raised or meeting,
            "owner": text.split(" is to ")[0] if " is to " in text else "",
            "status": CommitmentStatus(status),
            "updates": (Update(None, Span(500, 500 + len(update)), update),) if update else (),
            "due": Due("by then", None, due) if due else None,
            **fields,
        }
        record = record_of(document or f"minutes-{meeting.isoformat()}", metadata)
        return RecordedCommitment(record, Commitment(**values))

    return build


@pytest.fixture
def register_of() -> Callable[..., Register]:
    """Make the register of recorded commitments, as reviewed."""

    def build(found: Sequence[RecordedCommitment], *reviews: Review) -> Register:
        return make_register(apply_reviews(found, reviews))

    return build
