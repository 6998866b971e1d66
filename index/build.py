"""Bring the indexes of a generation up to the catalogue."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from index import keywords
from index.catalogue import comparing, reading
from index.catalogue.comparing import Changes
from index.catalogue.reading import StoredPassage
from index.chroma import Graph
from index.embedding.cache import VectorCache
from index.generations import folder_of, make_folder
from index.lexicon import Counts, count, counts_of, make_lexicon, read_lexicon, write_lexicon
from index.progress import Meter, OnProgress, Stage
from index.results import Lexicon
from index.settings import IndexSettings
from index.vectors import Grain, Vectors
from index.view import open_vectors, vectors_folder

_AT_ONCE = 500
# Chroma's graph keeps deleted vectors as detours: past this share a fresh one is better.
_MOST_DELETED = 0.2


@dataclass(frozen=True, slots=True)
class Builder:
    """Makes the folder of one generation from the catalogue and the vectors kept."""

    settings: IndexSettings
    catalogue: sqlite3.Connection
    cache: VectorCache
    generation: int
    listener: OnProgress

    def afresh(self, graph: Graph) -> None:
        """Index every live passage, taking nothing from the generation before."""
        folder = make_folder(self.settings, self.generation)
        passages = list(comparing.all_passages(self.catalogue, self.generation))
        documents = self._documents()
        entries = keywords.open_folder(folder / "keywords", create=True)
        entries.change((self._keyword_entry(one, documents) for one in passages), ())
        meter = self._meter(passages)
        for grain in Grain:
            with closing(self._vectors(grain, graph)) as vectors:
                self._add(vectors, grain, passages, meter)
        write_lexicon(self._lexicon(self._count(passages)), folder)
        _flush(folder)

    def from_previous(self, previous: int, changes: Changes) -> None:
        """Copy the generation before, then take out what is retired and add what is new."""
        before = folder_of(self.settings, previous)
        folder = make_folder(self.settings, self.generation)
        shutil.copytree(
            before / "keywords", folder / "keywords", ignore=shutil.ignore_patterns("*.lock")
        )
        documents, meter = self._documents(), self._meter(changes.added)
        keywords.open_folder(folder / "keywords").change(
            (self._keyword_entry(one, documents) for one in changes.added),
            (one.passage.id for one in changes.retired),
        )
        for grain in Grain:
            _copy(
                vectors_folder(self.settings, previous, grain),
                vectors_folder(self.settings, self.generation, grain),
            )
            with closing(self._vectors(grain)) as vectors:
                vectors.delete(_rows(grain, changes.retired))
                self._add(vectors, grain, changes.added, meter)
        counted = counts_of(read_lexicon(before)) + self._count(changes.added)
        write_lexicon(self._lexicon(counted - self._count(changes.retired)), folder)
        _flush(folder)

    def link_again(self, passages: Iterable[StoredPassage]) -> None:
        """Take the vectors of `passages` out and put them in anew, where they get other links."""
        again = list(passages)
        meter = self._meter(again)
        for grain in Grain:
            with closing(self._vectors(grain)) as vectors:
                vectors.delete(_rows(grain, again))
                self._add(vectors, grain, again, meter)
        _flush(folder_of(self.settings, self.generation))

    def can_continue(self, previous: int, changes: Changes, *, same_recipe: bool) -> bool:
        """Whether the generation before is worth copying, and safe to change."""
        if not same_recipe or self.settings.chroma_url is not None:
            return False
        if not folder_of(self.settings, previous).exists():
            return False
        added = {one.passage.id for one in changes.added}
        if any(one.passage.id in added for one in changes.retired):
            return False  # an id must not be written twice
        live = sum(entry.record.passage_count for entry in self._documents().values())
        return len(changes.retired) <= _MOST_DELETED * max(live, 1)

    def _meter(self, passages: Sequence[StoredPassage]) -> Meter:
        return Meter(self.listener, Stage.INDEXING, len(Grain) * len(passages))

    def _add(
        self, vectors: Vectors, grain: Grain, passages: Sequence[StoredPassage], meter: Meter
    ) -> None:
        for some in _in_batches(passages, _AT_ONCE):
            texts = [text for one in some for text in grain.texts_of(one.passage)]
            vectors.add(_rows(grain, some), self.cache.vectors(texts))
            meter.advance(len(some))

    def _vectors(self, grain: Grain, create: Graph | None = None) -> Vectors:
        name = reading.library_name(self.catalogue)
        return open_vectors(self.settings, name, self.generation, grain, create)

    def _documents(self) -> dict[int, reading.Entry]:
        found = reading.entries(self.catalogue, self.generation)
        return {entry.version: entry for entry in found}

    def _keyword_entry(
        self, one: StoredPassage, documents: Mapping[int, reading.Entry]
    ) -> keywords.Entry:
        text = comparing.passage_text(self.catalogue, one)
        document = documents[one.version].record.id
        return keywords.Entry(one.passage.id, document, text, one.passage.context)

    def _count(self, passages: Iterable[StoredPassage]) -> Counts:
        return count(passage_words(self.catalogue, one) for one in passages)

    def _lexicon(self, counts: Counts) -> Lexicon:
        return make_lexicon(counts, comparing.acronyms(self.catalogue, self.generation))


def passage_words(catalogue: sqlite3.Connection, one: StoredPassage) -> str:
    """What the vocabulary counts of a passage: its context and its words."""
    return f"{one.passage.context}\n{comparing.passage_text(catalogue, one)}"


def _rows(grain: Grain, passages: Iterable[StoredPassage]) -> list[str]:
    return [row for one in passages for row in grain.rows_of(one.passage)]


def _in_batches(passages: Iterable[StoredPassage], size: int) -> Iterator[list[StoredPassage]]:
    rest = iter(passages)
    while batch := list(islice(rest, size)):
        yield batch


def _copy(before: Path, after: Path) -> None:
    """Copy Chroma's folder; its database through SQLite, as a reader may be opening it."""
    shutil.copytree(before, after, ignore=shutil.ignore_patterns("chroma.sqlite3*"))
    with (
        closing(sqlite3.connect(before / "chroma.sqlite3")) as source,
        closing(sqlite3.connect(after / "chroma.sqlite3")) as target,
    ):
        source.backup(target)


def _flush(folder: Path) -> None:
    """Have the disk hold the whole folder before it can become the visible one."""
    for place, folders, names in os.walk(folder):
        for name in (*folders, *names, "."):
            handle = os.open(Path(place) / name, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
