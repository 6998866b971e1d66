"""Write the next generation to the catalogue, where no reader sees it yet."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from index.catalogue import comparing, writing
from index.catalogue.codec import decode_metadata, encode_metadata
from index.catalogue.connection import transaction
from index.commitments import add_commitments
from index.update.plan import Assignment
from index.update.steps import Steps
from ingest.document import Metadata
from ingest.manifest import Manifest, read_manifest


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a document is to be: `metadata` as found and corrected, without what is set by hand."""

    document: str
    version: int
    name: str
    source: str
    metadata: Metadata


@dataclass(slots=True)
class Staged:
    """Documents by what happened to them."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    recut: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)


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
            name = Path(one.source).name
            if before is not None and Path(before.source).name != name:
                staged.renamed.append((Path(before.source).name, name))
            if before is None:
                staged.new.append(name)
            elif before.sha256 != comparing.sha256_of(self.catalogue, one.version):
                staged.changed.append(name)
            elif (before.version, before.cutting) != (one.version, cutting):
                staged.recut.append(name)
            elif (before.name, before.source) == (one.name, one.source):
                staged.same.append(name)
                continue
            with transaction(self.catalogue):
                self._replace(one, cutting)
        return staged

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

    def _replace(self, one: Wanted, cutting: str) -> None:
        writing.retire_entry(self.catalogue, one.document, self.generation)
        metadata = decode_metadata(encode_metadata(one.metadata), self._fields(one.document))
        read = comparing.version(self.catalogue, one.version)
        document = replace(read, name=one.name, metadata=metadata)
        passages = self.steps.cut(document)
        writing.add_passages(self.catalogue, passages, one.version, self.generation)
        writing.add_entry(
            self.catalogue,
            document=one.document,
            version=one.version,
            generation=self.generation,
            name=one.name,
            source=one.source,
            metadata=one.metadata,
            cutting=cutting,
            pages=len(document.pages),
            passages=len(passages),
        )
        found = self.steps.find(document)
        add_commitments(self.catalogue, found, one.document, self.generation)
        found = self.steps.commit(document)
        add_commitments(self.catalogue, found, one.document, self.generation)

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
