"""What new minutes changed."""

from datetime import date

import pytest

from assistant.commitments.difference import differences

FIRST, SECOND, THIRD = date(2024, 7, 16), date(2024, 10, 15), date(2025, 1, 21)


@pytest.fixture
def register(make, register_of):
    text = "The DCC is to write."
    return register_of(
        [
            make(FIRST, "1"),
            make(FIRST, "2", "ACC Dean is to visit."),
            make(FIRST, "3", text),
            make(FIRST, "4", "The PCC is to call.", status="closed"),
            make(SECOND, "1", raised=FIRST, status="closed"),
            make(SECOND, "3", text.replace("DCC", "ACC"), raised=FIRST, status="open"),
            make(SECOND, "5", "The OPCC is to publish."),
        ]
    )


def numbers(threads):
    return [thread.action for thread in threads]


def test_closed_changed_new_and_silently_dropped(register):
    (found,) = differences(register)
    assert (found.before, found.after) == (FIRST, SECOND)
    assert numbers(change.thread for change in found.closed) == ["1"]
    assert [(c.thread.action, c.what) for c in found.changed] == [("3", ("owner", "status"))]
    assert numbers(found.new) == ["5"]
    assert numbers(found.dropped) == ["2"]
    assert found.same == ()


def test_a_series_is_named_without_the_day_of_one_meeting(sample):
    names = {series.name for series in sample.register.series.values()}
    assert names == {"Summary of the PCC Accountability Meeting"}


def test_the_first_meeting_is_all_new(register):
    (found,) = differences(register, FIRST)
    assert found.before is None
    assert numbers(found.new) == ["1", "2", "3", "4"]


def test_a_day_without_a_meeting(register):
    assert differences(register, date(2020, 1, 1)) == ()


def test_minutes_between_that_are_not_here(sample):
    (found,) = differences(sample.register)
    assert found.absent == (date(2025, 7, 15),)
    assert numbers(found.dropped) == ["10", "15"]
