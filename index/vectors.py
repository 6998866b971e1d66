"""The vectors of the live passages, in collections of Chroma's.

Windows and sentences each have a collection of their own, of one vector each, under the id
"passage:number". Rows are added and deleted, never changed: Chroma leaves vectors unreachable when
an id is written twice. No text and no metadata is stored, the catalogue has both.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Any, TypeAlias

import numpy as np

from index.embedding.embedder import Matrix
from index.errors import LibraryError
from ingest.passage import Passage

# Chroma refuses more than 5,461 rows at once; smaller batches keep the memory low.
_ROWS_AT_ONCE = 2000
Chroma: TypeAlias = Any
"""An object of Chroma's, whose own types cannot be named without importing it."""


class Grain(StrEnum):
    """How much of a passage one vector stands for."""

    WINDOWS = "windows"
    SENTENCES = "sentences"

    def texts_of(self, passage: Passage) -> tuple[str, ...]:
        """The texts of a passage that have a vector each."""
        return passage.windows if self is Grain.WINDOWS else passage.sentences

    def rows_of(self, passage: Passage) -> list[str]:
        """The ids of a passage's vectors."""
        return [row_id(passage.id, number) for number in range(len(self.texts_of(passage)))]


def row_id(passage_id: str, number: int) -> str:
    """The id of the vector of a passage's window or sentence."""
    return f"{passage_id}:{number}"


def texts_of(passage: Passage) -> Iterator[str]:
    """Every text of a passage that has a vector."""
    return (text for grain in Grain for text in grain.texts_of(passage))


def passage_of(row: str) -> str:
    """The passage that a vector belongs to."""
    return row.rpartition(":")[0]


class Vectors:
    """One collection of vectors.

    Every method raises what `failed` makes of an error of Chroma's.
    """

    def __init__(
        self, client: Chroma, collection: Chroma, failed: Callable[[Exception], LibraryError]
    ) -> None:
        self._client = client
        self._collection = collection
        self._failed = failed

    def close(self) -> None:
        """Give back files and threads."""
        self._client.close()

    def count(self) -> int:
        """How many vectors there are."""
        return int(self._ask("count"))

    def add(self, ids: Sequence[str], vectors: Matrix) -> None:
        """Add rows; none of `ids` may be there already."""
        for start in range(0, len(ids), _ROWS_AT_ONCE):
            rows = slice(start, start + _ROWS_AT_ONCE)
            self._ask("add", ids=list(ids[rows]), embeddings=vectors[rows])

    def delete(self, ids: Sequence[str]) -> None:
        """Take rows out."""
        for start in range(0, len(ids), _ROWS_AT_ONCE):
            self._ask("delete", ids=list(ids[start : start + _ROWS_AT_ONCE]))

    def nearest(
        self, vector: Matrix, limit: int, among: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """The ids nearest to `vector` (among those given, if any) with their cosine, best first."""
        return self.nearest_of_each(vector[None, :], limit, among)[0]

    def nearest_of_each(
        self, vectors: Matrix, limit: int, among: Sequence[str] | None = None
    ) -> list[list[tuple[str, float]]]:
        """For each row of `vectors`, the ids nearest to it with their cosine, best first."""
        if among is not None and not among:
            return [[] for _ in vectors]
        narrowed = {} if among is None else {"ids": list(among)}
        found = self._ask(
            "query", query_embeddings=vectors, n_results=limit, include=["distances"], **narrowed
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
        return set(self._ask("get", include=[])["ids"])

    def _fetch(self, ids: Sequence[str]) -> Iterator[tuple[list[str], Matrix]]:
        for start in range(0, len(ids), _ROWS_AT_ONCE):
            some = list(ids[start : start + _ROWS_AT_ONCE])
            got = self._ask("get", ids=some, include=["embeddings"])
            if got["ids"]:
                yield got["ids"], np.asarray(got["embeddings"], dtype=np.float32)

    def _ask(self, what: str, **arguments: object) -> Chroma:
        try:
            return getattr(self._collection, what)(**arguments)
        except Exception as error:  # Chroma's core and its HTTP client have families of their own
            raise self._failed(error) from error
