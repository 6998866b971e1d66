"""What the rest of the library knows of an embedding model."""

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[np.float32]
"""One row per text."""


class Embedder(Protocol):
    """Turns texts into unit vectors.

    `recipe` names the model and its exact weights: vectors of different recipes never meet.
    """

    @property
    def recipe(self) -> str:
        """Model name and a digest of its files."""
        ...

    @property
    def dimension(self) -> int:
        """Numbers per vector."""
        ...

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors of `texts`, in their order; a text too long for the model is cut."""
        ...


def unit_rows(rows: Matrix) -> Matrix:
    """Each row scaled to length 1; a row of zeros stays as it is."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Matrix = (rows / np.maximum(lengths, 1e-12)).astype(np.float32)
    return scaled
