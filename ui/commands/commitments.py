"""`pcc commitments`: who undertook what, and what became of it."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import AsJson, Config, DataDir

app = typer.Typer(no_args_is_help=True)


class ListView(StrEnum):
    """Ready-made lists."""

    ALL = "all"
    OPEN = "open"
    UNHEARD = "unheard"
    NO_OUTCOME = "no-outcome"
    OVERDUE = "overdue"
    SUGGESTIONS = "suggestions"


class Status(StrEnum):
    """How a commitment stands."""

    OPEN = "open"
    CLOSED = "closed"
    NO_LATER_RECORD = "no later record"
    UNKNOWN = "unknown"


class Format(StrEnum):
    """What an export is written as."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    DOCX = "docx"
    ICS = "ics"


Day = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="A day, as YYYY-MM-DD.", metavar="DAY")
]
Out = Annotated[Path | None, typer.Option("--out", help="File to write (default: print).")]


@app.callback()
def commitments() -> None:
    """Who undertook what, and what became of it."""


@app.command("list")
def list_threads(
    view: Annotated[ListView, typer.Option(help="A ready-made list.")] = ListView.ALL,
    owner: Annotated[str, typer.Option(help="Whose: a name, role or body.")] = "",
    kind: Annotated[str, typer.Option(help="action, undertaking, request, decision...")] = "",
    status: Annotated[Status | None, typer.Option(help="How it stands.")] = None,
    meeting: Day = None,
    plan: Annotated[str, typer.Option(help="Part of the name of the plan in force.")] = "",
    topic: Annotated[str, typer.Option(help="Part of a priority's or subject's name.")] = "",
    text: Annotated[str, typer.Option(help="Words that it must hold.")] = "",
    since: Day = None,
    due_by: Day = None,
    silent: Annotated[int, typer.Option(help="Unheard: for at least so many meetings.")] = 1,
    as_json: AsJson = False,
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """List commitments, one line each, with how they stand."""
    from assistant.commitments.select import Filter, View
    from assistant.commitments.thread import Standing
    from ui.commands.register import kind_named, open_register, print_threads

    wanted = Filter(
        view=View(view.value),
        owner=owner,
        standing=Standing(status.value) if status else None,
        kind=kind_named(kind),
        plan=plan,
        meeting=meeting.date() if meeting else None,
        topic=topic,
        text=text,
        since=since.date() if since else None,
        due_by=due_by.date() if due_by else None,
        silent=silent,
    )
    print_threads(open_register(config, data_dir), wanted, as_json=as_json)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="An action's number or a commitment's id.")],
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Show every record of a commitment, with its quotes and where they stand."""
    from ui.commands.register import open_register, print_timelines

    print_timelines(open_register(config, data_dir), name)


@app.command()
def diff(
    meeting: Day = None,
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Say what a meeting's minutes changed: closed, changed, new, silently dropped."""
    from ui.commands.register import open_register, print_differences

    print_differences(open_register(config, data_dir), meeting.date() if meeting else None)


@app.command()
def export(
    form: Annotated[Format, typer.Option("--format", help="What to write.")] = Format.JSON,
    out: Out = None,
    as_at: Day = None,
    view: Annotated[ListView | None, typer.Option(help="Only this ready-made list.")] = None,
    owner: Annotated[str, typer.Option(help="Only whose: a name, role or body.")] = "",
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Write the register as JSON, CSV, Excel, a Word action log or a calendar.

    All of it, suggestions included, unless --view or --owner is given.
    """
    from assistant.commitments.select import Filter, View
    from ui.commands.register import open_register, written

    register = open_register(config, data_dir)
    day = as_at.date() if as_at else None
    wanted = Filter(View(view.value if view else "all"), owner, as_at=day)
    content = written(register, form.value, day, wanted if view or owner else None)
    if out is not None:
        out.write_bytes(content)
    elif form in {Format.XLSX, Format.DOCX}:
        raise typer.BadParameter(f"name a file for {form.value} with --out")
    else:
        typer.echo(content.decode("utf-8").rstrip("\r\n"))


@app.command()
def review(
    name: Annotated[str, typer.Argument(help="A commitment's id, as `show` prints it.")],
    by: Annotated[str, typer.Option(help="Who decides, for the record.")],
    accept: Annotated[bool, typer.Option("--accept", help="It is a commitment.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="It is none.")] = False,
    separate: Annotated[bool, typer.Option("--separate", help="It is its own thread.")] = False,
    merge: Annotated[str, typer.Option(help="Id of one that it belongs with.")] = "",
    correct: Annotated[
        list[str] | None, typer.Option("--set", help="A field to set, as name=value.")
    ] = None,
    part: Annotated[list[str] | None, typer.Option(help="Words of one part, to split it.")] = None,
    why: Annotated[str, typer.Option(help="The reason, for the record.")] = "",
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Accept, reject, correct, merge, separate or split a commitment; it stays so."""
    from ui.commands.opening import settings_for
    from ui.commands.reviewing import Decision, apply_decision

    chosen = Decision(accept, reject, separate, merge, tuple(correct or ()), tuple(part or ()), why)
    if not chosen.is_one():
        options = "--accept, --reject, --separate, --merge, --set, --part"
        raise typer.BadParameter(f"choose one of {options}")
    apply_decision(settings_for(config, data_dir), name, by, chosen)
    typer.echo("Kept.")
