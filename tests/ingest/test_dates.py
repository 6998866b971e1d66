"""Dates and periods in running text and in questions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import (
    PeriodKind,
    financial_year,
    find_asked_periods,
    find_dates,
    find_yearless,
    first_day,
)

YEAR_2023 = (date(2023, 4, 1), date(2024, 3, 31))


def days(text):
    return [(period.start, period.end) for period in find_dates(text)]


@pytest.mark.parametrize(
    "words",
    [
        "8 October 2024",
        "Tuesday 8th October 2024",
        "Tuesday, the 8th of October 2024",
        "8 Oct 2024",
        "8-Oct-24",
        "08/10/2024",
        "8.10.24",
        "2024-10-08",
        "October 8, 2024",
    ],
)
def test_one_day_however_it_is_written(words):
    text = f"The panel met on {words} in public."
    (found,) = find_dates(text)
    assert (found.start, found.end, found.kind) == (
        date(2024, 10, 8),
        date(2024, 10, 8),
        PeriodKind.DAY,
    )
    assert found.span.of(text) == words


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2023/24", *YEAR_2023),
        ("2023-24", *YEAR_2023),
        ("2023/2024", *YEAR_2023),
        ("FY23/24", *YEAR_2023),
        ("in 23/24", *YEAR_2023),
        ("the period 23-24", *YEAR_2023),
        ("April 2023-March 2024", *YEAR_2023),
        ("financial year 2023/24", *YEAR_2023),
        ("2022-2024", date(2022, 1, 1), date(2024, 12, 31)),
        ("2025–29", date(2025, 1, 1), date(2029, 12, 31)),
        ("October 2024", date(2024, 10, 1), date(2024, 10, 31)),
        ("Feb-24", date(2024, 2, 1), date(2024, 2, 29)),
        ("January to March 2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("October to March 2024", date(2023, 10, 1), date(2024, 3, 31)),
        ("Q3 2024/25", date(2024, 10, 1), date(2024, 12, 31)),
        ("Quarter 2 (2024/25)", date(2024, 7, 1), date(2024, 9, 30)),
        ("the first quarter of 2020", date(2020, 1, 1), date(2020, 3, 31)),
        ("second half of 2024/25", date(2024, 10, 1), date(2025, 3, 31)),
        ("year to 31 March 2024", *YEAR_2023),
        ("quarter to June 2024", date(2024, 4, 1), date(2024, 6, 30)),
        ("quarter ending 31 December 2024", date(2024, 10, 1), date(2024, 12, 31)),
        ("year ending March 2024", *YEAR_2023),
        ("12 months to June 2024", date(2023, 7, 1), date(2024, 6, 30)),
        ("twelve months to the end of June 2024", date(2023, 7, 1), date(2024, 6, 30)),
        ("six months to 30 September 2024", date(2024, 4, 1), date(2024, 9, 30)),
        ("autumn 2023", date(2023, 9, 1), date(2023, 11, 30)),
        ("winter 2023/24", date(2023, 12, 1), date(2024, 2, 29)),
        ("8-10 October 2024", date(2024, 10, 8), date(2024, 10, 10)),
        ("1 April to 30 June 2024", date(2024, 4, 1), date(2024, 6, 30)),
        ("1st April 2019 to 30th September 2019", date(2019, 4, 1), date(2019, 9, 30)),
        ("between 1 July 2023 and 30 June 2024", date(2023, 7, 1), date(2024, 6, 30)),
        ("April 2023 - March 2025", date(2023, 4, 1), date(2025, 3, 31)),
    ],
)
def test_periods(words, start, end):
    assert days(f"Data for {words}, all districts") == [(start, end)]


@pytest.mark.parametrize(
    "words",
    [
        "the Freedom of Information Act 2000",
        "the Specified Information Order 2011",
        "Decision 2019-64 was taken",
        "DN 2024/25",
        "a grant of £2020",
        "2,024 crimes and 20.24 a day",
        "call 01953 424455",
        "paragraph 7.28",
        "30 February 2024",
        "2019-64",
        "2021 per cent",
        "they may march",
        "Dec 2019-68",
        "aged 18-19",
        "from 23-24 to 26 people",
        "on 09/10",
    ],
)
def test_what_is_no_date(words):
    assert days(words) == []


def test_two_financial_years_stay_two():
    assert len(days("in 2020/21 and 2021/22")) == 2


def test_first_day_passes_over_periods():
    assert first_day("In 2023/24, on 3 May 2023 and 4 May 2023") == date(2023, 5, 3)
    assert first_day("In 2023/24") is None


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_back_from_each_form(day):
    for words in (
        f"{day.day} {day:%B %Y}",
        f"{day:%A} {day.day} {day:%b} {day.year}",
        f"{day:%d/%m/%Y}",
        day.isoformat(),
    ):
        assert days(f"on {words}.") == [(day, day)]


@given(st.integers(1990, 2048))
def test_every_financial_year_has_its_365_or_366_days(year):
    start, end = days(f"{year}/{(year + 1) % 100:02d}")[0]
    assert (start, end) == financial_year(year)
    assert end - start in (timedelta(364), timedelta(365))


@given(st.text(alphabet="0123456789/-. ,JanMayOctQ3year to betwnd'", max_size=60))
def test_spans_are_ordered_apart_and_within_the_text(text):
    last = 0
    for period in find_dates(text):
        assert last <= period.span.start < period.span.end <= len(text)
        assert period.start <= period.end
        last = period.span.end


TODAY = date(2025, 7, 8)


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("crime since 2022?", date(2022, 1, 1), date.max),
        ("after 8 October 2024", date(2024, 10, 9), date.max),
        ("from April 2021 onwards", date(2021, 4, 1), date.max),
        ("before May 2023", date.min, date(2023, 4, 30)),
        ("up to 2022", date.min, date(2022, 12, 31)),
        ("in the last financial year", date(2024, 4, 1), date(2025, 3, 31)),
        ("what happened last year", date(2024, 1, 1), date(2025, 3, 31)),
        ("what happened this year", date(2025, 1, 1), date(2025, 12, 31)),
        ("this month", date(2025, 7, 1), date(2025, 7, 31)),
        ("the last quarter", date(2025, 4, 1), date(2025, 6, 30)),
        ("the past three years", date(2022, 7, 9), date(2025, 7, 8)),
        ("in 2023/24", *YEAR_2023),
    ],
)
def test_what_a_question_asks_for(question, start, end):
    (period,) = find_asked_periods(question, TODAY)
    assert (period.start, period.end) == (start, end)


def test_the_last_year_of_something_is_not_counted_from_today():
    assert find_asked_periods("what changed in the last year of the plan?", TODAY) == ()


def test_last_year_is_the_calendar_or_the_financial_one():
    (period,) = find_asked_periods("how many calls last year?", date(2025, 2, 1))
    assert (period.start, period.end) == (date(2023, 4, 1), date(2024, 12, 31))
    (period,) = find_asked_periods("how many calls last year?", date(2025, 4, 1))
    assert (period.start, period.end) == (date(2024, 1, 1), date(2025, 3, 31))


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("thefts between 2022/23 and 2023/24", ["2022/23", "2023/24"]),
        ("thefts between 2019/20 and 2023/24", ["2019/20", "2023/24"]),
        ("thefts BETWEEN 2019-20 AND 2023-24", ["2019-20", "2023-24"]),
        ("thefts from 2022/23 to 2023/24", ["2022/23", "2023/24"]),
        ("compare thefts in 2022-23 To 2023-24", ["2022-23", "2023-24"]),
    ],
)
def test_two_years_compared_are_two_periods(question, years):
    found = find_asked_periods(question, TODAY)
    assert [period.span.of(question) for period in found] == years
    assert [(period.start, period.end) for period in found] == [
        day for year in years for day in days(year)
    ]
    assert all(period.kind in (PeriodKind.YEAR, PeriodKind.FINANCIAL_YEAR) for period in found)


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("thefts from 2019/20 to 2023/24", date(2019, 4, 1), date(2024, 3, 31)),
        ("thefts from 2019 to 2024", date(2019, 1, 1), date(2024, 12, 31)),
        ("thefts between 2022 and 2023", date(2022, 1, 1), date(2023, 12, 31)),
        ("thefts since 2022/23 to 2023/24", date(2022, 4, 1), date(2024, 3, 31)),
        ("thefts in 2022/23 - 2023/24", date(2022, 4, 1), date(2024, 3, 31)),
        ("thefts between 1 July 2022 and 30 June 2024", date(2022, 7, 1), date(2024, 6, 30)),
        ("thefts from April 2022 to March 2023", date(2022, 4, 1), date(2023, 3, 31)),
    ],
)
def test_all_the_time_between_years_or_days_stays_one_period(question, start, end):
    (period,) = find_asked_periods(question, TODAY)
    assert (period.start, period.end, period.kind) == (start, end, PeriodKind.RANGE)


YEAR_LIKE = st.integers(1900, 2100).flatmap(
    lambda year: st.sampled_from(
        [f"{year}", f"{year}/{(year + 1) % 100:02d}", f"{year}-{year + 1}", f"{year}/{year}"]
    )
)
JOINING = st.sampled_from(
    ["between", "and", "to", "from", "since", "before", "until", "onwards", "last year", "-"]
)


@given(
    st.lists(
        st.one_of(YEAR_LIKE, JOINING, st.text(alphabet="0123456789/-. ", max_size=6)), max_size=8
    ).map(" ".join)
)
def test_what_looks_like_years_is_read_in_order_and_within_the_question(question):
    last = 0
    for period in find_asked_periods(question, TODAY):
        assert last <= period.span.start < period.span.end <= len(question)
        assert period.start <= period.end
        last = period.span.end


def test_months_and_days_without_a_year_are_not_given_one():
    found = find_yearless("the October meeting, on 10 April and by May; we may march past in 2024")
    assert [(each.month, each.day) for each in found] == [(10, None), (4, 10), (5, None)]
    assert found[1].in_year(2025) == (date(2025, 4, 10), date(2025, 4, 10))
    assert find_yearless("8 October 2024") == ()


def test_a_day_that_a_year_lacks():
    (leap,) = find_yearless("by 29 February")
    assert leap.in_year(2023) is None
    assert leap.in_year(2024) == (date(2024, 2, 29), date(2024, 2, 29))
