"""`pcc answer-batch`: a file of questions in, a file of answers out."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import Config, DataDir

SOME_FAILED = 3


def answer_batch(
    questions: Annotated[Path, typer.Argument(help="JSONL rows with id and question.")],
    answers: Annotated[Path, typer.Argument(help="JSONL file to write, one row per question.")],
    data_dir: DataDir = None,
    config: Config = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Keep the rows that ANSWERS has and go on after them.")
    ] = False,
) -> None:
    """Answer a JSONL file of questions, in order.

    Each row is written as soon as it is known. Exit 3 when the assistant failed at a question: its
    row has status error_internal.
    """
    from eval.batch import answered_so_far, write_answers
    from eval.questions import BatchQuestion, read_batch
    from ui.commands.assisting import open_assistant
    from ui.commands.opening import settings_for

    failures = 0

    def report(question: BatchQuestion, error: Exception) -> None:
        nonlocal failures
        failures += 1
        typer.echo(f"{question.id}: {type(error).__name__}: {error}", err=True)

    batch = read_batch(questions)
    done = answered_so_far(answers, batch) if resume else 0
    with open_assistant(settings_for(config, data_dir)) as assistant:
        write_answers(assistant, batch[done:], answers, append=done > 0, on_failure=report)
    if failures:
        raise typer.Exit(SOME_FAILED)
