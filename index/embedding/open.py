"""Open the embedding model that the settings name, the fastest way there is."""

from index.embedding.embedder import Embedder
from index.embedding.exported import CARD, ExportedModel
from index.embedding.hashed import NAME, HashedWords
from index.embedding.model import find_model
from index.settings import IndexSettings


def embedding_recipe(settings: IndexSettings) -> str:
    """The recipe of the model that the settings name, without loading it."""
    if settings.embedding_model == NAME:
        return HashedWords.recipe
    return find_model(settings.embedding_model).recipe


def is_prepared(settings: IndexSettings) -> bool:
    """Whether the model opens at once; else the first opening takes up to half a minute."""
    if settings.embedding_model == NAME:
        return True
    folder = settings.exports_dir / find_model(settings.embedding_model).short_name
    return (folder / CARD).exists()


def open_embedder(settings: IndexSettings) -> Embedder:
    """The embedder for `settings`; a model met for the first time is exported, which takes a while.

    Raises ModelUnusable when there is no such model.
    """
    if settings.embedding_model == NAME:
        return HashedWords()
    model = find_model(settings.embedding_model)
    folder = settings.exports_dir / model.short_name
    if (folder / CARD).exists():
        return ExportedModel(folder, settings.threads)

    from index.embedding.transformer import TransformerModel, export

    original = TransformerModel(model, settings.threads)
    return export(original, folder) or original
