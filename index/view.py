"""What one search sees: one generation's indexes and the documents that are live in it."""

import sqlite3
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from index import chroma, keywords
from index.catalogue import reading
from index.catalogue.reading import Entry
from index.generations import folder_of
from index.lexicon import read_lexicon
from index.results import Lexicon
from index.settings import IndexSettings
from index.vectors import Grain, Vectors


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
        self._vectors: dict[Grain, Vectors] = {}

    def vectors(self, grain: Grain) -> Vectors:
        """The vectors of this generation."""
        if grain not in self._vectors:
            opened = open_vectors(self._settings, self._library, self.generation, grain)
            self._vectors[grain] = opened
        return self._vectors[grain]

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
        for opened in self._vectors.values():
            opened.close()
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
    settings: IndexSettings,
    library: str,
    generation: int,
    grain: Grain,
    create: chroma.Graph | None = None,
) -> Vectors:
    """The vectors of a generation, embedded or on the server that the settings name."""
    if settings.chroma_url is not None:
        name = collection_name(library, generation, grain)
        return chroma.open_server(settings.chroma_url, name, create)
    return chroma.open_folder(vectors_folder(settings, generation, grain), create)


def vectors_folder(settings: IndexSettings, generation: int, grain: Grain) -> Path:
    """Where the embedded Chroma keeps the vectors of a generation."""
    return folder_of(settings, generation) / "vectors" / grain


def collection_name(library: str, generation: int, grain: Grain) -> str:
    """What a generation's collection is called on a shared server."""
    return f"{collection_prefix(library)}{generation:06d}-{grain}"


def collection_prefix(library: str) -> str:
    """What the names of this library's collections begin with."""
    return f"pcc-{library}-"
