"""What every finder needs to know of the document it looks through."""

import re
from dataclasses import dataclass
from datetime import date

from ingest.commitments.places import Places
from ingest.dates import first_day
from ingest.document import Document

_NEXT = re.compile(
    r"\b(?:date\s+of\s+(?:the\s+)?next\s+meeting|next\s+meeting\s*(?:date)?)\s*[:\n–-]?\s*"
    r"(?P<day>[^\n]{0,80}\n?[^\n]{0,80})",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    r"\b(?:previous|last)\s+meeting\s*,?\s*(?:was\s+)?(?:held\s+)?(?:on\s+)?(?P<day>[^\n]{6,60})",
    re.IGNORECASE,
)


_MINUTES_OF = re.compile(r"\bminutes\s+of\b|\bmeeting\s+held\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """A document with the days that its words count from.

    `said` is the day of the meeting or the date of the document (for a report without a date, the
    end of the period it covers); `previous` and `following` are the meetings before and after as
    the document gives them.
    """

    document: Document
    places: Places
    said: date | None
    previous: date | None
    following: date | None

    @classmethod
    def of(cls, document: Document) -> "Context":
        """The context that a document gives."""
        metadata = document.metadata
        said = metadata.meeting_date or metadata.date or metadata.period_end
        return cls(
            document,
            Places(document),
            said,
            _previous_meeting(document.text, metadata.meeting_date),
            _next_meeting(document.text, said),
        )

    def said_at(self, offset: int) -> date | None:
        """The day on which the words at `offset` were said.

        Papers for one meeting hold the minutes of the one before: there it is that meeting's day.
        """
        block = self.places.block_at(offset)
        for heading in reversed(block.section if block is not None else ()):
            if _MINUTES_OF.search(heading) and (day := first_day(heading)):
                return day
        return self.said

    @property
    def meetings(self) -> tuple[date, ...]:
        """The meetings before and after, where the document gives them."""
        return tuple(day for day in (self.previous, self.following) if day is not None)


def _next_meeting(text: str, said: date | None) -> date | None:
    """The last day that a "date of next meeting" names, if it lies ahead."""
    days = [day for match in _NEXT.finditer(text) if (day := first_day(match["day"]))]
    return days[-1] if days and (said is None or days[-1] > said) else None


def _previous_meeting(text: str, said: date | None) -> date | None:
    """The first day on which a previous meeting is said to have been, if it lies behind."""
    if said is None:
        return None
    days = [day for match in _PREVIOUS.finditer(text) if (day := first_day(match["day"]))]
    return next((day for day in days if day < said), None)
