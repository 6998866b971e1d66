"""Every way a date is written that is recognised, longest first, with its reading."""

import re
from collections.abc import Callable

from ingest.dates.readings import (
    YEAR_PAIR,
    Reading,
    day_form,
    days,
    month_form,
    months_range,
    numeric_day,
    part_of_year,
    quarter_to,
    season,
    short_financial_year,
    year_form,
    year_to,
    years,
)
from ingest.dates.words import (
    DASH,
    DAY,
    FINANCIAL,
    MONTH,
    NUMBER,
    ORDINAL,
    SEASON,
    TO,
    WEEKDAY,
    YEAR,
)

Form = tuple[re.Pattern[str], Callable[[re.Match[str]], Reading]]


def _form(pattern: str, read: Callable[[re.Match[str]], Reading]) -> Form:
    return re.compile(pattern, re.IGNORECASE), read


_LEAD = rf"(?:{WEEKDAY},?\s+)?(?:the\s+)?"
_END = rf"(?:the\s+)?(?:end\s+of\s+)?(?:(?P<day>{DAY})\s+)?(?P<month>{MONTH}),?\s+(?P<year>{YEAR})"
_UNTIL = r"\s+(?:up\s+)?(?:to|end(?:ed|ing)|until)\s+"
_TWO_DAYS = (
    rf"(?P<day1>{DAY})(?:\s+(?:of\s+)?(?P<month1>{MONTH}))?{TO}{_LEAD}(?P<day2>{DAY})"
    rf"\s+(?:of\s+)?(?P<month2>{MONTH}),?\s+(?P<year>{YEAR})"
)
_DAY = rf"(?P<day>{DAY})[\s-]+(?:of\s+)?(?P<month>{MONTH}),?[\s-]+(?P<year>{YEAR})"
_SLASHED = (
    r"(?P<day>\d\d?)(?P<sep>[/.-])(?P<month>\d\d?)(?P=sep)(?P<year>(?:20|19)?\d\d)(?!\d|[/.-]\d)"
)
_FIGURE = rf"\s?(?:/|{DASH})\s?\d|[,.:]\d|\s?(?:million|per\s?cent|m\b)"
_NO_NUMBER = rf"(?!{DASH}\d{{1,3}}(?!\d|\s+{MONTH}))"
"""Not the first half of a number: "Dec 2019-68" is how a decision is cited."""
_PART = (
    rf"(?P<part>[qh][1-4]|quarter\s+[1-4]|{ORDINAL}\s+(?:quarter|half))[\s,(]*(?:of\s+|in\s+)?"
    rf"(?:the\s+)?(?:financial\s+year\s+)?(?P<year>{FINANCIAL}|{YEAR})"
)
_HASTY_YEAR = (
    r"(?P<first>1[2-9]|[23]\d)(?:/|(?<=\b(?:period|budget) \d\d)-|(?<=\byear \d\d)-)"
    r"(?P<second>\d\d)(?![\d/-]|\.\d|\s?(?:%|per\s?cent|[ap]m\b|year))"
)
"""A financial year without its century: "24/25", "the period 24-25"; from 12, no month's number."""

BY_DIGIT: tuple[Form, ...] = (
    _form(r"(?P<year>20\d\d|19\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", numeric_day),
    _form(_TWO_DAYS, days),
    _form(_DAY, day_form),
    _form(rf"(?P<day>\d\d?)-(?P<month>{MONTH})-(?P<year>\d\d)(?!\d)", day_form),
    _form(_SLASHED, numeric_day),
    _form(rf"(?P<count>{NUMBER})[\s-]months?{_UNTIL}{_END}", year_to),
    _form(YEAR_PAIR, years),
    _form(_HASTY_YEAR, short_financial_year),
    _form(
        rf"(?P<year>{YEAR})(?!\s?(?:/|{DASH})\s?\d|[,.:]\d|\s?(?:million|per\s?cent|m\b))",
        year_form,
    ),
)
"""Forms that begin with a figure."""

BY_WORD: tuple[Form, ...] = (
    _form(rf"{WEEKDAY},?\s+(?:the\s+)?{_TWO_DAYS}", days),
    _form(rf"{WEEKDAY},?\s+(?:the\s+)?{_DAY}", day_form),
    _form(rf"{WEEKDAY},?\s+{_SLASHED}", numeric_day),
    _form(
        rf"(?P<month1>{MONTH}){TO}(?P<month2>{MONTH}),?\s+(?P<year>{YEAR})(?!\s?[/])", months_range
    ),
    _form(rf"(?P<month>{MONTH})\s+(?P<day>{DAY}),?\s+(?P<year>{YEAR})", day_form),
    _form(rf"(?P<month>{MONTH})(?:,?\s+|\s+of\s+|-)(?P<year>{YEAR}){_NO_NUMBER}", month_form),
    _form(rf"(?P<month>{MONTH})(?:-|\s?['’])(?P<year>\d\d)(?!\d)", month_form),
    _form(rf"(?:(?P<count>{NUMBER})[\s-]months?|year){_UNTIL}{_END}", year_to),
    _form(rf"quarter{_UNTIL}{_END}", quarter_to),
    _form(_PART, part_of_year),
    _form(rf"(?P<season>{SEASON})(?:\s+of)?\s+(?P<year>{FINANCIAL}|{YEAR})", season),
    _form(
        rf"(?:financial\s+year\s+|fy\s?)(?P<first>(?:20)?\d\d)(?:\s?(?:/|{DASH})\s?(?P<second>(?:20)?\d\d))?(?!\d)",
        short_financial_year,
    ),
)
"""Forms that begin with a word."""
