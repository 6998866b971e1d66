"""What an update does to a file, as ingest does it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ingest import commitments, passages
from ingest.commitment import Commitment
from ingest.commitments import find_commitments
from ingest.document import Document
from ingest.passage import Passage
from ingest.sandbox import read_safely
from ingest.settings import IngestSettings

READING = "reading-5"
"""Goes up when ingest takes other text or structure from the same bytes than it did before."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How files are read, passages cut and commitments found.

    `reading` is the recipe of the first, `cutting` that of the others: by them a change of either
    is noticed.
    """

    read: Callable[[Path], Document]
    cut: Callable[[Document], tuple[Passage, ...]]
    reading: str
    cutting: str
    commit: Callable[[Document], tuple[Commitment, ...]] = find_commitments

    @classmethod
    def of(cls, settings: IngestSettings) -> Self:
        """The steps of ingest, each file read in a limited process of its own."""
        return cls(
            read=lambda path: read_safely(path, settings),
            cut=passages.cut_passages,
            reading=_reading(settings),
            cutting=f"{passages.RECIPE} {commitments.RECIPE}",
        )


def _reading(settings: IngestSettings) -> str:
    """A name for how files are read: a change of what shapes the text gives another name."""
    shaping = settings.model_dump_json(include={"ocr", "ocr_language", "ocr_dpi"})
    digest = hashlib.sha256(shaping.encode()).hexdigest()[:8]
    return f"{READING}:{digest}"
