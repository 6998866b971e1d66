"""The meetings and times that a question names, and whether their minutes are here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.commitments import cues
from assistant.commitments.register import Register
from ingest.dates import Period, PeriodKind, find_asked_periods, find_yearless

_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class NamedMeetings:
    """`days` are the meetings meant. `unheld` are the words of a time when none was, as written.

    `after` says that it asks how things stood once that meeting was over.
    """

    days: tuple[date, ...] = ()
    unheld: str = ""
    after: bool = False


def find_meetings(question: str, register: Register, today: date) -> NamedMeetings:
    """The meetings that the question's days, months or "last meeting" mean."""
    held = register.meetings()
    periods = find_asked_periods(question, today)
    if cues.LATEST.search(question) and held:
        return NamedMeetings((held[-1],), after=bool(cues.AFTER.search(question)))
    if cues.AFTER.search(question):
        return _after(question, periods, held)
    if cues.SINCE.search(question):
        return NamedMeetings()
    found: set[date] = set()
    unheld = ""
    for period in periods:
        if period.kind not in {PeriodKind.SINCE, PeriodKind.BEFORE}:
            days = {day for day in held if period.holds(day)}
            found |= days
            unheld = unheld or ("" if days else period.span.of(question))
    for each in find_yearless(question):
        days = {day for day in held if day.month == each.month and each.day in {None, day.day}}
        found.update(sorted(days)[-1:])
        unheld = unheld or ("" if days else each.span.of(question))
    return NamedMeetings(tuple(sorted(found)), "" if found else unheld)


def _after(question: str, periods: Sequence[Period], held: Sequence[date]) -> NamedMeetings:
    """The last meeting of the time before which "after" begins."""
    for period in periods:
        if period.kind is PeriodKind.SINCE:
            days = [day for day in held if period.start - _MONTH <= day < period.start]
            words = period.span.of(question)
            return NamedMeetings(tuple(days[-1:]), "" if days else words, after=bool(days))
    return NamedMeetings()


def find_day(question: str, today: date) -> date | None:
    """The one day that a question names."""
    days = [p.start for p in find_asked_periods(question, today) if p.kind is PeriodKind.DAY]
    return days[0] if len(days) == 1 else None


def find_since(question: str, today: date) -> date | None:
    """The first day of "since July 2025"."""
    periods = find_asked_periods(question, today)
    return next((p.start for p in periods if p.kind is PeriodKind.SINCE), None)


def find_due(question: str, today: date) -> tuple[date, date] | None:
    """The days within which something asked for is due: in January 2026, by 31 March."""
    for period in find_asked_periods(question, today):
        if period.kind is not PeriodKind.SINCE:
            by = cues.BY.search(question[: period.span.start])
            return date.min if by else period.start, period.end
    for each in find_yearless(question):
        years = (each.in_year(year) for year in (today.year, today.year + 1))
        return next((days for days in years if days is not None and days[1] >= today), None)
    return None
