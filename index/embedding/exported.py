"""Run an exported model with onnxruntime: no torch is imported."""

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding.embedder import Matrix, unit_rows

WEIGHTS = "model.onnx"
TOKENIZER = "tokenizer.json"
CARD = "export.json"


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
        self._tokenizer.no_padding()
        self._threads = threads or os.cpu_count() or 1
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
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

        Each text is run by itself, on as many threads as there may be: measured per core, 34
        windows of 130 word pieces a second, against 31 by twos and 24 by eights. What one text
        needs stays in the core's cache, and nothing is padded.
        """
        if len(texts) == 1:
            return self._row(texts[0])
        with ThreadPoolExecutor(self._threads) as pool:
            rows = list(pool.map(self._row, texts))
        return np.concatenate([np.zeros((0, self.dimension), dtype=np.float32), *rows])

    def _row(self, text: str) -> Matrix:
        encoded = self._tokenizer.encode(text)
        tensors = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        inputs = {name: np.array([tensors[name]], dtype=np.int64) for name in self._card.inputs}
        hidden: Matrix = self._session.run(None, inputs)[0]
        return unit_rows(hidden[:, 0] if self._card.pooling == "cls" else hidden.mean(axis=1))
