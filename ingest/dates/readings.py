"""How the words of each form of date are read. A reading of None means: not a date."""

import re

from ingest.dates.period import (
    FINANCIAL_YEAR_MONTH,
    Days,
    PeriodKind,
    financial_year,
    make_date,
    month,
    months,
    months_to,
)
from ingest.dates.words import (
    DASH,
    ORDINALS,
    SEASONS,
    full_year,
    month_number,
    number,
)

Reading = tuple[Days, PeriodKind] | None

YEAR_PAIR = (
    rf"(?P<first>(?:19[5-9]|20\d)\d)\s?(?P<join>/|{DASH})\s?(?P<second>(?:20)?\d\d)(?![\d/-])"
)

LONGEST_PLAN = 15  # years: "2019-64" is a decision's number, "2016-2020" a plan


def _day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _single(year: int, month_of_year: int, day: int) -> Reading:
    found = make_date(year, month_of_year, day)
    return ((found, found), PeriodKind.DAY) if found else None


def day_form(match: re.Match[str]) -> Reading:
    """One day with its month in words."""
    return _single(
        full_year(match["year"]), month_number(match["month"]), _day_number(match["day"])
    )


def numeric_day(match: re.Match[str]) -> Reading:
    """One day in figures, whose groups say which is which."""
    return _single(full_year(match["year"]), int(match["month"]), int(match["day"]))


def days(match: re.Match[str]) -> Reading:
    """ "1 April to 30 June 2024", "8-10 October 2024": the first end's month may be left out."""
    year, last_month = int(match["year"]), month_number(match["month2"])
    first_month = month_number(match["month1"]) if match["month1"] else last_month
    start = make_date(
        year - 1 if first_month > last_month else year, first_month, _day_number(match["day1"])
    )
    end = make_date(year, last_month, _day_number(match["day2"]))
    if not start or not end or start > end:
        return None
    return (start, end), PeriodKind.RANGE


def month_form(match: re.Match[str]) -> Reading:
    """One month with its year."""
    return month(full_year(match["year"]), month_number(match["month"])), PeriodKind.MONTH


def months_range(match: re.Match[str]) -> Reading:
    """ "January to March 2024"; "October to March 2024" begins in the year before."""
    year = int(match["year"])
    first, last = month_number(match["month1"]), month_number(match["month2"])
    start = month(year - 1 if first > last else year, first)[0]
    return (start, month(year, last)[1]), PeriodKind.RANGE


def years(match: re.Match[str]) -> Reading:
    """ "2023/24" is a financial year; "2022-2024" and "2022-24" are whole years."""
    first = int(match["first"])
    second = int(match["second"])
    if len(match["second"]) == 2:
        second += first - first % 100 + (100 if second < first % 100 and first % 100 == 99 else 0)
    if second == first + 1:
        return financial_year(first), PeriodKind.FINANCIAL_YEAR
    if match["join"] == "/" or not first < second <= first + LONGEST_PLAN:
        return None
    return (month(first, 1)[0], month(second, 12)[1]), PeriodKind.YEARS


def short_financial_year(match: re.Match[str]) -> Reading:
    """A year called financial: "FY 23/24", "financial year 2024"."""
    first = full_year(match["first"])
    if match["second"] and full_year(match["second"][-2:]) != first + 1:
        return None
    return financial_year(first), PeriodKind.FINANCIAL_YEAR


def part_of_year(match: re.Match[str]) -> Reading:
    """A quarter or half of a year; of a financial one where the year is written as one."""
    part, half = match["part"].lower(), "h" in match["part"].lower().replace("third", "")
    length, kind = (6, PeriodKind.HALF_YEAR) if half else (3, PeriodKind.QUARTER)
    digit = re.search(r"\d", part)
    place = int(digit.group()) if digit else ORDINALS[part.split()[0]]
    first = 1 + (min(place, 12 // length) - 1) * length
    pair = re.fullmatch(YEAR_PAIR, match["year"])
    if pair is None:
        return months(int(match["year"]), first, length), kind
    whole = years(pair)
    if whole is None or whole[1] is not PeriodKind.FINANCIAL_YEAR:
        return None
    return months(int(pair["first"]), first + FINANCIAL_YEAR_MONTH - 1, length), kind


def season(match: re.Match[str]) -> Reading:
    """Three months from the season's first; a winter runs into the next year."""
    return months(int(match["year"][:4]), SEASONS[match["season"].lower()], 3), PeriodKind.SEASON


def year_form(match: re.Match[str]) -> Reading:
    """A calendar year."""
    year = int(match["year"])
    return (month(year, 1)[0], month(year, 12)[1]), PeriodKind.YEAR


def year_to(match: re.Match[str]) -> Reading:
    """ "year to 31 March 2024", "12 months to June 2024"."""
    days = _until(match, number(match["count"]) if match["count"] else 12)
    return (days, PeriodKind.YEAR_TO) if days else None


def quarter_to(match: re.Match[str]) -> Reading:
    """ "quarter to June 2024", "quarter ending 30 June 2024"."""
    days = _until(match, 3)
    return (days, PeriodKind.QUARTER) if days else None


def _until(match: re.Match[str], count: int) -> Days | None:
    """So many months to the end of the month named, or to the day."""
    end = month(int(match["year"]), month_number(match["month"]))[1]
    if match["day"]:
        day = make_date(end.year, end.month, _day_number(match["day"]))
        if day is None:
            return None
        end = day
    return months_to(end, count)
