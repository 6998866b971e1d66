"""Text to vectors, without importing torch where the model has been exported before."""

from index.embedding.embedder import Embedder, Matrix
from index.embedding.open import embedding_recipe, is_prepared, open_embedder

__all__ = ["Embedder", "Matrix", "embedding_recipe", "is_prepared", "open_embedder"]
