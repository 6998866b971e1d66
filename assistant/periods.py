"""Whether a piece of evidence is about the time that a question names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from assistant.question import Question
from ingest.dates import Period, PeriodKind, Yearless, find_dates, find_yearless
from ingest.document import Document, Metadata

_EXACT = 1.0
_WITHIN = 0.8  # the words or the document are of a time within or around the one asked for
_OF_THE_PERIOD = 0.9  # an annual report, asked about its year
_DOCUMENT = 0.7
_REPORTED_SOON_AFTER = 0.3
_PERHAPS = 0.2
"""A paper of later months may tell of a day or a month, and says so where it does."""
_SAID_WITHIN = 0.25
"""A meeting within a financial year is not about all of it: its figures may be of any period."""
_OTHER_TIME = -1.0
_REPORTING_LAG = timedelta(days=400)
"""An annual report comes out within about a year of the period it covers."""


@dataclass(frozen=True, slots=True)
class Times:
    """The dates a piece of evidence carries: in its own words, and in its headings."""

    own: tuple[Period, ...]
    place: tuple[Period, ...]
    yearless: tuple[Yearless, ...] = ()  # of its own words
    of_document: bool = False  # its words speak of "the past year": the one its document tells of
    of_this_year: bool = False  # ... or of "this year": the one its document is of


_PAST_YEAR = re.compile(
    r"\b(?:over|in|during|within|throughout|across|for) (?:the|this) (?:(?:last|past|reporting) )?"
    r"(?:year|(?:twelve|12)[\s-]months?(?: period)?|period)\b"
    r"(?! (?:before|after|to|from|of|until|ending|ended|\d))",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(r"\b(?:this|the current) (?:financial |calendar )?year\b", re.IGNORECASE)


def times_told(text: str, place: str) -> Times:
    """The dates of `text`, and those of the headings and captions that it stands under."""
    this_year = bool(_THIS_YEAR.search(text))
    return Times(
        dates_in(text),
        dates_in(place),
        yearless_in(text),
        this_year or bool(_PAST_YEAR.search(text)),
        this_year,
    )


@lru_cache(maxsize=20_000)
def dates_in(text: str) -> tuple[Period, ...]:
    """The dates written in `text`, remembered: the same sentences come up again and again."""
    return find_dates(text)


@lru_cache(maxsize=20_000)
def yearless_in(text: str) -> tuple[Yearless, ...]:
    """The days and months written in `text` without their year, remembered."""
    return find_yearless(text)


def told_each(columns: Sequence[str]) -> str:
    """What columns are one each of: "month" where they are headed January 2024, February 2024."""
    kinds = [dated[0].kind for column in columns if (dated := dates_in(column))]
    return " ".join(unit for unit, named in _UNITS.items() if sum(k in named for k in kinds) > 1)


_UNITS = {
    "month": frozenset({PeriodKind.MONTH}),
    "quarter": frozenset({PeriodKind.QUARTER}),
    "year": frozenset({PeriodKind.YEAR, PeriodKind.FINANCIAL_YEAR}),
}


def agreement(question: Question, times: Times, document: Document) -> float:
    """How well evidence agrees with the times asked for: 1 exactly, 0 unknown, -1 another time.

    The mean over the periods named in the question; 0 where it names none.
    """
    own = (*times.own, *_in_their_years(times.yearless, document.metadata))
    times = replace(times, own=own)
    scores = [_period_agreement(asked, times, document.metadata) for asked in question.periods]
    scores += [_yearless_agreement(asked, times, document.metadata) for asked in question.yearless]
    if _EXACT in scores:  # told of one of them, it need not tell of the others
        scores = [max(score, 0.0) for score in scores]
    return sum(scores) / len(scores) if scores else 0.0


def _period_agreement(asked: Period, times: Times, metadata: Metadata) -> float:
    own = _best_match(asked, times.own)
    if own == _EXACT:
        return own
    tells_other = own <= 0 and not times.of_document
    if tells_other and _is_a_year(asked) and _names_another(asked, times.own):
        return _OTHER_TIME
    place = _best_match(asked, times.place)
    of_document = _document_match(asked, metadata)
    if of_document == _SAID_WITHIN and times.of_this_year:
        of_document = _WITHIN
    best = max(own, place * _WITHIN if place > 0 else place, of_document)
    if (
        best <= 0
        and tells_other
        and times.own
        and all(_comparable(asked, found) for found in times.own)
    ):
        return _OTHER_TIME
    return best


def _in_their_years(yearless: Sequence[Yearless], metadata: Metadata) -> list[Period]:
    """Days and months with the year that their document means: of its period, else the nearest."""
    written = metadata.meeting_date or metadata.date
    start, end = metadata.period_start, metadata.period_end
    found = []
    for one in yearless:
        kind = PeriodKind.MONTH if one.day is None else PeriodKind.DAY
        years = {day.year + by for day in (written, start, end) if day for by in (-1, 0, 1)}
        spans = [span for year in sorted(years) if (span := one.in_year(year))]
        within = [span for span in spans if start and end and start <= span[0] <= end]
        near = sorted(spans, key=lambda span: abs(span[0] - written)) if written else []
        if chosen := (within or near)[:1]:
            found.append(Period(*chosen[0], kind, one.span))
    return found


_TERMS = (PeriodKind.FINANCIAL_YEAR, PeriodKind.RANGE, PeriodKind.YEAR_TO)
_SHORT = (PeriodKind.DAY, PeriodKind.MONTH)
_YEAR_LONG = timedelta(days=360)
_YEARS = (PeriodKind.YEAR, PeriodKind.FINANCIAL_YEAR, PeriodKind.LAST_YEAR)


def _names_another(asked: Period, found: Sequence[Period]) -> bool:
    """Whether the evidence's own words name other years, and not the one asked for."""
    return any(_is_a_year(period) for period in found) and not any(
        asked.overlaps(period.start, period.end) for period in found
    )


