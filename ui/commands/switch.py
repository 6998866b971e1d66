"""`pcc switch`: turn public answering off, with the reason on record, and on again."""

from typing import Annotated

import typer

from ui.commands.options import Config, DataDir

app = typer.Typer(no_args_is_help=True)


@app.command()
def off(
    why: Annotated[str, typer.Option("--why", help="The reason, kept on record.")],
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Turn answering off; search stays on, and running pages follow at once."""
    from ui.commands.opening import switch_of

    typer.echo(f"Answering is off since {switch_of(config, data_dir).off(why).since}.")


@app.command()
def on(
    why: Annotated[str, typer.Option("--why", help="A note for the record.")] = "",
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Turn answering on again."""
    from ui.commands.opening import switch_of

    typer.echo(f"Answering is on since {switch_of(config, data_dir).on(why).since}.")


@app.command()
def status(data_dir: DataDir = None, config: Config = None) -> None:
    """Say how the switch stands, and every change of it."""
    from ui.commands.opening import switch_of

    switch = switch_of(config, data_dir)
    typer.echo(f"Answering is {'on' if switch.state().on else 'off'}.")
    for change in switch.history():
        typer.echo(f"{change.since}  {'on ' if change.on else 'off'}  {change.why or ''}".rstrip())
