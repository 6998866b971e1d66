"""Due dates worked by hand, and what must hold for every date."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.foi.clock import (
    ClockSettings,
    Regime,
    RequestDates,
    response_deadline,
    review_dates,
)
from assistant.foi.errors import ClockError, HolidaysMissing
from assistant.foi.working_days import load_calendar

CALENDAR = load_calendar()
LIMITS = ClockSettings()


def _due(received, **others):
    return response_deadline(RequestDates(received, **others), CALENDAR, LIMITS).due


WORKED = [
    # received, due, what the case shows
    (date(2025, 1, 10), date(2025, 2, 7), "no holiday in between"),
    (date(2026, 5, 20), date(2026, 6, 19), "spring holiday and a one-off Scottish holiday"),
    (date(2026, 11, 20), date(2026, 12, 21), "St Andrew's Day, kept in Scotland only"),
    (date(2025, 1, 11), date(2025, 2, 10), "received on a Saturday: Monday 13 January is day 0"),
    (date(2025, 1, 12), date(2025, 2, 10), "received on a Sunday"),
    (date(2024, 12, 25), date(2025, 1, 28), "received on Christmas Day; 2 January is Scottish"),
    (date(2024, 12, 20), date(2025, 1, 23), "Christmas, Boxing Day, 1 and 2 January"),
    (date(2025, 3, 10), date(2025, 4, 8), "St Patrick's Day, Northern Ireland only"),
    (date(2025, 4, 1), date(2025, 5, 1), "Good Friday and Easter Monday"),
    (date(2025, 4, 17), date(2025, 5, 20), "Easter and the early May holiday"),
    (date(2025, 6, 24), date(2025, 7, 23), "14 July, substitute for the Twelfth"),
    (date(2025, 7, 21), date(2025, 8, 19), "4 August, Scottish summer holiday"),
    (date(2025, 8, 14), date(2025, 9, 12), "25 August"),
    (date(2025, 9, 2), date(2025, 9, 30), "no holiday"),
    (date(2025, 11, 3), date(2025, 12, 2), "1 December stands in for St Andrew's Day"),
    (date(2022, 8, 30), date(2022, 9, 28), "the day of the State Funeral"),
    (date(2022, 5, 16), date(2022, 6, 15), "2 and 3 June 2022"),
    (date(2023, 4, 24), date(2023, 5, 24), "early May and the Coronation"),
    (date(2024, 2, 15), date(2024, 3, 14), "a leap year"),
    (date(2026, 12, 18), date(2027, 1, 21), "Boxing Day substitute, new year, 4 January"),
]


@pytest.mark.parametrize(("received", "due", "case"), WORKED, ids=[w[2] for w in WORKED])
def test_due_dates_worked_by_hand(received, due, case):
    assert _due(received) == due


def test_clarification_restarts_the_clock():
    asked, answered = date(2025, 1, 14), date(2025, 1, 24)
    assert _due(date(2025, 1, 10), clarification_asked=asked) is None
    due = _due(date(2025, 1, 10), clarification_asked=asked, clarification_received=answered)
    assert due == date(2025, 2, 21)


def test_extension_says_by_when_it_must_be_notified():
    deadline = response_deadline(RequestDates(date(2025, 1, 10), extended=True), CALENDAR, LIMITS)
    assert (deadline.due, deadline.notify_by) == (date(2025, 3, 7), date(2025, 2, 7))
    assert "public interest" in " ".join(deadline.working)


def test_eir_extension_names_its_own_reason():
    dates = RequestDates(date(2025, 1, 10), extended=True, regime=Regime.EIR)
    assert "regulation 7" in " ".join(response_deadline(dates, CALENDAR, LIMITS).working)


def test_working_names_every_holiday_left_out():
    working = " ".join(response_deadline(RequestDates(date(2026, 5, 20)), CALENDAR, LIMITS).working)
    assert "25 May 2026" in working
    assert "15 June 2026, World Cup bank holiday (Scotland)" in working


def test_dates_that_contradict_each_other_are_refused():
    with pytest.raises(ClockError, match="before the request"):
        _due(date(2025, 1, 10), clarification_asked=date(2025, 1, 9))
    with pytest.raises(ClockError, match="Correct"):
        _due(
            date(2025, 1, 10),
            clarification_asked=date(2025, 1, 14),
            clarification_received=date(2025, 1, 13),
        )


def test_years_without_holidays_are_refused_not_guessed():
    with pytest.raises(HolidaysMissing, match="Refresh"):
        _due(date(2032, 12, 20))


def test_review_and_complaint_dates():
    dates = review_dates(date(2025, 2, 6), CALENDAR, LIMITS, date(2025, 2, 20), date(2025, 3, 17))
    assert dates.ask_by == date(2025, 4, 4)
    assert dates.review_due == date(2025, 3, 21)
    assert dates.review_at_most == date(2025, 4, 22)
    assert dates.complain_by == date(2025, 4, 28)


DAYS = st.dates(date(2015, 1, 1), date(2032, 10, 1))


@given(DAYS)
@settings(max_examples=400)
def test_never_due_on_a_day_that_does_not_count(received):
    due = _due(received)
    assert CALENDAR.is_working(due)
    assert CALENDAR.between(CALENDAR.on_or_after(received), due) == LIMITS.response


@given(DAYS, st.integers(0, 40))
@settings(max_examples=400)
def test_later_receipt_is_never_due_earlier(received, days):
    assert _due(received) <= _due(received + timedelta(days=days))
