"""`pcc serve`: the pages."""

from typing import Annotated

import typer

from ui.commands.options import Config, DataDir


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 7860,
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Serve the pages, and print their address once they answer."""
    from ui.commands.opening import settings_for
    from ui.server import serve as serve_pages

    serve_pages(settings_for(config, data_dir), host=host, port=port)
