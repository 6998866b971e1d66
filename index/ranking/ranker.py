"""Score sentences against a question with the ranker that ships with the product.

The model reads question and sentence together (a cross-encoder, Nogueira and Cho 2019,
https://arxiv.org/abs/1901.04085), which says far more of whether one answers the other than two
separate vectors do. MODEL_CARD.md tells what it was trained on and how well it does.
"""

import os
import threading
from collections.abc import Sequence
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MODEL = "ranker.onnx"
_TOKENIZER = "tokenizer.json"
_MOST_TOKENS = 112  # as in training
_BATCH = 24

Scores = NDArray[np.float32]


class Ranker:
    """Loads on first use; safe to share between threads."""

    def __init__(self, threads: int | None = None) -> None:
        self._threads = threads or os.cpu_count() or 1
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any] | None = None

    def scores(self, asked: Sequence[tuple[str, str, str]]) -> Scores:
        """One score for each (question, sentence, words before it), higher is better.

        Scores are log-odds: 0 is as likely as not to answer.
        """
        tokenizer, session = self._load()
        scores = np.zeros(len(asked), dtype=np.float32)
        pairs = [(q, f"{text} | {before}" if before else text) for q, text, before in asked]
        order = sorted(range(len(pairs)), key=lambda place: len(pairs[place][1]))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            encoded = tokenizer.encode_batch([pairs[place] for place in batch])
            tensors = {
                "input_ids": [one.ids for one in encoded],
                "attention_mask": [one.attention_mask for one in encoded],
                "token_type_ids": [one.type_ids for one in encoded],
            }
            feed = {name: np.array(rows, dtype=np.int64) for name, rows in tensors.items()}
            scores[batch] = session.run(None, feed)[0]
        return scores

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
        tokenizer.enable_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        session = onnxruntime.InferenceSession(
            folder.joinpath(_MODEL).read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        return tokenizer, session
