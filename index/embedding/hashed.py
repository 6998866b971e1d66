"""Vectors that need no model: each word adds a fixed pattern drawn from its hash.

Texts that share words lie near each other, and nothing more: for tests, and for trying the
product on a machine where a model will not run.
"""

import hashlib
from collections.abc import Sequence

import numpy as np

from index.embedding.embedder import Matrix, unit_rows
from index.words import words

NAME = "hashed-words"
_DIMENSION = 64


class HashedWords:
    """An embedder of hashed words."""

    recipe = f"{NAME}:1"
    dimension = _DIMENSION

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors of `texts`; a text without words gets the pattern of the empty word."""
        rows = np.zeros((len(texts), _DIMENSION), dtype=np.float32)
        for place, text in enumerate(texts):
            for word in words(text) or [""]:
                rows[place] += _pattern(word)
        return unit_rows(rows)


def _pattern(word: str) -> Matrix:
    digest = hashlib.blake2b(word.encode(), digest_size=_DIMENSION).digest()
    pattern: Matrix = np.frombuffer(digest, dtype=np.uint8).astype(np.float32) - 127.5
    return pattern
