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


@app.command()
def check(reference: Reference, data_dir: DataDir = None, config: Config = None) -> None:
    """List everything that has to be put right before the reply may be sent.

    Exit 3 while there is something, 0 when the reply is ready.
    """
    from datetime import date

    from assistant.foi.precheck import check_request
    from index.library import Library
    from ui.commands.opening import settings_for
    from ui.commands.requests import open_desk

    desk = open_desk(config, data_dir)
    with Library.open(settings_for(config, data_dir).index) as library:
        request = desk.register.load(reference)
        faults = check_request(request, desk, library, date.today())
    for fault in faults:
        typer.echo(str(fault))
    if faults:
        raise typer.Exit(BLOCKED)
    typer.echo(f"{reference} is ready to be signed.")


@app.command()
def bundle(
    reference: Reference,
    out: Annotated[Path, typer.Option(help="Folder to write the record to.")],
    with_requester: Annotated[
        bool, typer.Option(help="Leave the requester's particulars in.")
    ] = False,
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Write the record of a request (searches, drafts, edits) as HTML and JSON."""
    from assistant.foi.bundle import bundle_html, make_bundle
    from ui.commands.requests import open_desk

    desk = open_desk(config, data_dir)
    record = make_bundle(desk.register.load(reference), desk, with_requester=with_requester)
    out.mkdir(parents=True, exist_ok=True)
    (out / "record.html").write_text(bundle_html(record), encoding="utf-8")
    (out / "record.json").write_text(record.model_dump_json(indent=2), encoding="utf-8")
    typer.echo(f"Record of {reference} written to {out}.")


@app.command()
def publish(
    reference: Reference,
    out: Annotated[Path, typer.Option(help="Folder that the library is fed from.")],
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Write a sent reply for the library, without its requester, and print its log entry."""
    from assistant.foi.publication import disclosure_entry, save_response
    from ui.commands.requests import open_desk

    desk = open_desk(config, data_dir)
    request = desk.register.load(reference)
    requester = desk.register.requester(reference)
    path = save_response(request, requester, desk.settings.office.name, out)
    typer.echo(disclosure_entry(request, requester).model_dump_json(indent=2))
    typer.echo(f"Reply written to {path}. Add it to the library with: pcc ingest {path}", err=True)


@app.command()
def statistics(
    first: Annotated[
        datetime, typer.Argument(formats=["%Y-%m-%d"], help="First day, as YYYY-MM-DD.")
    ],
    last: Annotated[
        datetime, typer.Argument(formats=["%Y-%m-%d"], help="Last day, as YYYY-MM-DD.")
    ],
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Print counts of the requests received in a period, as JSON."""
    import json
    from dataclasses import asdict
    from datetime import date

    from assistant.foi.statistics import statistics as count
    from ui.commands.requests import open_desk

    desk = open_desk(config, data_dir)
    requests = desk.register.all()
    counts = count(requests, desk, first.date(), last.date(), date.today())
    typer.echo(json.dumps(asdict(counts), default=str, indent=2))


@app.command()
def forget(data_dir: DataDir = None, config: Config = None) -> None:
    """Delete the letters of closed requests that have been kept long enough."""
    from datetime import date

    from assistant.foi.retention import forget_overdue
    from ui.commands.requests import open_desk

    desk = open_desk(config, data_dir)
    gone = forget_overdue(desk.register, date.today(), desk.settings.keep_days)
    typer.echo(f"Letters deleted: {', '.join(gone) or 'none'}.")


@app.command("refresh-holidays")
def refresh_holidays(
    to: Annotated[Path, typer.Argument(help="File to keep the holidays in.")],
    config: Config = None,
) -> None:
    """Fetch the bank holidays from the address in the settings; never done by itself."""
    from assistant.foi.working_days import refresh_holidays as fetch
    from ui.commands.opening import settings_for

    calendar = fetch(settings_for(config, None).foi.holidays_url, to)
    typer.echo(
        f"{len(calendar.holidays)} holidays to {calendar.last_year} written to {to}. "
        "Name the file in the setting foi.holidays_file."
    )


@app.command()
def template(
    to: Annotated[Path, typer.Argument(help="Folder to copy them to.")],
) -> None:
    """Copy the letter's Word template, its words and the list of bodies, to be changed."""
    from importlib.resources import files

    to.mkdir(parents=True, exist_ok=True)
    foi = files("assistant.foi").joinpath("data")
    shipped = (foi / "letter.docx", foi / "letter.toml", files("assistant") / "bodies.toml")
    for file in shipped:
        (to / file.name).write_bytes(file.read_bytes())
        typer.echo(str(to / file.name))
