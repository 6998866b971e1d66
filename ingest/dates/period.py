"""What a date in a text means: its first and last day, and how it was put."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ingest.document import Span

FINANCIAL_YEAR_MONTH = 4  # the public sector's financial year begins on 1 April


class PeriodKind(StrEnum):
    """How a period was put into words."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF_YEAR = "half_year"
    YEAR = "year"
    FINANCIAL_YEAR = "financial_year"
    LAST_YEAR = "last_year"  # "last year": the calendar or the financial one, so both together
    YEARS = "years"  # "2022-2024"
    YEAR_TO = "year_to"  # "12 months to June 2024"
    RANGE = "range"  # "1 July 2023 to 30 June 2024"
    SINCE = "since"  # open at the end: `end` is date.max
    BEFORE = "before"  # open at the start: `start` is date.min


@dataclass(frozen=True, slots=True)
class Period:
    """Days `start` to `end`, both included, written at `span` of the text searched."""

    start: date
    end: date
    kind: PeriodKind
    span: Span

    def holds(self, day: date) -> bool:
        """Whether `day` falls within the period."""
        return self.start <= day <= self.end

    def overlaps(self, start: date, end: date) -> bool:
        """Whether the period shares a day with `start` to `end`."""
        return self.start <= end and start <= self.end


Days = tuple[date, date]


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month(year: int, number: int) -> Days:
    """First and last day of a month."""
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def months(year: int, first: int, count: int) -> Days:
    """First and last day of `count` months from month `first` of `year` (which may pass 12)."""
    last = year * 12 + first - 1 + count - 1
    begin = year * 12 + first - 1
    return date(begin // 12, begin % 12 + 1, 1), month(last // 12, last % 12 + 1)[1]


def financial_year(first: int) -> Days:
    """1 April of `first` to 31 March of the year after."""
    return months(first, FINANCIAL_YEAR_MONTH, 12)


def last_year(today: date) -> Days:
    """From the first to the last day of the last calendar and the last financial year.

    A public body says "last year" of either, and its figures are mostly of the financial one.
    """
    start, end = financial_year(today.year - 1 - (today.month < FINANCIAL_YEAR_MONTH))
    return min(start, date(today.year - 1, 1, 1)), max(end, date(today.year - 1, 12, 31))


def months_to(end: date, count: int) -> Days:
    """The `count` months that finish on `end`, a month's last day counting as a whole month."""
    after = end + timedelta(days=1)
    begin = after.year * 12 + after.month - 1 - count
    return date(begin // 12, begin % 12 + 1, after.day if after.day <= 28 else 1), end
