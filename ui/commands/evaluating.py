"""What `pcc eval run` does: open the library, ask the set, save the run."""

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import track

from assistant.assistant import Assistant
from eval.generate import answer_all
from eval.questions import BatchQuestion, Question
from eval.runs import MadeBy, Run, save_run
from index.library import Library
from ui.commands.opening import settings_for
from ui.config import Settings, describe


def answer_set(
    questions: Sequence[Question], name: str, folder: Path, config: Path | None, data: Path | None
) -> Run:
    """Ask every question of the set and save the run in `folder`."""
    settings = settings_for(config, data)
    with Library.open(settings.index) as library:
        assistant = Assistant(library, settings.assistant)
        asking = track(questions, "asking", console=Console(stderr=True), transient=True)
        rows = tuple(answer_all(assistant, asking, _report))
        texts = {found.name: library.document(found.id).text for found in library.documents()}
        made_by = _made_by(name, library, settings)
    return save_run(folder, questions, rows, texts, made_by)


def _report(question: BatchQuestion, error: Exception) -> None:
    typer.echo(f"{question.id}: {type(error).__name__}: {error}", err=True)


def _made_by(name: str, library: Library, settings: Settings) -> MadeBy:
    return MadeBy(
        set_name=name,
        version=version("pcc-assistant"),
        generation=library.generation,
        documents=len(library.documents()),
        finished=datetime.now(UTC).isoformat(timespec="seconds"),
        settings={line.variable: line.value for line in describe(settings)},
    )
