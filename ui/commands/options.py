"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

DataDir = Annotated[
    Path | None,
    typer.Option("--data-dir", help="Folder that holds the library (default: data)."),
]
Config = Annotated[
    Path | None, typer.Option("--config", help="Settings file (default: pcc.toml if there).")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON in place of text.")]
