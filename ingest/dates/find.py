"""Finding dates and periods in running text."""

import re
from datetime import date

from ingest.dates.forms import BY_DIGIT, BY_WORD
from ingest.dates.period import Period, PeriodKind
from ingest.dates.words import DASH, MONTH, NUMBERS, ORDINAL, SEASON, WEEKDAY
from ingest.document import Span

_WORDS = "|".join(
    (WEEKDAY, MONTH, SEASON, ORDINAL, *NUMBERS, "year", r"quarter|q[1-4]|h[12]", "fy")
)
_CANDIDATE = re.compile(
    rf"(?<![\w£$€.,/])(?:(?P<digit>\d)|(?:{_WORDS}|financial\s+year)(?![a-z]))", re.IGNORECASE
)
_LAW = re.compile(r"\b(?:act|order|regulations?|rules|bill|code)\s+(?:of\s+)?$", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?:\b(?:decision|notice|ref(?:erence)?|no|number|dn|foi|request)\b[.:]?\s*|[/#-])$",
    re.IGNORECASE,
)
_JOIN = re.compile(
    rf"\s*(?:{DASH}|to|until|up to|through to)\s*(?:the\s+end\s+of\s+)?", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_BARE = {PeriodKind.YEAR, PeriodKind.YEARS, PeriodKind.FINANCIAL_YEAR}
_LOOK_BACK = 24  # characters: enough for the word before a year


def find_dates(text: str) -> tuple[Period, ...]:
    """Every date and period written in full in `text`, in order, never overlapping.

    Numeric days are read in British order. What lacks its year ("10 April") is not given one:
    see `find_yearless`. The year of an Act, a figure or a reference number is no date.
    """
    found: list[Period] = []
    position = 0
    while candidate := _CANDIDATE.search(text, position):
        period, position = _read(text, candidate)
        if period:
            found.append(period)
    return tuple(_joined(text, found))


def first_day(text: str) -> date | None:
    """The first single day written in `text`, if any."""
    return next((p.start for p in find_dates(text) if p.kind is PeriodKind.DAY), None)


def _read(text: str, candidate: re.Match[str]) -> tuple[Period | None, int]:
    """The period at a candidate, if any, and where to look on."""
    start = candidate.start()
    for pattern, read in BY_DIGIT if candidate["digit"] else BY_WORD:
        match = pattern.match(text, start)
        if match is None:
            continue
        reading = read(match)
        if reading is None and "day" in match.groupdict():
            return None, match.end()  # "30 February 2024" is no day, and not the month either
        if reading is None:
            continue
        (first, last), kind = reading
        if kind in _BARE and candidate["digit"] and _no_date(text, start, kind):
            return None, match.end()
        return Period(first, last, kind, Span(start, match.end())), match.end()
    return None, candidate.end()


def _no_date(text: str, start: int, kind: PeriodKind) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start]
    return bool(_REFERENCE.search(before) or (kind is PeriodKind.YEAR and _LAW.search(before)))


def _joined(text: str, periods: list[Period]) -> list[Period]:
    """Two dates joined by "to" or a dash, or by "and" after "between", are one range."""
    joined: list[Period] = []
    for period in periods:
        if joined and _is_range(text, joined[-1], period):
            before = joined.pop()
            span = Span(before.span.start, period.span.end)
            period = Period(before.start, period.end, PeriodKind.RANGE, span)
        joined.append(period)
    return joined


def _is_range(text: str, first: Period, second: Period) -> bool:
    if first.kind is PeriodKind.RANGE or first.start >= second.start or first.end > second.end:
        return False
    gap = text[first.span.end : second.span.start]
    if _JOIN.fullmatch(gap):
        return True
    before = text[max(0, first.span.start - _LOOK_BACK) : first.span.start]
    return bool(_AND.fullmatch(gap) and _BETWEEN.search(before))
