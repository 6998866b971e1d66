"""What one search sees: one generation's indexes and the documents that are live in it."""

import sqlite3
from dataclasses import dataclass
from functools import cached_property
from typing import IO

from index import chroma, keywords
from index.catalogue import reading
from index.catalogue.reading import Entry
from index.generations import folder_of
from index.lexicon import read_lexicon
from index.results import Lexicon
from index.settings import IndexSettings
from index.vectors import Vectors


class Stores:
    """The indexes of one generation, each opened when first asked for."""

    def __init__(
        self, settings: IndexSettings, library: str, generation: int, held: IO[bytes]
    ) -> None:
        self.generation = generation
        self._settings = settings
        self._library = library
        self._folder = folder_of(settings, generation)
        self._held = held

    @cached_property
    def vectors(self) -> Vectors:
        """The vectors of this generation."""
        return open_vectors(self._settings, self._library, self.generation)

    @cached_property
    def keywords(self) -> keywords.Keywords:
        """The keyword index of this generation."""
        return keywords.open_folder(self._folder / "keywords")

    @cached_property
    def lexicon(self) -> Lexicon:
        """The vocabulary of this generation."""
        return read_lexicon(self._folder)

    def close(self) -> None:
        """Close what has been opened, and let the folder be removed."""
        if "vectors" in self.__dict__:
            self.vectors.close()
        self._held.close()


@dataclass(frozen=True, slots=True)
class View:
    """The documents of one generation and its indexes. What is withdrawn is in no search."""

    stores: Stores
    changes: int
    shown: dict[int, Entry]  # by version
    by_id: dict[str, Entry]
    withdrawn: tuple[Entry, ...]

    @property
    def generation(self) -> int:
        """Which generation this is."""
        return self.stores.generation


def load_view(connection: sqlite3.Connection, stores: Stores, changes: int) -> View:
    """Read the documents that are live in the generation of `stores`."""
    found = reading.entries(connection, stores.generation)
    shown = [entry for entry in found if not entry.withdrawn]
    return View(
        stores,
        changes,
        {entry.version: entry for entry in shown},
        {entry.record.id: entry for entry in shown},
        tuple(entry for entry in found if entry.withdrawn),
    )


def open_vectors(
    settings: IndexSettings, library: str, generation: int, create: chroma.Graph | None = None
) -> Vectors:
    """The vectors of a generation, embedded or on the server that the settings name."""
    if settings.chroma_url is not None:
        name = collection_name(library, generation)
        return chroma.open_server(settings.chroma_url, name, create)
    folder = folder_of(settings, generation) / "vectors"
    return chroma.open_folder(folder, create)


def collection_name(library: str, generation: int) -> str:
    """What a generation's collection is called on a shared server."""
    return f"{collection_prefix(library)}{generation:06d}"


def collection_prefix(library: str) -> str:
    """What the names of this library's collections begin with."""
    return f"pcc-{library}-"
