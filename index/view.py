"""What one search sees: one generation's indexes and the documents that are live in it."""

import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import IO

from index import keywords, vectors
from index.catalogue import reading
from index.catalogue.reading import Entry
from index.errors import IndexUnreadable
from index.generations import folder_of
from index.lexicon import read_lexicon
from index.results import Lexicon
from index.settings import IndexSettings


class Stores:
    """The indexes of one generation, opened when first asked for and closed by the last user."""

    def __init__(
        self, settings: IndexSettings, library: str, generation: int, held: IO[bytes]
    ) -> None:
        self.generation = generation
        self._settings = settings
        self._library = library
        self._folder = folder_of(settings, generation)
        self._held = held
        self._opening = threading.Lock()
        self._vectors: vectors.Vectors | None = None
        self._users = 1  # the library itself, until it moves on

    @property
    def vectors(self) -> vectors.Vectors:
        """The vectors of this generation."""
        with self._opening:
            if self._vectors is None:
                self._vectors = open_vectors(self._settings, self._library, self.generation)
            return self._vectors

    @cached_property
    def keywords(self) -> keywords.Keywords:
        """The keyword index of this generation."""
        return keywords.open_folder(self._folder / "keywords")

    @cached_property
    def lexicon(self) -> Lexicon:
        """The vocabulary of this generation."""
        try:
            return read_lexicon(self._folder)
        except (OSError, ValueError, KeyError) as error:
            raise IndexUnreadable(
                f"The vocabulary in {self._folder} cannot be read ({error})",
                "Run 'pcc library check --repair' to rebuild it",
            ) from error

    def enter(self) -> None:
        """Count one more user."""
        with self._opening:
            self._users += 1

    def leave(self) -> None:
        """Count one user less; the last one closes the indexes and frees the folder."""
        with self._opening:
            self._users -= 1
            if self._users > 0:
                return
            if self._vectors is not None:
                self._vectors.close()
            self._held.close()


@dataclass(frozen=True, slots=True)
class View:
    """The live documents of one generation, withdrawn ones left out, and its indexes."""

    stores: Stores
    changes: int
    by_id: dict[str, Entry]
    by_version: dict[int, Entry]

    @property
    def generation(self) -> int:
        """Which generation this is."""
        return self.stores.generation


def load_view(connection: sqlite3.Connection, stores: Stores, changes: int) -> View:
    """Read the documents that are live in the generation of `stores`."""
    found: Iterable[Entry] = reading.entries(connection, stores.generation)
    shown = [entry for entry in found if not entry.withdrawn]
    return View(
        stores,
        changes,
        {entry.record.id: entry for entry in shown},
        {entry.version: entry for entry in shown},
    )


def open_vectors(
    settings: IndexSettings, library: str, generation: int, *, create: bool = False
) -> vectors.Vectors:
    """The vectors of a generation, embedded or on the server that the settings name."""
    if settings.chroma_url is not None:
        name = collection_name(library, generation)
        return vectors.open_server(settings.chroma_url, name, create=create)
    folder = folder_of(settings, generation) / "vectors"
    return vectors.open_folder(folder, create=create)


def collection_name(library: str, generation: int) -> str:
    """What a generation's collection is called on a shared server."""
    return f"{collection_prefix(library)}{generation:06d}"


def collection_prefix(library: str) -> str:
    """What the names of this library's collections begin with."""
    return f"pcc-{library}-"
