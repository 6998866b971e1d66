"""Conversations under way, each known only to the page that holds its session.

Kept here and not in Gradio's own session state, which also keeps some 26 kB for every call of the
API, ten thousand calls long: with this, Gradio may forget sessions early and nothing is lost.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from assistant.answer import Turn

_TURNS = 20
_SECONDS = 24 * 3600
_CHARACTERS = 60_000_000


@dataclass(frozen=True, slots=True)
class Exchange:
    """One turn: what follow-ups need, its HTML, and whether it was answered at all."""

    turn: Turn
    html: str
    answered: bool


Conversation = tuple[Exchange, ...]


class Conversations:
    """By session; the last 20 turns of each. The longest unused go when room runs out."""

    def __init__(
        self, characters: int = _CHARACTERS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`characters` is how much HTML is kept in all."""
        self._room = characters
        self._clock = clock
        self._held: OrderedDict[str, tuple[Conversation, float]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def of(self, session: str) -> Conversation:
        """What was said in a session so far; nothing after a day without a question."""
        with self._lock:
            kept, since = self._held.get(session, ((), 0.0))
            return kept if self._clock() - since < _SECONDS else ()

    def keep(self, session: str, conversation: Conversation) -> Conversation:
        """Hold a conversation; what of it is held."""
        kept = conversation[-_TURNS:]
        with self._lock:
            self._drop(session)
            self._held[session] = (kept, self._clock())
            self._size += _length(kept)
            while self._size > self._room and len(self._held) > 1:
                self._drop(next(iter(self._held)))
        return kept

    def forget(self, session: str) -> None:
        """Begin a session anew."""
        with self._lock:
            self._drop(session)

    def _drop(self, session: str) -> None:
        kept, _ = self._held.pop(session, ((), 0.0))
        self._size -= _length(kept)


def _length(conversation: Conversation) -> int:
    return sum(len(exchange.html) for exchange in conversation)
