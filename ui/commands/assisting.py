"""An assistant over the library, for a command."""

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.assistant import Assistant
from assistant.bodies import load_bodies
from index.library import Library
from ui.config import Settings


@contextmanager
def open_assistant(settings: Settings) -> Iterator[Assistant]:
    """An assistant over the library, which is closed at the end. Raises LibraryError."""
    with Library.open(settings.index) as library:
        yield Assistant(library, settings.assistant, load_bodies(settings.foi.bodies_file))
