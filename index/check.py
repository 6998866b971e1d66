"""Prove that catalogue, originals and indexes agree, and mend the indexes where they don't."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from index import keywords
from index.build import passage_words
from index.catalogue import comparing, reading, writing
from index.catalogue.connection import connect
from index.catalogue.reading import StoredPassage
from index.embedding import open_embedder
from index.embedding.cache import VectorCache
from index.errors import LibraryError, LibraryMissing
from index.generations import folder_of, hold
from index.lexicon import count, make_lexicon, read_lexicon
from index.originals import find_original
from index.progress import Meter, OnProgress, Stage, ignore
from index.recipe import Recipe
from index.renew import Renewal
from index.settings import IndexSettings
from index.vectors import Grain
from index.verify import compare_keywords, compare_vectors, find_by_own_vectors
from index.view import open_vectors
from index.writer_lock import writer_lock


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check read back. `faults` are sentences; none means that all agree."""

    generation: int
    documents: int
    passages: int
    faults: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether everything agrees."""
        return not self.faults


def check_library(settings: IndexSettings, progress: OnProgress = ignore) -> CheckReport:
    """Read everything back: catalogue, originals, each passage in both indexes, vocabulary.

    Raises LibraryMissing when there is nothing to check.
    """
    with closing(_open(settings)) as catalogue:
        generation = reading.state(catalogue).visible
        entries = reading.entries(catalogue, generation)
        live = list(comparing.all_passages(catalogue, generation))
        check = _Check(settings, catalogue, generation, live)
        faults = [*check.of_catalogue(entries), *check.of_originals(entries)]
        held = hold(folder_of(settings, generation))
        if held is None:
            faults.append("The folder of the indexes is gone")
        else:
            with held:
                faults += check.of_indexes(progress)
        return CheckReport(generation, len(entries), len(live), tuple(faults))


def repair_library(settings: IndexSettings, progress: OnProgress = ignore) -> CheckReport:
    """Rebuild both indexes from the catalogue, then check. Raises LibraryMissing, LibraryBusy."""
    with writer_lock(settings), closing(_open(settings)) as catalogue:
        writing.undo_unfinished(catalogue)
        Renewal.next(settings, catalogue, progress).run(afresh=True)
    return check_library(settings, progress)


def _open(settings: IndexSettings) -> sqlite3.Connection:
    if settings.catalogue_path.exists():
        catalogue = connect(settings.catalogue_path)
        if reading.state(catalogue).visible > 0:
            return catalogue
        catalogue.close()
    raise LibraryMissing(
        f"There is no library in {settings.data_dir} yet",
        "Run 'pcc ingest FOLDER' with a folder of documents",
    )


@dataclass(frozen=True, slots=True)
class _Check:
    """The parts of a check of one generation."""

    settings: IndexSettings
    catalogue: sqlite3.Connection
    generation: int
    live: Sequence[StoredPassage]

    def of_catalogue(self, entries: Sequence[reading.Entry]) -> Iterator[str]:
        """The file is sound, and every passage lies within its text."""
        for row in self.catalogue.execute("PRAGMA integrity_check"):
            if row[0] != "ok":
                yield f"The catalogue is damaged: {row[0]}"
        for row in self.catalogue.execute("PRAGMA foreign_key_check"):
            yield f"The catalogue's table {row[0]} names what is not there"
        lengths = {
            entry.version: comparing.length_of(self.catalogue, entry.version) for entry in entries
        }
        counts = dict.fromkeys(lengths, 0)
        for one in self.live:
            if one.version not in lengths:
                yield f"Passage {one.passage.id} belongs to no live document"
                continue
            counts[one.version] += 1
            start, end = one.passage.span
            if not 0 <= start < end <= lengths[one.version]:
                yield f"Passage {one.passage.id} lies outside its text"
        for entry in entries:
            if counts[entry.version] != entry.record.passage_count:
                yield (
                    f"{entry.record.name} has {counts[entry.version]} passages,"
                    f" not {entry.record.passage_count}"
                )

    def of_originals(self, entries: Sequence[reading.Entry]) -> Iterator[str]:
        """Every original is kept, unchanged."""
        for entry in entries:
            path = find_original(self.settings, entry.record.sha256)
            if path is None:
                yield f"The original of {entry.record.name} is missing"
            elif _sha256(path) != entry.record.sha256:
                yield f"The original of {entry.record.name} has changed"

    def of_indexes(self, progress: OnProgress) -> list[str]:
        """Both indexes open, are of this recipe, and hold each live passage and nothing else."""
        try:
            Recipe.of(self.settings).require(
                Recipe.decode(reading.recipe(self.catalogue, self.generation) or "{}")
            )
            folder = folder_of(self.settings, self.generation)
            name = reading.library_name(self.catalogue)
            meter = Meter(progress, Stage.CHECKING, len(Grain) * len(self.live))
            embedder = open_embedder(self.settings)
            faults = compare_keywords(self.live, keywords.open_folder(folder / "keywords"))
            with VectorCache(self.settings.vectors_dir, embedder) as cache:
                for grain in Grain:
                    opened = open_vectors(self.settings, name, self.generation, grain)
                    with closing(opened) as vectors:
                        faults += compare_vectors(self.live, vectors, grain)
                        faults += find_by_own_vectors(self.live, vectors, grain, cache, meter)
            told = [f"Passage {fault.passage_id} {fault.what}" for fault in faults]
            return [*told, *self._of_lexicon(folder)]
        except LibraryError as error:
            return [str(error)]

    def _of_lexicon(self, folder: Path) -> Iterator[str]:
        texts = (passage_words(self.catalogue, one) for one in self.live)
        acronyms = comparing.acronyms(self.catalogue, self.generation)
        if read_lexicon(folder) != make_lexicon(count(texts), acronyms):
            yield "The vocabulary is not that of the live passages"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
