"""The default model: exported once, then run without torch, to the same vectors."""

import json
import subprocess
import sys

import numpy as np
import pytest

from index.embedding import embedding_recipe, open_embedder
from index.embedding.cache import VectorCache, text_key
from index.embedding.exported import CARD
from index.embedding.hashed import HashedWords
from index.embedding.model import find_model
from index.embedding.transformer import TransformerModel, export
from index.errors import ModelUnusable
from index.progress import Stage
from index.settings import IndexSettings

TEXTS = [
    "What was the precept for 2023/24?",
    "Fly-tipping",
    "",
    "The Commissioner noted the rise in reported fraud, and asked for an update. " * 30,
    "Straße, café – 1,605 £ 😀",
] + [
    f"Sentence number {number} says something of its own length{' or so' * number}."
    for number in range(20)
]


@pytest.fixture
def default(exported_models, tmp_path):
    return IndexSettings(data_dir=tmp_path, models_dir=exported_models, threads=1)


@pytest.mark.slow
def test_the_exported_model_gives_the_vectors_of_sentence_transformers(default):
    exported = open_embedder(default)
    original = TransformerModel(find_model(default.embedding_model), threads=1)
    ours, theirs = exported.embed(TEXTS), original.embed(TEXTS)
    assert ours.shape == theirs.shape == (len(TEXTS), 384)
    assert np.min(np.sum(ours * theirs, axis=1)) > 0.9999
    assert exported.recipe == original.recipe == embedding_recipe(default)
    assert exported.dimension == original.dimension == 384


@pytest.mark.slow
def test_vectors_are_of_unit_length_and_do_not_depend_on_what_is_beside_them(default):
    embedder = open_embedder(default)
    together = embedder.embed(TEXTS)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    for place in (0, 3, 10):
        assert np.allclose(embedder.embed([TEXTS[place]])[0], together[place], atol=1e-4)
    assert embedder.embed([]).shape == (0, 384)


@pytest.mark.slow
def test_questions_are_embedded_without_importing_torch(default):
    open_embedder(default)
    code = (
        "import sys; from pathlib import Path\n"
        "from index.settings import IndexSettings\n"
        "from index.embedding import open_embedder\n"
        f"settings = IndexSettings(models_dir=Path({str(default.models_dir)!r}))\n"
        "open_embedder(settings).embed(['one question'])\n"
        "print('torch' in sys.modules, 'sentence_transformers' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False False"


@pytest.mark.slow
def test_a_model_folder_is_used_like_the_packaged_one(default, tmp_path):
    folder = find_model(default.embedding_model).location
    settings = default.model_copy(update={"embedding_model": folder})
    packaged, direct = embedding_recipe(default), embedding_recipe(settings)
    assert packaged.partition(":")[2] == direct.partition(":")[2]


@pytest.mark.slow
def test_a_model_that_cannot_be_exported_runs_as_it_is(default, tmp_path, monkeypatch):
    monkeypatch.setattr("index.embedding.transformer._card", lambda _: None)
    settings = default.model_copy(update={"models_dir": tmp_path / "none"})
    embedder = open_embedder(settings)
    assert isinstance(embedder, TransformerModel)
    assert embedder.embed(["text"]).shape == (1, 384)
    assert embedder.embed([]).shape == (0, 384)


@pytest.mark.slow
def test_an_export_that_gives_other_vectors_is_thrown_away(default, tmp_path, monkeypatch):
    original = TransformerModel(find_model(default.embedding_model), threads=1)
    monkeypatch.setattr("index.embedding.transformer._ALIKE", 1.1)
    assert export(original, tmp_path / "export") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_model_that_is_not_there_says_what_to_do(tmp_path):
    (tmp_path / "empty").mkdir()
    settings = IndexSettings(data_dir=tmp_path, embedding_model=str(tmp_path / "empty"))
    with pytest.raises(ModelUnusable, match="embedding_model"):
        open_embedder(settings)


@pytest.mark.slow
def test_a_first_ingest_tells_that_it_prepares_the_model(office, tmp_path):
    office.settings = IndexSettings(data_dir=tmp_path / "real", threads=1)
    office.write("budget.txt", "The precept rose.")
    told = []
    office.update(progress=told.append)
    stages = list(dict.fromkeys(one.stage for one in told))
    assert stages.index(Stage.PREPARING) == stages.index(Stage.EMBEDDING) - 1
    assert office.found("how much was the council tax?") == ["The precept rose."]
    office.write("more.txt", "More.")
    told.clear()
    office.update(progress=told.append)
    assert Stage.PREPARING not in {one.stage for one in told}


@pytest.mark.slow
def test_the_export_card_names_the_weights(default):
    model = find_model(default.embedding_model)
    open_embedder(default)
    card = json.loads((default.exports_dir / model.short_name / CARD).read_text())
    assert card["recipe"] == model.recipe
    assert (card["pooling"], card["max_tokens"]) == ("mean", 256)


def test_other_weights_have_another_recipe(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "model.safetensors").write_bytes(b"x" * 3_000_000)
    first = find_model(str(tmp_path)).recipe
    assert find_model(str(tmp_path)).recipe == first
    (tmp_path / "model.safetensors").write_bytes(b"x" * 2_999_999 + b"y")
    assert find_model(str(tmp_path)).recipe != first


def test_hashed_words_are_near_when_words_are_shared():
    near, far, query = HashedWords().embed(
        ["the precept rose", "burglary fell sharply", "precept rose"]
    )
    assert near @ query > far @ query
    assert HashedWords().embed([""]).shape == (1, HashedWords.dimension)


class Counting(HashedWords):
    """Counts the texts that it embeds."""

    def __init__(self):
        self.texts = []

    def embed(self, texts):
        self.texts += texts
        return super().embed(texts)


@pytest.fixture
def cache(tmp_path):
    with VectorCache(tmp_path, Counting()) as opened:
        yield opened


def test_a_text_is_embedded_once(cache):
    first = cache.vectors(["a", "b", "a"])
    assert np.array_equal(first[0], first[2])
    assert np.array_equal(cache.vectors(["b", "a"]), first[[1, 0]])
    assert sorted(cache._embedder.texts) == ["a", "b"]
    assert cache.missing(["a", "c", "c"]) == ["c"]
    assert cache.vectors([]).shape == (0, HashedWords.dimension)


def test_vectors_outlast_the_process_and_go_when_not_wanted(tmp_path):
    with VectorCache(tmp_path, Counting()) as opened:
        opened.embed(["a", "b"])
        opened.keep_only(["b", "never seen"])
    with VectorCache(tmp_path, Counting()) as again:
        assert again.missing(["a", "b"]) == ["a"]


def test_a_text_is_known_by_its_words():
    assert text_key("a") == text_key("a") != text_key("b")
