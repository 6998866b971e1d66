"""Batch answering (docs/CONTRACTS.md): rows written in order, each as soon as it is known."""

import itertools
from collections.abc import Sequence
from pathlib import Path

from eval.answers import read_answers
from eval.errors import MismatchError
from eval.generate import Asker, OnFailure, answer_all
from eval.questions import BatchQuestion

NOT_IN_CONTRACT = {"confidence"}


def answered_so_far(path: Path, batch: Sequence[BatchQuestion]) -> int:
    """How many rows of `batch` the file already answers, from the first on.

    Raises MismatchError where the file's rows are not those of the batch.
    """
    if not path.exists() or not path.stat().st_size:
        return 0
    rows = read_answers(path)
    for row, question in itertools.zip_longest(rows, batch[: len(rows)]):
        if question is None or row.id != question.id:
            raise MismatchError(f"{path} answers other questions ({row.id}): leave out --resume")
    return len(rows)


def write_answers(
    asker: Asker,
    batch: Sequence[BatchQuestion],
    path: Path,
    *,
    append: bool,
    on_failure: OnFailure,
) -> None:
    """Answer `batch` into `path`, flushed row by row so that a stopped run keeps what it has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a" if append else "w", encoding="utf-8") as file:
        for row in answer_all(asker, batch, on_failure):
            file.write(row.model_dump_json(exclude=NOT_IN_CONTRACT) + "\n")
            file.flush()
