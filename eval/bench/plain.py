"""What the plain pipeline costs in memory and how well it answers."""

from collections.abc import Sequence
from pathlib import Path

from eval.bench.part import (
    QUALITY,
    Figures,
    library_settings,
    peak_megabytes,
    plain_folder,
    run_part,
)
from eval.bench.pipeline import PlainPipeline
from eval.questions import Question
from eval.scores import score


def measure(work: Path, questions: Sequence[Question]) -> Figures:
    """Peak memory of retrieval, and the shares of QUALITY (three most similar sentences)."""
    pipeline = PlainPipeline(plain_folder(work), library_settings(work).embedding_model)
    for question in questions:
        pipeline.retrieve(question.question)
    figures = {"plain: peak memory, MB": peak_megabytes()}
    rows = [pipeline.answer(question.id, question.question) for question in questions]
    shares = score(questions, rows).shares
    return figures | {f"plain: {name}": shares[name].value or 0.0 for name in QUALITY}


if __name__ == "__main__":
    run_part(measure)
