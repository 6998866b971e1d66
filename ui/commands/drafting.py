"""`pcc foi draft`: from a letter to a Word file and its JSON."""

import sys
from datetime import date
from pathlib import Path

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from assistant.foi.desk import Desk
from assistant.foi.drafting import Drafter, reply_assistant
from assistant.foi.export import draft_json
from assistant.foi.intake import Letter
from assistant.foi.request import Request
from assistant.foi.word_letter import word_letter
from ui.commands.assisting import open_assistant
from ui.config import Settings

OFFICER = "command line"


def draft_letter(
    settings: Settings,
    letter: Letter,
    received: date,
    reference: str,
    out: Path,
    json_out: Path | None,
) -> None:
    """Draft a reply and write it. Raises FoiError, LibraryError."""
    desk = Desk.open(settings.index, settings.foi)
    with open_assistant(settings) as assistant:
        asker = reply_assistant(assistant, settings.foi)
        drafter = Drafter(desk.register, assistant.library, asker, settings.foi)
        request = drafter.take_in(letter, received, OFFICER, reference)
        request = _drafted(drafter, request)
    deadline = desk.deadline(request)
    out.write_bytes(word_letter(desk.content(request, date.today()), settings.foi.template))
    if json_out is not None:
        draft = draft_json(request, deadline.due, deadline.working)
        json_out.write_text(draft.model_dump_json(indent=2), encoding="utf-8")
    typer.echo(f"{request.reference}: {len(request.parts)} parts, due {deadline.due}")
    for part in request.parts:
        typer.echo(f"  {part.label or part.number}: {part.outcome}")
    typer.echo(f"Draft written to {out}. Nothing is sent: an officer checks and accepts each part.")


def _drafted(drafter: Drafter, request: Request) -> Request:
    """Draft with a bar on a terminal. Goes on where it stopped, or begins anew if all was done."""
    columns = (TextColumn("Drafting"), BarColumn(), TextColumn("{task.completed} of {task.total}"))
    finished = all(part.drafted for part in request.parts)
    with Progress(*columns, TimeElapsedColumn(), disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("drafting", total=len(request.parts))

        def report(done: int, of: int) -> None:
            bar.update(task, completed=done, total=of)

        return drafter.redraft(request, report) if finished else drafter.draft(request, report)
