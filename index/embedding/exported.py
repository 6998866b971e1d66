"""Run an exported model with onnxruntime: no torch is imported."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding.embedder import Matrix, unit_rows

WEIGHTS = "model.onnx"
TOKENIZER = "tokenizer.json"
CARD = "export.json"
_BATCH = 16


@dataclass(frozen=True, slots=True)
class ExportCard:
    """What must be known beside the weights to run the model as sentence-transformers does.

    `pooling` is "mean" or "cls"; `inputs` are the names of the tensors the model takes.
    """

    recipe: str
    dimension: int
    max_tokens: int
    pooling: str
    inputs: tuple[str, ...]

    def write(self, folder: Path) -> None:
        """Store the card beside the weights."""
        (folder / CARD).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "ExportCard":
        """The card of an export."""
        stored = json.loads((folder / CARD).read_text(encoding="utf-8"))
        return cls(**{**stored, "inputs": tuple(stored["inputs"])})


class ExportedModel:
    """An embedder over an exported sentence-transformers model."""

    def __init__(self, folder: Path, threads: int | None) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self._card = ExportCard.read(folder)
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(self._card.max_tokens)
        if self._tokenizer.padding is None:
            self._tokenizer.enable_padding()
        else:
            self._tokenizer.enable_padding(**{**self._tokenizer.padding, "length": None})
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or os.cpu_count() or 1
        # Spinning threads would starve the page server that shares the cores.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / WEIGHTS), options, providers=["CPUExecutionProvider"]
        )

    @property
    def recipe(self) -> str:
        """Model name and a digest of its files."""
        return self._card.recipe

    @property
    def dimension(self) -> int:
        """Numbers per vector."""
        return self._card.dimension

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors of `texts`, in their order.

        Texts of like length share a batch, so that little is spent on padding.
        """
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            rows[batch] = self._batch([texts[place] for place in batch])
        return rows

    def _batch(self, texts: list[str]) -> Matrix:
        encoded = self._tokenizer.encode_batch(texts)
        mask = np.array([one.attention_mask for one in encoded], dtype=np.int64)
        tensors = {
            "input_ids": np.array([one.ids for one in encoded], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.array([one.type_ids for one in encoded], dtype=np.int64),
        }
        hidden = self._session.run(None, {name: tensors[name] for name in self._card.inputs})[0]
        if self._card.pooling == "cls":
            return unit_rows(hidden[:, 0])
        weights = mask[:, :, None].astype(np.float32)
        return unit_rows((hidden * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9))
