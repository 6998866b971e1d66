"""Serve the pages until told to stop."""

import os
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from socket import socket

import uvicorn
from starlette.types import ASGIApp

from assistant.asker import Asker
from assistant.assistant import Assistant
from assistant.bodies import load_bodies
from index.library import Library
from ui.accounts.accounts import Accounts
from ui.answering import Answering
from ui.config import Settings
from ui.errors import ServeError
from ui.examples import Examples
from ui.logs import set_up_logs
from ui.records import AnswerRecords
from ui.requests.drafts import Drafts
from ui.services import Services
from ui.switch import Switch
from ui.uploads.jobs import Jobs
from ui.uploads.keep import Uploads

_STOP_SECONDS = 10


def serve(settings: Settings, host: str, port: int, say: Callable[[str], object] = print) -> None:
    """Open the library and serve its pages; `say` gets the address once it answers.

    Ends at SIGINT or SIGTERM, after questions under way are answered (10 seconds at most).
    Raises LibraryError without a library, ServeError when the port is taken.
    """
    set_up_logs(settings.ui.log_level)
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="pcc-pages-"))
        _close_gradio_down(Path(folder))
        library = stack.enter_context(Library.open(settings.index))
        asker = Assistant(library, settings.assistant, load_bodies(settings.foi.bodies_file))
        services = services_over(settings, library, asker, stack)
        services.examples.questions()  # looked for from now on, so that the first visitor has some
        from ui.app import create_app  # Gradio takes seconds to import, and reads its environment

        config = server_config(create_app(services), host, port)
        _Announcing(config, lambda: say(f"Serving at {address(settings, host, port)}")).run()


def server_config(app: ASGIApp, host: str, port: int) -> uvicorn.Config:
    """How the application is served: its own logs, no word about the software."""
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_STOP_SECONDS,
        h11_max_incomplete_event_size=32_768,
    )


def services_over(settings: Settings, library: Library, asker: Asker, stack: ExitStack) -> Services:
    """Everything the pages need; what has to be closed is put on `stack`."""
    data_dir = settings.index.data_dir
    conditions = {
        "assistant": settings.assistant.model_dump(mode="json"),
        "embedding_model": settings.index.embedding_model,
    }
    records = AnswerRecords(data_dir, settings.ui.keep_answers_days, conditions)
    stack.callback(records.close)
    accounts = Accounts(data_dir, settings.ui.accounts)
    stack.callback(accounts.close)
    switch = Switch(data_dir)
    answering = Answering(asker, library, records, switch, settings.ui)
    jobs = Jobs(settings)
    stack.callback(jobs.close)
    drafts = Drafts(settings, library, asker)
    stack.callback(drafts.close)
    return Services(
        settings=settings,
        library=library,
        answering=answering,
        records=records,
        accounts=accounts,
        switch=switch,
        uploads=Uploads(data_dir),
        jobs=jobs,
        examples=Examples(library, asker, settings.ui.examples),
        drafts=drafts,
    )


def address(settings: Settings, host: str, port: int) -> str:
    """Where the pages are, as a browser on this machine asks for them."""
    named = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104 - shown, not bound
    return f"http://{named}:{port}{settings.ui.sub_path}/"


class _Announcing(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], object]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Start; a port that is taken ends in ServeError rather than in a traceback."""
        try:
            await super().startup(sockets)
        except SystemExit as error:
            raise ServeError(
                f"Port {self.config.port} of {self.config.host} cannot be used: is another "
                "service on it? Choose another with --port."
            ) from error
        self._announce()


def _close_gradio_down(folder: Path) -> None:
    """What Gradio reads from the environment at import: no outside calls, a private folder."""
    os.environ |= {
        "GRADIO_ANALYTICS_ENABLED": "False",
        "GRADIO_TEMP_DIR": str(folder),
        "GRADIO_SSR_MODE": "False",
        "GRADIO_MCP_SERVER": "False",
        "HF_HUB_OFFLINE": "1",
    }
