"""Requests that may be added up with this one under section 12(4).

Regulation 5 of the 2004 fees regulations: requests for the same or similar information, received
within sixty consecutive working days. Whether they come from one person or from people acting
together is for an officer to say; the requester is compared only when both letters are still kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from assistant.foi.register import Register
from assistant.foi.request import Request
from assistant.foi.working_days import WorkingCalendar

_SIMILAR = 62.0  # of 100, by inspection: the same subject in other words


@dataclass(frozen=True, slots=True)
class Related:
    """Another request near in time and matter."""

    request: Request
    working_days: int
    similarity: float
    same_requester: bool


def related_requests(
    request: Request,
    others: Iterable[Request],
    register: Register,
    calendar: WorkingCalendar,
    days: int,
) -> tuple[Related, ...]:
    """Requests within `days` working days of this one that ask for similar things, likest first."""
    found = []
    mine = register.requester(request.reference)
    for other in others:
        if other.reference == request.reference:
            continue
        first, last = sorted((request.received, other.received))
        apart = calendar.between(first, last)
        alike = _similarity(request, other)
        theirs = register.requester(other.reference)
        same = bool(mine.email and mine.email == theirs.email) or bool(
            mine.name and mine.name.casefold() == theirs.name.casefold()
        )
        if apart <= days and (alike >= _SIMILAR or (same and alike >= _SIMILAR / 2)):
            found.append(Related(other, apart, alike, same))
    return tuple(sorted(found, key=lambda entry: -entry.similarity))


def _similarity(one: Request, other: Request) -> float:
    """How alike the most similar pair of parts is, 0 to 100."""
    return max(
        (
            fuzz.token_set_ratio(_words(first.ask), _words(second.ask))
            for first in one.parts
            for second in other.parts
        ),
        default=0.0,
    )


def _words(ask: str) -> str:
    return " ".join(word for word in ask.lower().split() if len(word) > 3)
