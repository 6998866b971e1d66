"""Score sentences against a question with the ranker that ships with the product.

The model reads question and sentence together (a cross-encoder, Nogueira and Cho 2019,
https://arxiv.org/abs/1901.04085), which says far more of whether one answers the other than two
separate vectors do. MODEL_CARD.md tells what it was trained on and how well it does.
"""

import os
import threading
from collections.abc import Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:  # loaded with the model, on first use
    from tokenizers import Encoding

_MODEL = "ranker.onnx"
_TOKENIZER = "tokenizer.json"
_MOST_TOKENS = 112  # as in training

Scores = NDArray[np.float32]


class Ranker:
    """Loads on first use; safe to share between threads."""

    def __init__(self, threads: int | None = None) -> None:
        self._threads = threads or os.cpu_count() or 1
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any] | None = None

    def scores(self, asked: Sequence[tuple[str, str, str]]) -> Scores:
        """One score for each (question, sentence, words before it), higher is better.

        Scores are log-odds: 0 is as likely as not to answer. Pairs are read one by one: quantised
        weights make a score depend on what is read together with it, and reading several at once
        was measured to be no faster on two cores, for the padding.
        """
        tokenizer, session = self._load()
        scores = [
            session.run(
                None, _tensors(tokenizer.encode(q, f"{text} | {before}" if before else text))
            )
            for q, text, before in asked
        ]
        return np.array([score[0][0] for score in scores], dtype=np.float32)

    def _load(self) -> tuple[Any, Any]:
        with self._lock:
            if self._loaded is None:
                self._loaded = self._open()
            return self._loaded

    def _open(self) -> tuple[Any, Any]:
        import onnxruntime
        from tokenizers import Tokenizer

        folder = resources.files("index.ranking")
        tokenizer = Tokenizer.from_str(folder.joinpath(_TOKENIZER).read_text("utf-8"))
        tokenizer.enable_truncation(_MOST_TOKENS, strategy="only_second")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        session = onnxruntime.InferenceSession(
            folder.joinpath(_MODEL).read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        return tokenizer, session


def _tensors(encoded: "Encoding") -> dict[str, NDArray[np.int64]]:
    return {
        "input_ids": np.array([encoded.ids], dtype=np.int64),
        "attention_mask": np.array([encoded.attention_mask], dtype=np.int64),
        "token_type_ids": np.array([encoded.type_ids], dtype=np.int64),
    }
