"""When something is due: the words, and the days that they mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.commitments.due import find_due

SAID = date(2024, 10, 8)


@pytest.mark.parametrize(
    ("words", "due", "end"),
    [
        ("by 31 January 2025", "by 31 January 2025", date(2025, 1, 31)),
        ("by the end of March", "by the end of March", date(2025, 3, 31)),
        ("in spring 2025", "in spring 2025", date(2025, 5, 31)),
        ("at the end of July", "the end of July", date(2025, 7, 31)),
        ("brought to the April meeting", "to the April meeting", date(2025, 4, 30)),
        ("later this year", "later this year", date(2024, 12, 31)),
        (
            "by the end of the financial year",
            "by the end of the financial year",
            date(2025, 3, 31),
        ),
        ("early next year", "early next year", date(2025, 12, 31)),
        ("within six months", "within six months", date(2025, 4, 8)),
        ("within two weeks", "within two weeks", date(2024, 10, 22)),
        ("by Christmas", "by Christmas", date(2024, 12, 25)),
        ("around the Christmas period", "around the Christmas period", None),
        ("in due course", "in due course", None),
        ("for 2025/26, by the end of May 2025", "by the end of May 2025", date(2025, 5, 31)),
    ],
)
def test_words_and_last_day(words, due, end):
    found = find_due(f"It will be done {words}.", SAID)
    assert found is not None
    assert (found.words, found.end) == (due, end)


def test_the_next_meeting_is_the_one_the_minutes_name():
    found = find_due("to report to the next meeting", SAID, date(2025, 1, 21))
    assert found is not None
    assert found.end == date(2025, 1, 21)
    unnamed = find_due("to report to the next meeting", SAID)
    assert unnamed is not None
    assert unnamed.end is None


@pytest.mark.parametrize("words", ["in March 2023", "on 7 October 2024", "It was good", "May we"])
def test_what_is_past_or_no_time_is_not_due(words):
    assert find_due(words, SAID) is None


@given(
    st.dates(date(2015, 1, 1), date(2035, 12, 31)),
    st.sampled_from(
        (
            "later this year",
            "by the end of this month",
            "in September",
            "by 10 April",
            "next month",
            "within three months",
            "in the next financial year",
            "by the end of March",
        )
    ),
)
def test_a_window_never_ends_before_it_was_said(said, words):
    found = find_due(f"It will be published {words}.", said)
    assert found is not None
    assert found.end is not None
    assert found.end >= said
    assert found.start is None or found.start <= found.end
