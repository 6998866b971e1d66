"""What the parts of the bench share: how they are called and how they say what they measured."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from eval.questions import Question, read_questions
from index.settings import IndexSettings

QUALITY = ("accuracy", "cited", "recall@5")
"""The measures of quality that stand beside the times."""

Figures = dict[str, float]
Part = Callable[[Path, Sequence[Question]], Figures]


def run_part(part: Part) -> None:
    """Run a part over `--work` and `--set`, and print its figures as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--set", type=Path, required=True)
    given = parser.parse_args()
    sys.stdout.write(json.dumps(part(given.work, read_questions(given.set))))


def library_settings(work: Path) -> IndexSettings:
    """The settings of the library that is measured."""
    return IndexSettings(data_dir=work / "library")


def plain_folder(work: Path) -> Path:
    """The plain pipeline's store."""
    return work / "plain"


def peak_megabytes() -> float:
    """The most memory this process has held at once.

    From /proc, because getrusage's figure is handed down from the process that started this one.
    Zero where there is no /proc.
    """
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
