"""Warm times of both, turn by turn in one process, so that a busy machine slows both alike.

Each question is asked once: what a cache would save is not counted. A few others come first, to
warm the process.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.assistant import Assistant
from assistant.settings import AssistantSettings
from eval.bench.part import Figures, library_settings, plain_folder, run_part
from eval.bench.pipeline import PlainPipeline
from eval.intervals import percentile
from eval.questions import Question
from index.library import Library

WARM_UP = 5


def measure(work: Path, questions: Sequence[Question]) -> Figures:
    """Median and 95th percentile in seconds: our whole answer, the plain pipeline's retrieval."""
    pipeline = PlainPipeline(plain_folder(work), library_settings(work).embedding_model)
    ours: list[float] = []
    plain: list[float] = []
    with Library.open(library_settings(work)) as library:
        assistant = Assistant(library, AssistantSettings())
        for question in questions[:WARM_UP]:
            assistant.ask(f"Please tell me: {question.question}")
            pipeline.retrieve(f"Please tell me: {question.question}")
        for question in questions:
            ours.append(_seconds(assistant.ask, question.question))
            plain.append(_seconds(pipeline.retrieve, question.question))
    return {
        "ours: answer, median, s": percentile(ours, 0.5) or 0.0,
        "ours: answer, 95th percentile, s": percentile(ours, 0.95) or 0.0,
        "plain: retrieval, median, s": percentile(plain, 0.5) or 0.0,
        "plain: retrieval, 95th percentile": percentile(plain, 0.95) or 0.0,
        "ratio of the medians": (percentile(ours, 0.5) or 0.0) / (percentile(plain, 0.5) or 1.0),
    }


def _seconds(call: Callable[[str], object], question: str) -> float:
    started = time.perf_counter()
    call(question)
    return time.perf_counter() - started


if __name__ == "__main__":
    run_part(measure)
