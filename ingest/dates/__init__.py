"""Dates and periods in British official English: found, resolved, never guessed."""

from ingest.dates.asked import Yearless, find_asked_periods, find_yearless
from ingest.dates.find import find_dates, first_day
from ingest.dates.period import Period, PeriodKind, financial_year

__all__ = [
    "Period",
    "PeriodKind",
    "Yearless",
    "financial_year",
    "find_asked_periods",
    "find_dates",
    "find_yearless",
    "first_day",
]