def _is_a_year(period: Period) -> bool:
    """Whether it is a year by its name, or as long as one ("1 April 2023 to 31 March 2024")."""
    return period.kind in _YEARS or (
        period.kind in _TERMS and _YEAR_LONG <= period.end - period.start < 2 * _YEAR_LONG
    )


def _best_match(asked: Period, found: Sequence[Period]) -> float:
    return max((_match(asked, period) for period in found), default=0.0)


def _match(asked: Period, found: Period) -> float:
    if (asked.start, asked.end) == (found.start, found.end):
        return _EXACT
    if not asked.overlaps(found.start, found.end):
        return 0.0
    if asked.start <= found.start and found.end <= asked.end:
        return _WITHIN
    if found.kind in (PeriodKind.SINCE, PeriodKind.BEFORE):
        return 0.0
    return 0.5


def _document_match(asked: Period, metadata: Metadata) -> float:
    for day in (metadata.meeting_date, metadata.date):
        if day and asked.holds(day):
            return _SAID_WITHIN if asked.kind in _TERMS else _WITHIN
    if metadata.period_start and metadata.period_end:
        if (asked.start, asked.end) == (metadata.period_start, metadata.period_end):
            return _OF_THE_PERIOD
        if asked.overlaps(metadata.period_start, metadata.period_end):
            return _DOCUMENT
        if _just_before(asked, metadata.period_start):
            return 0.0  # reports compare with the year before
    latest = metadata.date or metadata.meeting_date
    if latest is None:
        return 0.0
    if asked.end < latest <= _later(asked.end, _REPORTING_LAG):
        return _REPORTED_SOON_AFTER if asked.kind not in _SHORT else _PERHAPS
    return (
        _OTHER_TIME if asked.start > latest and asked.start - latest > timedelta(days=60) else -0.5
    )


def _just_before(asked: Period, start: date) -> bool:
    return asked.end < start <= _later(asked.end, _REPORTING_LAG)


def _later(day: date, by: timedelta) -> date:
    return day + by if day <= date.max - by else date.max


def _comparable(asked: Period, found: Period) -> bool:
    """Whether the two are of about the same length, so that one excludes the other."""
    open_ended = (PeriodKind.SINCE, PeriodKind.BEFORE)
    if asked.kind in open_ended or found.kind in open_ended:
        return False
    return (found.end - found.start).days >= (asked.end - asked.start).days // 2


def _yearless_agreement(asked: Yearless, times: Times, metadata: Metadata) -> float:
    days = [p.start for p in (*times.own, *times.place)]
    days += [day for day in (metadata.meeting_date, metadata.date) if day]
    for day in days:
        if day.month == asked.month and (asked.day is None or day.day == asked.day):
            return _WITHIN
    return -0.2
