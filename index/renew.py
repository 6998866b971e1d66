"""Make the indexes of a generation, prove them by reading back, and only then show it."""

import logging
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Self

from index import keywords
from index.build import Builder
from index.catalogue import comparing, reading, writing
from index.catalogue.comparing import Changes
from index.catalogue.connection import transaction
from index.catalogue.reading import StoredPassage
from index.chroma import GRAPHS, drop_collections
from index.embedding import Embedder, is_prepared, open_embedder
from index.embedding.cache import VectorCache
from index.errors import IndexUnreadable
from index.generations import folder_of, remove_unused
from index.originals import keep_only
from index.progress import Meter, OnProgress, Stage
from index.recipe import Recipe
from index.settings import IndexSettings
from index.vectors import Grain, texts_of
from index.verify import (
    UNREACHABLE,
    Fault,
    compare_keywords,
    compare_vectors,
    find_by_own_vectors,
    listed,
)
from index.view import collection_name, collection_prefix, open_vectors

_LOG = logging.getLogger(__name__)
_EMBEDDED_AT_ONCE = 64
_LINKED_AGAIN = 2  # times


@dataclass(frozen=True, slots=True)
class Renewal:
    """Takes the library from the visible generation to the next, `generation`."""

    settings: IndexSettings
    catalogue: sqlite3.Connection
    generation: int
    listener: OnProgress

    def is_needed(self) -> bool:
        """Whether anything is staged, or the indexes that answer now cannot go on doing so."""
        if comparing.is_changed(self.catalogue, self.generation):
            return True
        if comparing.is_purge_due(self.catalogue):
            return True
        visible = reading.state(self.catalogue).visible
        if visible == 0:
            return False
        return not (self._same_recipe(visible) and folder_of(self.settings, visible).exists())

    @classmethod
    def next(
        cls, settings: IndexSettings, catalogue: sqlite3.Connection, listener: OnProgress
    ) -> Self:
        """The renewal that the visible generation is followed by."""
        return cls(settings, catalogue, reading.state(catalogue).visible + 1, listener)

    def run(self, also: Callable[[], None] = lambda: None, *, afresh: bool = False) -> int:
        """Build, read back and show the next generation; how many texts had to be embedded.

        `also` is called within the transaction that shows it. Raises IndexUnreadable if even
        fresh indexes do not hold what the catalogue says: the library answers as before.
        """
        if comparing.is_purge_due(self.catalogue):
            afresh = True
            keep_only(self.settings, comparing.every_hash(self.catalogue))
        embedded = self._prepare(afresh=afresh)
        with transaction(self.catalogue):
            also()
            self._show()
        self.tidy()
        return embedded

    def _prepare(self, *, afresh: bool) -> int:
        """Continue from the generation before where that is possible, else build afresh."""
        changes = comparing.changes(self.catalogue, self.generation)
        previous = reading.state(self.catalogue).visible
        embedded = 0
        with VectorCache(self.settings.vectors_dir, self._embedder()) as cache:
            builder = Builder(self.settings, self.catalogue, cache, self.generation, self.listener)
            same = not afresh and self._same_recipe(previous)
            if builder.can_continue(previous, changes, same_recipe=same):
                embedded += self._embed(cache, changes.added)
                if self._continued(builder, previous, changes, cache):
                    return embedded
            live = list(comparing.all_passages(self.catalogue, self.generation))
            embedded += self._embed(cache, live)
            self._built_afresh(builder, live, cache)
            # Vectors of words deleted for good must go as well.
            cache.keep_only(text for one in live for text in texts_of(one.passage))
            return embedded

    def _continued(
        self, builder: Builder, previous: int, changes: Changes, cache: VectorCache
    ) -> bool:
        """Build on the generation before; False if it or what came of it is not sound."""
        try:
            builder.from_previous(previous, changes)
        except (IndexUnreadable, OSError, sqlite3.Error) as error:
            _LOG.warning("The indexes of generation %d cannot be built on: %s", previous, error)
            return False
        faults = self._faults(builder, cache, changes.added)
        if faults:
            _LOG.warning("The indexes are rebuilt: %s", listed(faults))
        return not faults

    def _built_afresh(
        self, builder: Builder, live: Sequence[StoredPassage], cache: VectorCache
    ) -> None:
        """Build from nothing. Raises IndexUnreadable if what was put in cannot be read back."""
        faults: list[Fault] = []
        for graph in GRAPHS:
            builder.afresh(graph)
            faults = self._faults(builder, cache, live)
            if not faults:
                return
            _LOG.warning("The indexes are built more thoroughly: %s", listed(faults))
        raise IndexUnreadable(
            f"The new indexes do not hold what was put in: {listed(faults)}",
            "The library answers as before. Check the disk, then run this again",
        )

    def _show(self) -> None:
        documents = reading.entries(self.catalogue, self.generation)
        writing.show_generation(
            self.catalogue,
            self.generation,
            Recipe.of(self.settings).encode(),
            len(documents),
            sum(entry.record.passage_count for entry in documents),
        )

    def tidy(self) -> None:
        """Remove the indexes of generations that nobody reads, or that were never finished."""
        remove_unused(self.settings, reading.state(self.catalogue).visible)
        if self.settings.chroma_url is not None:
            name = reading.library_name(self.catalogue)
            kept = {
                collection_name(name, number, grain)
                for number in range(1, self.generation + 1)
                if folder_of(self.settings, number).exists()
                for grain in Grain
            }
            drop_collections(self.settings.chroma_url, collection_prefix(name), kept)

    def _same_recipe(self, generation: int) -> bool:
        stored = reading.recipe(self.catalogue, generation)
        return stored == Recipe.of(self.settings).encode()

    def _embedder(self) -> Embedder:
        if is_prepared(self.settings):
            return open_embedder(self.settings)
        meter = Meter(self.listener, Stage.PREPARING, 1)
        embedder = open_embedder(self.settings)
        meter.advance()
        return embedder

    def _embed(self, cache: VectorCache, passages: Iterable[StoredPassage]) -> int:
        """Embed what is not kept yet, longest first, so that the time left is not told too low."""
        missing = cache.missing(text for one in passages for text in texts_of(one.passage))
        missing.reverse()
        meter = Meter(self.listener, Stage.EMBEDDING, len(missing))
        for start in range(0, len(missing), _EMBEDDED_AT_ONCE):
            some = missing[start : start + _EMBEDDED_AT_ONCE]
            cache.embed(some)
            meter.advance(len(some))
        return len(missing)

    def _faults(
        self, builder: Builder, cache: VectorCache, added: Sequence[StoredPassage]
    ) -> list[Fault]:
        """What reading back finds wrong. Vectors that no search finds are first linked again."""
        faults = self._read_back(cache, added)
        for _ in range(_LINKED_AGAIN):
            if not faults or any(fault.what != UNREACHABLE for fault in faults):
                break
            lost = {fault.passage_id for fault in faults}
            added = [one for one in added if one.passage.id in lost]
            builder.link_again(added)
            faults = self._read_back(cache, added)
        return faults

    def _read_back(self, cache: VectorCache, added: Sequence[StoredPassage]) -> list[Fault]:
        """Compare every id, and search for the vectors of `added`."""
        folder = folder_of(self.settings, self.generation)
        name = reading.library_name(self.catalogue)
        live = list(comparing.all_passages(self.catalogue, self.generation))
        meter = Meter(self.listener, Stage.CHECKING, len(Grain) * len(added))
        faults = compare_keywords(live, keywords.open_folder(folder / "keywords"))
        for grain in Grain:
            with closing(open_vectors(self.settings, name, self.generation, grain)) as vectors:
                faults += compare_vectors(live, vectors, grain)
                faults = faults or find_by_own_vectors(added, vectors, grain, cache, meter)
        return faults
