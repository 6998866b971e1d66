"""When the last meeting was and when the next one is: from the papers of the meetings themselves.

Search finds whatever sentence says "last met", of another body or of years ago. The papers of each
meeting carry its date, and most end with that of the next.
"""

import re
from dataclasses import dataclass
from datetime import date

from assistant.question import Question
from assistant.wants import Want
from assistant.words import stem
from index.library import Library
from index.results import DocumentRecord, Filters
from index.scope import matches
from ingest.dates import PeriodKind, find_dates
from ingest.document import DocumentKind, Span

_NEXT = re.compile(r"\bnext\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|latest|most recent(?:ly)?)\b", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:meet(?:s|ing|ings)?|met)\b", re.IGNORECASE)
_PANEL = re.compile(r"\bpanel\b", re.IGNORECASE)
_OF_THE_PANEL = frozenset({DocumentKind.PANEL_PACK, DocumentKind.PANEL_MINUTES})
_OF_THE_OFFICE = frozenset({DocumentKind.MEETING_MINUTES, DocumentKind.MEETING_PAPERS})
_SAYS_LITTLE = frozenset(
    stem(word)
    for word in """accountability performance public pcc police crime commissioner chief constable
    panel meeting meet met held hold take place date day last next latest recent newest""".split()
)
"""Words of the meetings that every office has; any other names a meeting of somebody else's."""
_TELLS_NEXT = re.compile(r"\b(?:dates? of (?:the )?)?next meeting\b:?", re.IGNORECASE)
_REACH = 120
"""Characters after "next meeting" within which its date is told."""
_TELLING = 0.1


@dataclass(frozen=True, slots=True)
class MeetingTold:
    """The words that tell when a meeting is, and the day of the newest papers of its kind."""

    document: DocumentRecord
    span: Span
    newest: date


def find_meeting(
    question: Question, library: Library, filters: Filters, today: date
) -> MeetingTold | None:
    """The words that answer when the last or the next meeting is; None if that is not asked.

    The last is the newest up to `today` of which there are papers; the next is the one that the
    newest papers tell of.
    """
    asked = question.asked
    when = Want.WHEN in question.wants and not question.periods and _MEETING.search(asked)
    if not when or not _of_the_usual(question):
        return None
    kinds = _OF_THE_PANEL if _PANEL.search(asked) else _OF_THE_OFFICE
    held = sorted(
        (
            (day, record)
            for record in library.documents()
            if record.metadata.kind in kinds
            and matches(record, filters)
            and (day := record.metadata.meeting_date)
        ),
        key=lambda pair: pair[0],
    )
    if not held:
        return None
    newest, papers = held[-1]
    if _NEXT.search(asked):
        span = _next_told(library.document(papers.id).text, newest)
        return MeetingTold(papers, span, newest) if span else None
    past = [pair for pair in held if pair[0] <= today]
    if not _LAST.search(asked) or not past:
        return None
    day, papers = past[-1]
    span = _told(library.document(papers.id).text, day)
    return MeetingTold(papers, span, newest) if span else None


def _of_the_usual(question: Question) -> bool:
    """Whether nothing but words of the usual meetings is asked about."""
    telling = [c for c in question.wanted if c.weight > _TELLING]
    spoken = {stem(word) for c in telling for word in re.findall(r"[a-z]+", c.text.lower())}
    return spoken <= _SAYS_LITTLE


def _told(text: str, day: date) -> Span | None:
    """The line that first tells the day."""
    for period in find_dates(text):
        if period.kind is PeriodKind.DAY and period.start == day:
            return _line(text, period.span.start)
    return None


def _next_told(text: str, after: date) -> Span | None:
    """The label that tells of the next meeting after that of `after`, with its date."""
    for match in _TELLS_NEXT.finditer(text):
        reach = text[match.end() : match.end() + _REACH]
        days = [p for p in find_dates(reach) if p.kind is PeriodKind.DAY and p.start > after]
        if days:
            line = _line(text, match.end() + days[0].span.start)
            return Span(match.start(), line.end)
    return None


def _line(text: str, at: int) -> Span:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return Span(start, end if end >= 0 else len(text))
