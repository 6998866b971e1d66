"""`pcc user`: who may use the officer pages."""

from typing import Annotated

import typer

from ui.commands.options import Config, DataDir

app = typer.Typer(no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="The name to log in with.")]


@app.command()
def add(
    name: Name,
    password: Annotated[
        str, typer.Option(prompt=True, confirmation_prompt=True, hide_input=True, help="Asked for.")
    ],
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Make a user, or give one a new password."""
    from ui.commands.opening import accounts_of

    accounts_of(config, data_dir).add(name, password)
    typer.echo(f"{name} may log in.")


@app.command()
def remove(name: Name, data_dir: DataDir = None, config: Config = None) -> None:
    """Remove a user and end their logins."""
    from ui.commands.opening import accounts_of

    accounts_of(config, data_dir).remove(name)
    typer.echo(f"{name} may no longer log in.")


@app.command(name="list")
def list_users(data_dir: DataDir = None, config: Config = None) -> None:
    """List the users."""
    from ui.commands.opening import accounts_of

    for name in accounts_of(config, data_dir).names():
        typer.echo(name)
