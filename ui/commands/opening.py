"""Settings, library and assistant, opened for a command."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.library import Library

from assistant.assistant import Assistant
from ui.config import Settings, load_settings


def settings_for(config: Path | None, data_dir: Path | None) -> Settings:
    """The settings as file, environment and these flags give them. Raises ConfigError."""
    return load_settings(os.environ, config, {("index", "data_dir"): data_dir})


@contextmanager
def open_assistant(settings: Settings) -> Iterator[Assistant]:
    """An assistant over the library, which is closed at the end. Raises LibraryError."""
    with Library.open(settings.index) as library:
        yield Assistant(library, settings.assistant)
