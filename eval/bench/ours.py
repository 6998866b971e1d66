"""What the assistant costs in memory and how well it answers."""

from collections.abc import Sequence
from pathlib import Path

from assistant.assistant import Assistant
from assistant.settings import AssistantSettings
from eval.answers import row_of
from eval.bench.part import QUALITY, Figures, library_settings, peak_megabytes, run_part
from eval.generate import ask_in_turn
from eval.questions import Question
from eval.scores import score
from index.library import Library


def measure(work: Path, questions: Sequence[Question]) -> Figures:
    """Peak memory, and the shares of QUALITY."""
    with Library.open(library_settings(work)) as library:
        assistant = Assistant(library, AssistantSettings())
        rows = [row_of(question.id, ask_in_turn(assistant, question)) for question in questions]
    shares = score(questions, rows).shares
    return {"ours: peak memory, MB": peak_megabytes()} | {
        f"ours: {name}": shares[name].value or 0.0 for name in QUALITY
    }


if __name__ == "__main__":
    run_part(measure)
