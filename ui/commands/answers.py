"""`pcc answers`: the record of answers that the pages gave."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import Config, DataDir

app = typer.Typer(no_args_is_help=True)


@app.callback()
def answers() -> None:
    """The record of answers given."""


@app.command()
def export(
    out: Annotated[Path | None, typer.Option(help="File to write (default: print).")] = None,
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Write every answer record that is kept as JSONL, oldest first."""
    import json
    from dataclasses import asdict

    from ui.commands.opening import records_of

    records = records_of(config, data_dir)
    try:
        lines = [json.dumps(asdict(record), ensure_ascii=False) for record in records.all()]
    finally:
        records.close()
    text = "".join(f"{line}\n" for line in lines)
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")
