"""How far an update is."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

_SECONDS_BETWEEN = 0.1


class Stage(StrEnum):
    """The parts of an update that take time."""

    READING = "reading"  # files
    PREPARING = "preparing"  # a model met for the first time
    EMBEDDING = "embedding"  # windows of passages
    INDEXING = "indexing"  # passages
    CHECKING = "checking"  # passages


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is. `rate` is per second, `seconds_left` is None until it can be told."""

    stage: Stage
    done: int
    total: int
    rate: float
    seconds_left: float | None
    name: str = ""


OnProgress = Callable[[Progress], None]


def ignore(_: Progress) -> None:
    """Tell nobody."""


class Meter:
    """Counts one stage and tells `listener`, ten times a second at most."""

    def __init__(self, listener: OnProgress, stage: Stage, total: int) -> None:
        self._listener = listener
        self._stage = stage
        self._total = total
        self._done = 0
        self._start = time.monotonic()
        self._told = float("-inf")
        if total:
            self._tell("")

    def advance(self, count: int = 1, name: str = "") -> None:
        """`count` more are done; `name` is the last of them."""
        self._done += count
        ended = self._done >= self._total
        if ended or time.monotonic() - self._told >= _SECONDS_BETWEEN:
            self._tell(name)

    def _tell(self, name: str) -> None:
        self._told = time.monotonic()
        rate = self._done / max(self._told - self._start, 1e-6)
        left = (self._total - self._done) / rate if self._done else None
        self._listener(Progress(self._stage, self._done, self._total, rate, left, name))
