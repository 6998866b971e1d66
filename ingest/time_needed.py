"""Work that takes long for a good reason says so, and whoever limits its time may listen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[float], None]

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def granting_time(listener: Listener) -> Iterator[None]:
    """Within this, `listener` is told of every wish for more time."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def ask_for_time(seconds: float) -> None:
    """Say that the file in hand needs so many seconds more than most."""
    listener = _listener.get()
    if listener is not None:
        listener(seconds)
