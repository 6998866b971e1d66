"""`pcc ingest`: read files and folders into the library."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import AsJson, Config, DataDir

SOME_FAILED = 3


def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders to read.", exists=True)],
    data_dir: DataDir = None,
    config: Config = None,
    as_json: AsJson = False,
    only: Annotated[
        bool, typer.Option("--only", help="Retire every document that is not in these paths.")
    ] = False,
    unless_filled: Annotated[
        bool, typer.Option("--unless-filled", help="Do nothing if documents of others are there.")
    ] = False,
) -> None:
    """Read files and folders into the library; unchanged files are not read again.

    Exit 0 when all were read, 3 when some failed (each is listed with the reason), 2 on wrong
    usage.
    """
    from ui.commands.ingesting import already_filled, read_into_library
    from ui.commands.opening import settings_for
    from ui.commands.report_text import report_text

    settings = settings_for(config, data_dir)
    if unless_filled and already_filled(settings, paths):
        typer.echo(f"{settings.index.data_dir} holds other documents: they are kept as they are.")
        return
    report = read_into_library(settings, paths, only=only)
    typer.echo(report.to_json() if as_json else report_text(report))
    if report.failed:
        raise typer.Exit(SOME_FAILED)
