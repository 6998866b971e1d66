"""Score sentences against a question with the ranker that ships with the product.

The model reads question and sentence together (a cross-encoder, Nogueira and Cho 2019,
https://arxiv.org/abs/1901.04085), which says far more of whether one answers the other than two
separate vectors do. MODEL_CARD.md tells what it was trained on and how well it does.
"""

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
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
        self._loaded: tuple[Any, Any, ThreadPoolExecutor] | None = None

    def scores(self, asked: Sequence[tuple[str, str, str]]) -> Scores:
        """One score for each (question, sentence, words before it), higher is better.

        Scores are log-odds: 0 is as likely as not to answer. Pairs are read one by one: quantised
        weights make a score depend on what is read together with it. Each is read on one core, as
        many at a time as there are cores: measured 1.8 times as fast as each on all of them.
        """
        tokenizer, session, pool = self._load()

        def score(pair: tuple[str, str, str]) -> float:
            question, text, before = pair
            encoded = tokenizer.encode(question, f"{text} | {before}" if before else text)
            return float(session.run(None, _tensors(encoded))[0][0])

        return np.array(list(pool.map(score, asked)), dtype=np.float32)

    def _load(self) -> tuple[Any, Any, ThreadPoolExecutor]:
        with self._lock:
            if self._loaded is None:
                self._loaded = self._open()
            return self._loaded

    def _open(self) -> tuple[Any, Any, ThreadPoolExecutor]:
        import onnxruntime
        from tokenizers import Tokenizer

        folder = resources.files("index.ranking")
        tokenizer = Tokenizer.from_str(folder.joinpath(_TOKENIZER).read_text("utf-8"))
        tokenizer.enable_truncation(_MOST_TOKENS, strategy="only_second")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(
            folder.joinpath(_MODEL).read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        return tokenizer, session, ThreadPoolExecutor(self._threads, "ranker")


def _tensors(encoded: "Encoding") -> dict[str, NDArray[np.int64]]:
    return {
        "input_ids": np.array([encoded.ids], dtype=np.int64),
        "attention_mask": np.array([encoded.attention_mask], dtype=np.int64),
        "token_type_ids": np.array([encoded.type_ids], dtype=np.int64),
    }
