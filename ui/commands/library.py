"""`pcc library`: what the library holds, whether it is sound, and what it made of each document."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import AsJson, Config, DataDir

app = typer.Typer(no_args_is_help=True)

UNSOUND = 3


class ExportFormat(StrEnum):
    """Formats of the export."""

    JSON = "json"


@app.command(name="list")
def list_documents(
    data_dir: DataDir = None, config: Config = None, as_json: AsJson = False
) -> None:
    """List the documents with date, kind, pages, passages and who may see them."""
    from index.library import Library
    from ui.commands.opening import settings_for
    from ui.commands.report_text import records_json, records_text

    with Library.open(settings_for(config, data_dir).index) as library:
        records = library.documents()
    typer.echo(records_json(records) if as_json else records_text(records))


@app.command()
def check(
    repair: Annotated[bool, typer.Option("--repair", help="Mend what is found.")] = False,
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Prove that the catalogue and both indexes agree, by reading back. Exit 3 if they do not."""
    from index.check import check_library, repair_library
    from ui.commands.ingesting import shown_progress
    from ui.commands.opening import settings_for
    from ui.commands.report_text import check_text

    settings = settings_for(config, data_dir).index
    with shown_progress() as listener:
        report = (repair_library if repair else check_library)(settings, listener)
    for fault in report.faults:
        typer.echo(fault)
    typer.echo(check_text(report))
    if not report.passed:
        raise typer.Exit(UNSOUND)


@app.command()
def rebuild(data_dir: DataDir = None, config: Config = None) -> None:
    """Build both indexes anew from the catalogue (after the embedding model changed), and check."""
    check(repair=True, data_dir=data_dir, config=config)


@app.command()
def export(
    form: Annotated[ExportFormat, typer.Option("--format", help="Format.")] = ExportFormat.JSON,
    out: Annotated[Path | None, typer.Option(help="File to write (default: print).")] = None,
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Write what was understood of each document: metadata, blocks, tables, people, questions."""
    import json

    from index.library import Library
    from ui.commands.opening import settings_for
    from ui.export_documents import exported

    with Library.open(settings_for(config, data_dir).index) as library:
        documents = [exported(found, library.document(found.id)) for found in library.documents()]
    text = json.dumps(documents, ensure_ascii=False, indent=1)
    if out is None:
        typer.echo(text)
    else:
        out.write_text(text + "\n", encoding="utf-8")
