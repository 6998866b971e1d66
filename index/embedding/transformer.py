"""Run a model with sentence-transformers, and export it for onnxruntime.

The only module that imports torch: it is used when a model is first met, and for a model that
cannot be exported.
"""

import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding.embedder import Matrix, unit_rows
from index.embedding.exported import TOKENIZER, WEIGHTS, ExportCard, ExportedModel
from index.embedding.model import Model
from index.errors import ModelUnusable

_SAMPLES = (
    "How many crimes were recorded in the year to March?",
    "The Commissioner agreed the budget requirement of £231.4m.",
    "Action closed.",
    "Response times to emergency calls, by district, compared with the long-term average. " * 8,
)
_ALIKE = 0.999
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")


class TransformerModel:
    """An embedder that runs sentence-transformers as it is."""

    def __init__(self, model: Model, threads: int | None) -> None:
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        # transformers leaves its own function without types
        disable_progress_bar()  # type: ignore[no-untyped-call]
        if threads is not None:
            torch.set_num_threads(threads)
        self._model = model
        try:
            self.engine: Any = SentenceTransformer(
                model.location, device="cpu", trust_remote_code=False
            )
        except (OSError, ValueError, KeyError) as error:
            raise ModelUnusable(
                f"The embedding model {model.location} cannot be loaded ({error})",
                "Set embedding_model to a sentence-transformers folder that is on this machine",
            ) from error

    @property
    def recipe(self) -> str:
        """Model name and a digest of its files."""
        return self._model.recipe

    @property
    def dimension(self) -> int:
        """Numbers per vector."""
        return int(self.engine.get_embedding_dimension())

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors of `texts`, in their order."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        rows = self.engine.encode(list(texts), convert_to_numpy=True, show_progress_bar=False)
        return unit_rows(np.asarray(rows, dtype=np.float32))


def export(original: TransformerModel, folder: Path) -> ExportedModel | None:
    """Write `original` to `folder` for onnxruntime; None when it cannot be done faithfully.

    The export is kept only if it gives the original's vectors for the sample texts (cosine above
    0.999). The folder appears whole or not at all.
    """
    card = _card(original)
    if card is None:
        return None
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix="export-"))
    try:
        _write(original, card, scratch)
        exported = ExportedModel(scratch, None)
        if float(np.min(np.sum(original.embed(_SAMPLES) * exported.embed(_SAMPLES), axis=1))) < (
            _ALIKE
        ):
            return None
        if not folder.exists():
            os.replace(scratch, folder)
        return ExportedModel(folder, None)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _card(original: TransformerModel) -> ExportCard | None:
    """How to run the model without sentence-transformers; None if it has steps we do not know."""
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    steps = list(original.engine)
    known = [Transformer, Pooling, Normalize][: len(steps)]
    if len(steps) < 2 or not all(map(isinstance, steps, known)):
        return None
    pooling = steps[1].get_config_dict().get("pooling_mode", "")
    if pooling not in {"mean", "cls"} or not hasattr(
        original.engine.tokenizer, "backend_tokenizer"
    ):
        return None
    accepted = original.engine.tokenizer.model_input_names
    return ExportCard(
        recipe=original.recipe,
        dimension=original.dimension,
        max_tokens=int(original.engine.max_seq_length),
        pooling=pooling,
        inputs=tuple(name for name in _INPUTS if name in accepted),
    )


def _write(original: TransformerModel, card: ExportCard, folder: Path) -> None:
    import torch

    sample = original.engine.tokenizer(list(_SAMPLES), padding=True, return_tensors="pt")

    class LastHidden(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = original.engine[0].auto_model.eval()

        def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
            named = dict(zip(card.inputs, tensors, strict=True))
            hidden: torch.Tensor = self.network(**named).last_hidden_state
            return hidden

    axes = {name: {0: "texts", 1: "tokens"} for name in (*card.inputs, "hidden")}
    with warnings.catch_warnings(), torch.no_grad():
        # The exporter warns of traced shapes; the comparison of vectors is the real check.
        warnings.simplefilter("ignore")
        logging.getLogger("torch.onnx").setLevel(logging.ERROR)
        torch.onnx.export(
            LastHidden(),
            tuple(sample[name] for name in card.inputs),
            str(folder / WEIGHTS),
            input_names=list(card.inputs),
            output_names=["hidden"],
            dynamic_axes=axes,
            dynamo=False,  # the newer exporter needs one more package and gives the same graph
        )
    original.engine.tokenizer.backend_tokenizer.save(str(folder / TOKENIZER))
    card.write(folder)
