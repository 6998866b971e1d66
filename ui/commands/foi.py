"""`pcc foi`: requests for information, from the letter to the reply."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import Config, DataDir

app = typer.Typer(no_args_is_help=True)

Received = Annotated[
    datetime, typer.Option(formats=["%Y-%m-%d"], help="Day the request came, as YYYY-MM-DD.")
]
Reference = Annotated[str, typer.Argument(help="Reference of the request: see pcc foi list.")]
BLOCKED = 3


@app.callback()
def foi() -> None:
    """Requests for information: draft, check, list, record."""


@app.command()
def draft(
    letter: Annotated[Path, typer.Argument(help="The request: text, .eml, Word or PDF.")],
    received: Received,
    out: Annotated[Path, typer.Option(help="Word file to write the draft reply to.")],
    json_out: Annotated[
        Path | None, typer.Option("--json", help="JSON file to write the parts to.")
    ] = None,
    reference: Annotated[str, typer.Option(help="Your own reference for the request.")] = "",
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Draft a reply to a letter, part by part, with the proof for each.

    A run that was cut short goes on where it stopped. A letter drafted before is drafted anew,
    except for the parts that an officer has accepted or changed.
    """
    from assistant.foi.intake import read_letter
    from ui.commands.drafting import draft_letter
    from ui.commands.opening import settings_for

    settings = settings_for(config, data_dir)
    read = read_letter(letter, settings.ingest)
    draft_letter(settings, read, received.date(), reference, out, json_out)


@app.command("list")
def list_requests(data_dir: DataDir = None, config: Config = None) -> None:
    """List the requests with their states and due dates, the latest first."""
    from ui.commands.requests import open_desk, request_line

    desk = open_desk(config, data_dir)
    for request in desk.register.all():
        typer.echo(request_line(request, desk))


@app.command()
def show(reference: Reference, data_dir: DataDir = None, config: Config = None) -> None:
    """Show a request: its clock, its parts and what is proposed for each."""
    from datetime import date

    from ui.commands.requests import open_desk, request_text

    desk = open_desk(config, data_dir)
    typer.echo(request_text(desk.register.load(reference), desk, date.today()))


@app.command()
def due(
    received: Annotated[
        datetime, typer.Argument(formats=["%Y-%m-%d"], help="Day received, as YYYY-MM-DD.")
    ],
    clarified: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Day a clarification was received."),
    ] = None,
    extended: Annotated[bool, typer.Option(help="More time was taken, and notified.")] = False,
    eir: Annotated[bool, typer.Option("--eir", help="Environmental information.")] = False,
    config: Config = None,
) -> None:
    """Work out when a request must be answered, with the working shown."""
    from assistant.foi.clock import Regime, RequestDates, response_deadline
    from assistant.foi.desk import office_calendar
    from ui.commands.opening import settings_for

    foi_settings = settings_for(config, None).foi
    dates = RequestDates(
        received.date(),
        clarification_received=clarified.date() if clarified else None,
        extended=extended,
        regime=Regime.EIR if eir else Regime.FOIA,
    )
    deadline = response_deadline(dates, office_calendar(foi_settings), foi_settings.clock)
    typer.echo(deadline.due.isoformat() if deadline.due else "the clock stands still")
    for step in deadline.working:
        typer.echo(f"  {step}")
