"""The vectors of the live passages, in Chroma: the only module that imports it.

A passage has one vector per window, under the id "passage:window". Rows are added and deleted,
never changed: Chroma leaves vectors unreachable when an id is written twice. No text and no
metadata is stored, the catalogue has both.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeAlias
from urllib.parse import urlsplit

import numpy as np

from index.embedding.embedder import Matrix
from index.errors import IndexUnreadable, ServerUnreachable
from ingest.passage import Passage

_COLLECTION = "passages"
# Chroma refuses more than 5,461 rows at once; smaller batches keep the memory low.
_ROWS_AT_ONCE = 2000
_Chroma: TypeAlias = Any
"""An object of Chroma's, whose own types cannot be named without importing it."""
_COSINE: dict[str, Any] = {"hnsw": {"space": "cosine", "ef_search": 200}}


def row_id(passage_id: str, window: int) -> str:
    """The id of a window's vector."""
    return f"{passage_id}:{window}"


def rows_of(passage: Passage) -> list[str]:
    """The ids of a passage's vectors."""
    return [row_id(passage.id, window) for window in range(len(passage.windows))]


def passage_of(row: str) -> str:
    """The passage that a vector belongs to."""
    return row.rpartition(":")[0]


class Closeable(Protocol):
    """What must be closed when the vectors are."""

    def close(self) -> None:
        """Give back files and threads."""
        ...


class Vectors:
    """One collection of vectors."""

    def __init__(self, client: Closeable, collection: _Chroma) -> None:
        self._client = client
        self._collection = collection

    def close(self) -> None:
        """Give back files and threads."""
        self._client.close()

    def count(self) -> int:
        """How many vectors there are."""
        return int(self._collection.count())

    def add(self, ids: Sequence[str], vectors: Matrix) -> None:
        """Add rows; none of `ids` may be there already."""
        for start in range(0, len(ids), _ROWS_AT_ONCE):
            rows = slice(start, start + _ROWS_AT_ONCE)
            self._collection.add(ids=list(ids[rows]), embeddings=vectors[rows])

    def delete(self, ids: Sequence[str]) -> None:
        """Take rows out."""
        for start in range(0, len(ids), _ROWS_AT_ONCE):
            self._collection.delete(ids=list(ids[start : start + _ROWS_AT_ONCE]))

    def nearest(
        self, vector: Matrix, limit: int, among: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """The ids nearest to `vector` (among those given, if any) with their cosine, best first."""
        return self.nearest_of_each(vector[None, :], limit, among)[0]

    def nearest_of_each(
        self, vectors: Matrix, limit: int, among: Sequence[str] | None = None
    ) -> list[list[tuple[str, float]]]:
        """For each row of `vectors`, the ids nearest to it with their cosine, best first."""
        limit = min(limit, self.count() if among is None else len(among))
        if limit <= 0:
            return [[] for _ in vectors]
        narrowed = {} if among is None else {"ids": list(among)}
        found = self._collection.query(
            query_embeddings=vectors, n_results=limit, include=["distances"], **narrowed
        )
        return [
            [(row, 1.0 - float(distance)) for row, distance in zip(ids, distances, strict=True)]
            for ids, distances in zip(found["ids"], found["distances"], strict=True)
        ]

    def cosines(self, vector: Matrix, ids: Sequence[str]) -> dict[str, float]:
        """The cosine of `vector` with each of `ids`; an id that is not there is left out."""
        found: dict[str, float] = {}
        for rows, stored in self._fetch(ids):
            found.update(zip(rows, (stored @ vector).tolist(), strict=True))
        return found

    def stored(self, ids: Sequence[str]) -> dict[str, Matrix]:
        """The vectors of `ids`; an id that is not there is left out."""
        return {
            row: vector
            for rows, stored in self._fetch(ids)
            for row, vector in zip(rows, stored, strict=True)
        }

    def ids(self) -> set[str]:
        """The ids of every row."""
        return set(self._collection.get(include=[])["ids"])

    def _fetch(self, ids: Sequence[str]) -> Iterator[tuple[list[str], Matrix]]:
        for start in range(0, len(ids), _ROWS_AT_ONCE):
            got = self._collection.get(
                ids=list(ids[start : start + _ROWS_AT_ONCE]), include=["embeddings"]
            )
            if got["ids"]:
                yield got["ids"], np.asarray(got["embeddings"], dtype=np.float32)


def open_folder(folder: Path, *, create: bool = False) -> Vectors:
    """Open the embedded Chroma in `folder`. Raises IndexUnreadable when it does not open."""
    import chromadb

    client = chromadb.PersistentClient(path=str(folder), settings=_quiet())
    return _opened(client, _COLLECTION, str(folder), create=create)


def open_server(url: str, collection: str, *, create: bool = False) -> Vectors:
    """Open a collection on a Chroma server. Raises ServerUnreachable, IndexUnreadable."""
    return _opened(_server(url), collection, url, create=create)


def drop_collections(url: str, prefix: str, keep: Iterable[str]) -> None:
    """Remove the collections of one library from a server, but for those in `keep`."""
    client = _server(url)
    try:
        kept = set(keep)
        for collection in client.list_collections():
            if collection.name.startswith(prefix) and collection.name not in kept:
                client.delete_collection(collection.name)
    finally:
        client.close()


def _server(url: str) -> _Chroma:
    import chromadb

    parts = urlsplit(url)
    try:
        return chromadb.HttpClient(
            host=parts.hostname or "localhost",
            port=parts.port or (443 if parts.scheme == "https" else 80),
            ssl=parts.scheme == "https",
            settings=_quiet(),
        )
    except Exception as error:  # Chroma raises ValueError and its HTTP client's own families
        raise ServerUnreachable(
            f"The Chroma server at {url} does not answer ({error})",
            "Start it with 'chroma run', or unset chroma_url to use the embedded one",
        ) from error


def _opened(client: _Chroma, name: str, place: str, *, create: bool) -> Vectors:
    try:
        if create:
            made = client.create_collection(name, embedding_function=None, configuration=_COSINE)
            return Vectors(client, made)
        return Vectors(client, client.get_collection(name, embedding_function=None))
    except Exception as error:  # Chroma maps the Rust core's errors to several families
        client.close()
        raise IndexUnreadable(
            f"The vectors in {place} cannot be opened ({error})",
            "Run 'pcc library check --repair' to rebuild them",
        ) from error


def _quiet() -> _Chroma:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)
