"""Dates as people ask for them: "last year", "since 2022", "the October meeting"."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ingest.dates.find import find_dates
from ingest.dates.period import (
    FINANCIAL_YEAR_MONTH,
    Days,
    Period,
    PeriodKind,
    financial_year,
    last_year,
    make_date,
    month,
    months,
    months_to,
)
from ingest.dates.words import DAY, MONTH, NUMBER, WEEKDAY, month_number, number
from ingest.document import Span

_LEAD = re.compile(
    r"(?<![’']m )(?<![’']re )(?<!\bam )(?<!\bare )"  # "I am after the figures" seeks them
    r"\b(since|after|before|until|prior to|up to)\s+(?:the\s+)?(?:start\s+of\s+)?$",
    re.IGNORECASE,
)
_ONE = timedelta(days=1)
_ONWARD = re.compile(r"\s+(?:onwards?|to\s+(?:date|now|the\s+present))\b", re.IGNORECASE)
_RELATIVE = re.compile(
    rf"\b(?P<which>last|previous|this|current|past)\s+(?:(?P<count>{NUMBER})\s+)?"
    r"(?P<unit>financial\s+year|year|month|quarter)s?\b(?!\s+of\s+(?:the|its|his|her|their|our)\b)",
    re.IGNORECASE,
)
_TWO_YEARS = re.compile(
    r"(?P<first>\d{4}[/-]\d{2,4})\s+(?P<join>and|to)\s+(?P<second>\d{4}[/-]\d{2,4})",
    re.IGNORECASE,
)
_YEARLESS = re.compile(
    rf"(?<![\w/-])(?:{WEEKDAY},?\s+)?(?:the\s+)?(?:(?P<day>{DAY})\s+(?:of\s+)?)?(?P<month>{MONTH})"
    rf"(?:\s+(?P<after>{DAY}))?(?![\w/-]|\s+\d{{4}})",
    re.IGNORECASE,
)
_NEAR_DATE = re.compile(
    r"\b(?:in|by|during|of|the|last|next|since|until|before|after|from|early|late|mid|and|to)[\s-]+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month, or a day of a month, written without its year at `span`."""

    month: int
    day: int | None
    span: Span

    def in_year(self, year: int) -> Days | None:
        """First and last day in that year; None where the year has no such day."""
        if self.day is None:
            return month(year, self.month)
        day = make_date(year, self.month, self.day)
        return (day, day) if day else None


def find_yearless(text: str) -> tuple[Yearless, ...]:
    """Months and days of months in `text` that stand without a year ("in October", "10 April").

    The word "may" counts only with a capital and after a word that a date follows.
    """
    taken = [period.span for period in find_dates(text)]
    found = []
    for match in _YEARLESS.finditer(text):
        span = Span(match.start("month") if not match["day"] else match.start(), match.end())
        if any(span.overlaps(other) for other in taken) or _verb(text, match):
            continue
        figure = match["day"] or match["after"]
        day = int(re.sub(r"\D", "", figure)) if figure else None
        found.append(Yearless(month_number(match["month"]), day, span))
    return tuple(found)


def _verb(text: str, match: re.Match[str]) -> bool:
    """Whether the word is "may" or "march" or "mar" in another sense than the month's."""
    word = match["month"]
    if match["day"] or word.lower().rstrip(".") not in {"may", "march", "mar", "sat", "sun"}:
        return False
    return word[0].islower() or not _NEAR_DATE.search(text[: match.start("month")])


def find_asked_periods(question: str, today: date) -> tuple[Period, ...]:
    """The periods a question is about, in order, as of `today`.

    As `find_dates`, with "since 2022", "before May 2023" and "2021 onwards" left open at one end,
    and "last year", "this month", "the past three years" counted from `today`.
    """
    written = (year for period in find_dates(question) for year in _both_years(question, period))
    periods = [_opened(question, period) for period in written]
    for match in _RELATIVE.finditer(question):
        span = Span(*match.span())
        if not any(span.overlaps(period.span) for period in periods):
            periods.append(_relative(match, span, today))
    return tuple(sorted(periods, key=lambda period: period.span))


def _both_years(question: str, period: Period) -> tuple[Period, ...]:
    """The two years of "between 2022/23 and 2023/24", which are compared; else the period itself.

    Of years further apart, only "between" and "and" compare the two; others mean all of the time.
    """
    words = period.span.of(question)
    join = _TWO_YEARS.fullmatch(words) if period.kind is PeriodKind.RANGE else None
    if join is None or _LEAD.search(question[: period.span.start]):
        return (period,)
    starts = (period.span.start, period.span.start + join.start("second"))
    years = [
        replace(year, span=Span(start + year.span.start, start + year.span.end))
        for start, part in zip(starts, (join["first"], join["second"]), strict=True)
        for year in find_dates(part)
    ]
    if len(years) != 2:
        return (period,)
    first, second = years
    apart = second.start - first.end > _ONE
    return (period,) if apart and join["join"].lower() != "and" else (first, second)


def _opened(question: str, period: Period) -> Period:
    """The period as it is open at one end by the words around it, or as it was."""
    if period.kind is PeriodKind.RANGE:
        return period
    lead = _LEAD.search(question[: period.span.start])
    word = lead.group(1).lower() if lead else ""
    onward = _ONWARD.match(question, period.span.end)
    if word == "after":
        return replace(period, start=period.end + _ONE, end=date.max, kind=PeriodKind.SINCE)
    if word == "since" or onward:
        return replace(period, end=date.max, kind=PeriodKind.SINCE)
    if word in {"until", "up to"}:
        return replace(period, start=date.min, kind=PeriodKind.BEFORE)
    if word in {"before", "prior to"}:
        return replace(period, start=date.min, end=period.start - _ONE, kind=PeriodKind.BEFORE)
    return period


def _relative(match: re.Match[str], span: Span, today: date) -> Period:
    back = 0 if match["which"].lower() in {"this", "current"} else 1
    unit = match["unit"].lower().split()[0]
    if match["count"] or match["which"].lower() == "past":
        count = number(match["count"] or "one") * {"month": 1, "quarter": 3}.get(unit, 12)
        start, end = months_to(today, count)
        return Period(start, end, PeriodKind.RANGE, span)
    if unit == "financial":
        first = today.year - (today.month < FINANCIAL_YEAR_MONTH) - back
        return Period(*financial_year(first), PeriodKind.FINANCIAL_YEAR, span)
    if unit == "year":
        if back:
            return Period(*last_year(today), PeriodKind.LAST_YEAR, span)
        return Period(date(today.year, 1, 1), date(today.year, 12, 31), PeriodKind.YEAR, span)
    length, kind = (3, PeriodKind.QUARTER) if unit == "quarter" else (1, PeriodKind.MONTH)
    first = (today.month - 1) // length * length + 1 - back * length
    return Period(*months(today.year, first, length), kind, span)
