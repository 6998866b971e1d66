"""The face that everything which asks questions knows the assistant by."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from assistant.answer import Answer, Turn
from index.results import Filters


class Asker(Protocol):
    """What answers questions: the assistant, or a stand-in."""

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        filters: Filters = ...,
        today: date | None = None,
    ) -> Answer:
        """Answer `question`, asked on `today` after `history`, from what `filters` let through."""
