"""Vectors of window texts already embedded, kept by the model that made them.

An update that was interrupted, a document of which one paragraph changed and a rebuilt index all
find their vectors here. Disposable: what is missing is embedded again.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from index.embedding.embedder import Embedder, Matrix
from index.embedding.model import short_name


def text_key(text: str) -> bytes:
    """The key of a text: the same words are embedded once."""
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


class VectorCache:
    """Vectors by text."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._embedder = embedder
        self._folder = folder
        self._name = f"{short_name(embedder.recipe)}.sqlite3"
        self._connection = sqlite3.connect(folder / self._name, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("PRAGMA secure_delete = ON")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def missing(self, texts: Iterable[str]) -> list[str]:
        """Those of `texts` not embedded yet, each once, shortest first."""
        wanted = {text_key(text): text for text in texts}
        return sorted(
            (text for key, text in wanted.items() if not self._has(key)),
            key=lambda text: (len(text), text),
        )

    def embed(self, texts: Sequence[str]) -> None:
        """Embed `texts` and keep their vectors."""
        vectors = self._embedder.embed(texts)
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany(
            "INSERT OR REPLACE INTO vectors (key, vector) VALUES (?, ?)",
            [(text_key(text), row.tobytes()) for text, row in zip(texts, vectors, strict=True)],
        )
        self._connection.execute("COMMIT")

    def vectors(self, texts: Sequence[str]) -> Matrix:
        """The vectors of `texts`; what is not kept is embedded now."""
        absent = self.missing(texts)
        if absent:
            self.embed(absent)
        rows = [self._vector(text_key(text)) for text in texts]
        stacked: Matrix = (
            np.stack(rows) if rows else np.zeros((0, self._embedder.dimension), np.float32)
        )
        return stacked

    def keep_only(self, texts: Iterable[str]) -> None:
        """Forget the vectors of every other text, and all that other models made."""
        for path in self._folder.glob("*.sqlite3*"):
            if not path.name.startswith(self._name):
                path.unlink()
        self._connection.execute("CREATE TEMP TABLE kept (key BLOB PRIMARY KEY)")
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany(
            "INSERT OR IGNORE INTO kept VALUES (?)", ((text_key(text),) for text in texts)
        )
        self._connection.execute("DELETE FROM vectors WHERE key NOT IN (SELECT key FROM kept)")
        self._connection.execute("COMMIT")
        self._connection.execute("DROP TABLE kept")

    def _has(self, key: bytes) -> bool:
        found = self._connection.execute("SELECT 1 FROM vectors WHERE key = ?", (key,))
        return found.fetchone() is not None

    def _vector(self, key: bytes) -> Matrix:
        row = self._connection.execute(
            "SELECT vector FROM vectors WHERE key = ?", (key,)
        ).fetchone()
        vector: Matrix = np.frombuffer(row[0], dtype=np.float32)
        return vector
