"""`pcc settings`: every setting, its value and the variable that sets it."""

from typing import Annotated

import typer

from ui.commands.options import Config, DataDir


def settings(
    config: Config = None,
    data_dir: DataDir = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="As the table of a page.")] = False,
) -> None:
    """Print every setting with its value and the variable that sets it."""
    from ui.commands.opening import settings_for
    from ui.config import describe

    for line in describe(settings_for(config, data_dir)):
        if markdown:
            typer.echo(f"| `{line.variable}` | {line.value} | {line.description} |")
        else:
            typer.echo(f"{line.variable} = {line.value}\n    {line.description}")
