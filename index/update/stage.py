"""Write the next generation to the catalogue, where no reader sees it yet."""

import hashlib
import json
import logging
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from index.catalogue import comparing, writing
from index.catalogue.codec import decode_metadata, encode_metadata
from index.catalogue.connection import transaction
from index.commitments import add_commitments
from index.update.files import failure
from index.update.plan import Assignment
from index.update.report import Failure
from index.update.steps import Steps
from ingest.commitment import Commitment
from ingest.document import Document, Metadata
from ingest.manifest import Manifest, read_manifest
from ingest.passage import Passage

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a document is to be: `metadata` as found and corrected, without what is set by hand."""

    document: str
    version: int
    name: str
    source: str
    metadata: Metadata


class Shaped(NamedTuple):
    """A document as it is to be shown, its passages and its commitments."""

    document: Document
    passages: tuple[Passage, ...]
    commitments: tuple[Commitment, ...]


@dataclass(slots=True)
class Staged:
    """Documents by what happened to them."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    recut: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    failed: dict[str, Failure] = field(default_factory=dict)  # by document


@dataclass(frozen=True, slots=True)
class Stager:
    """Stages documents for `generation`."""

    catalogue: sqlite3.Connection
    steps: Steps
    generation: int
    by_hand: Mapping[str, dict[str, Any]]
    live: Mapping[str, comparing.LiveEntry]

    def stage(self, wanted: Iterable[Wanted]) -> Staged:
        """Make each document what is wanted, each in one transaction; the same is left alone."""
        staged = Staged()
        for one in wanted:
            before = self.live.get(one.document)
            cutting = self._cutting(one)
            if before is not None and before.is_as(one.version, one.name, one.source, cutting):
                staged.same.append(Path(one.source).name)
                continue
            try:
                shaped = self._shaped(one)
            except Exception as error:  # one bad document must not stop the others; it is reported
                _LOG.exception("Cutting %s", one.source)
                reason = f"cutting it into passages failed ({type(error).__name__}: {error})"
                staged.failed[one.document] = failure(Path(one.source), reason)
                continue
            self._tell(one, before, staged)
            with transaction(self.catalogue):
                self._replace(one, shaped, cutting)
        return staged

    def _tell(self, one: Wanted, before: comparing.LiveEntry | None, staged: Staged) -> None:
        """Note what happens to a document that is not left alone."""
        name = Path(one.source).name
        if before is None:
            staged.new.append(name)
            return
        if Path(before.source).name != name:
            staged.renamed.append((Path(before.source).name, name))
        if before.sha256 != comparing.sha256_of(self.catalogue, one.version):
            staged.changed.append(name)
        elif Path(before.source).name == name:
            staged.recut.append(name)

    def retire(self, documents: Iterable[str]) -> list[str]:
        """Let documents end with this generation; their file names."""
        with transaction(self.catalogue):
            for document in documents:
                writing.retire_entry(self.catalogue, document, self.generation)
        return [Path(self.live[document].source).name for document in documents]

    def _cutting(self, one: Wanted) -> str:
        """A name for what shapes the passages beside the bytes: recipe, and what is known."""
        known = json.dumps(self._fields(one.document), sort_keys=True)
        shaping = "\n".join((self.steps.cutting, one.name, encode_metadata(one.metadata), known))
        return hashlib.sha256(shaping.encode()).hexdigest()[:16]

    def _shaped(self, one: Wanted) -> Shaped:
        """The document under the name and metadata it is to have, with what is cut from it."""
        metadata = decode_metadata(encode_metadata(one.metadata), self._fields(one.document))
        read = comparing.version(self.catalogue, one.version)
        document = replace(read, name=one.name, metadata=metadata)
        return Shaped(document, self.steps.cut(document), self.steps.commit(document))

    def _replace(self, one: Wanted, shaped: Shaped, cutting: str) -> None:
        writing.retire_entry(self.catalogue, one.document, self.generation)
        writing.add_passages(self.catalogue, shaped.passages, one.version, self.generation)
        writing.add_entry(
            self.catalogue,
            document=one.document,
            version=one.version,
            generation=self.generation,
            name=one.name,
            source=one.source,
            metadata=one.metadata,
            cutting=cutting,
            pages=len(shaped.document.pages),
            passages=len(shaped.passages),
        )
        add_commitments(self.catalogue, shaped.commitments, one.document, self.generation)

    def _fields(self, document: str) -> dict[str, Any]:
        by_hand = self.by_hand.get(document, {})
        return {field: value for field, value in by_hand.items() if field != "withdrawn"}


@dataclass(frozen=True, slots=True)
class Corrections:
    """The manifest.csv of each folder, read once."""

    manifests: dict[Path, Manifest] = field(default_factory=dict)

    def wanted(self, catalogue: sqlite3.Connection, one: Assignment, version: int) -> Wanted:
        """What the document of `one` is to be. Raises ManifestError."""
        path = Path(one.paths[0])
        if path.parent not in self.manifests:
            self.manifests[path.parent] = read_manifest(path.parent)
        metadata = comparing.found_metadata(catalogue, version)
        corrected = self.manifests[path.parent].apply(path.name, metadata)
        return Wanted(one.document, version, path.stem, str(path), corrected)
