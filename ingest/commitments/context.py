"""What every finder needs to know of the document it looks through."""

import re
from dataclasses import dataclass
from datetime import date

from ingest.commitments.places import Places
from ingest.dates import first_day
from ingest.document import Document

_NEXT = re.compile(
    r"\b(?:date\s+of\s+(?:the\s+)?next\s+meeting|next\s+meeting\s*(?:date)?)\s*[:\n–-]?\s*(?P<day>[^\n]{0,80}\n?[^\n]{0,80})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """A document with the days that its words count from.

    `said` is the day of the meeting or the date of the document (for a report without a date, the
    end of the period it covers), `next_meeting` what it says of the next one.
    """

    document: Document
    places: Places
    said: date | None
    next_meeting: date | None

    @classmethod
    def of(cls, document: Document) -> "Context":
        """The context that a document gives."""
        metadata = document.metadata
        said = metadata.meeting_date or metadata.date or metadata.period_end
        return cls(document, Places(document), said, _next_meeting(document.text, said))


def _next_meeting(text: str, said: date | None) -> date | None:
    """The last day that a "date of next meeting" names, if it lies ahead."""
    days = [day for match in _NEXT.finditer(text) if (day := first_day(match["day"]))]
    return days[-1] if days and (said is None or days[-1] > said) else None
