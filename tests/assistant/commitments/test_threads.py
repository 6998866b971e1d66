"""Actions through the meetings: history, standing, gaps, what became of promises."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.commitments import wording
from assistant.commitments.thread import Standing
from ingest.commitment import CommitmentKind

JULY, OCTOBER = date(2024, 7, 16), date(2024, 10, 15)
JANUARY, APRIL = date(2025, 1, 21), date(2025, 4, 15)
MISSED, LAST = date(2025, 7, 15), date(2025, 10, 14)
OPEN, CLOSED, LOST = Standing.OPEN, Standing.CLOSED, Standing.NO_LATER_RECORD


def actions(register):
    return {
        (thread.action, thread.raised): thread
        for thread in register.threads
        if thread.kind is CommitmentKind.ACTION
    }


def history(thread):
    records = [item for item in thread.items if item.commitment.kind is CommitmentKind.ACTION]
    return [(item.day, item.commitment.status.value) for item in records]


SAMPLE = {
    ("1", JULY): (CLOSED, [JULY, OCTOBER, JANUARY, APRIL], ["new", "open", "open", "closed"]),
    ("2", JULY): (CLOSED, [JULY, OCTOBER], ["new", "closed"]),
    ("3", JULY): (LOST, [JULY, OCTOBER], ["new", "open"]),
    ("4", JULY): (CLOSED, [JULY, OCTOBER], ["new", "closed"]),
    ("5", JULY): (CLOSED, [JULY, OCTOBER], ["new", "closed"]),
    ("6", OCTOBER): (CLOSED, [OCTOBER, JANUARY], ["new", "closed"]),
    ("7", OCTOBER): (CLOSED, [OCTOBER, JANUARY, APRIL], ["new", "open", "closed"]),
    ("8", OCTOBER): (CLOSED, [OCTOBER, JANUARY], ["new", "closed"]),
    ("9", OCTOBER): (CLOSED, [OCTOBER, JANUARY], ["new", "closed"]),
    ("10", OCTOBER): (LOST, [OCTOBER, JANUARY, APRIL], ["new", "open", "open"]),
    ("11", JANUARY): (CLOSED, [JANUARY, APRIL, LAST], ["new", "open", "closed"]),
    ("12", JANUARY): (CLOSED, [JANUARY, APRIL], ["new", "closed"]),
    ("13", JANUARY): (CLOSED, [JANUARY, APRIL], ["new", "closed"]),
    ("14", APRIL): (OPEN, [APRIL, LAST], ["new", "open"]),
    ("15", APRIL): (LOST, [APRIL], ["new"]),
    ("16", APRIL): (CLOSED, [APRIL, LAST], ["new", "closed"]),
    ("18", MISSED): (OPEN, [LAST], ["open"]),
    ("20", MISSED): (CLOSED, [LAST], ["closed"]),
    ("21", LAST): (OPEN, [LAST], ["new"]),
    ("22", LAST): (OPEN, [LAST], ["new"]),
    ("23", LAST): (OPEN, [LAST], ["new"]),
}


def test_every_action_of_the_sample_has_its_history(sample):
    found = actions(sample.register)
    assert found.keys() == SAMPLE.keys()
    for key, (standing, days, statuses) in SAMPLE.items():
        assert (key, found[key].standing) == (key, standing)
        assert (key, history(found[key])) == (key, list(zip(days, statuses, strict=True)))


def test_numbers_that_are_nowhere_name_the_meeting_that_would_hold_them(sample):
    gaps = [(gap.first, gap.last, gap.absent) for gap in sample.register.missing]
    assert gaps == [(17, 17, (MISSED,)), (19, 19, (MISSED,))]


def test_a_thread_that_stops_is_never_closed_and_says_which_minutes_are_silent(sample):
    dropped = actions(sample.register)["3", JULY]
    assert dropped.later == (JANUARY, APRIL, LAST)
    assert dropped.silent == 3
    assert dropped.gaps == (MISSED,)


def test_closed_without_outcome(sample):
    empty = {key for key, t in actions(sample.register).items() if t.closed_without_outcome}
    assert empty == {("4", JULY), ("9", OCTOBER)}


def test_a_promise_in_a_closing_note_is_a_child_of_its_action(sample):
    found = actions(sample.register)
    for key, words in (
        (("5", JULY), "breakdown by district"),
        (("7", OCTOBER), "report the results"),
    ):
        children = [sample.register.thread(child) for child in found[key].children]
        assert any(words in child.last.commitment.text for child in children)
        assert all(child.parent == found[key].id for child in children)


def test_a_promise_in_prose_is_in_the_thread_of_the_action_it_became(sample):
    thread = actions(sample.register)["2", JULY]
    kinds = [item.commitment.kind for item in thread.items]
    assert kinds == [CommitmentKind.UNDERTAKING, CommitmentKind.ACTION, CommitmentKind.ACTION]
    assert "she would share the result" in thread.items[0].commitment.text


def test_one_decision_in_a_notice_and_a_bulletin_is_one_thread(make, register_of):
    title = {"title": "Lease of Unit 4", "kind": "decision", "status": "unknown"}
    notice = make(JULY, "2024/26", "The PCC approves the lease.", document="notice", **title)
    line = make(OCTOBER, "2024-26", "Lease of Unit 4 (confidential)", document="pack", **title)
    other = make(OCTOBER, "2024/27", "A roof", document="pack", **{**title, "title": "A roof"})
    assert [len(t.items) for t in register_of([notice, line, other]).threads] == [2, 1]


def test_a_decision_with_a_number_is_named_as_one(sample):
    names = {wording.name_of(thread) for thread in sample.register.threads}
    assert {"Action 4", "Decision 2024/18"} <= names


def test_the_same_number_raised_on_another_day_is_another_action(make, register_of):
    register = register_of(
        [make(JULY, "1"), make(OCTOBER, "1", "ACC Dean is to write."), make(LAST, "1", raised=JULY)]
    )
    assert [len(thread.items) for thread in register.threads] == [2, 1]


def test_without_a_day_raised_alike_words_make_the_thread(make, register_of):
    first = make(JULY, "1", "The CC is to report on costs of courts.", raised=JULY)
    later = make(OCTOBER, "1", "The CC is to report on the costs of courts.")
    undated = replace(later, commitment=replace(later.commitment, raised=None))
    assert len(register_of([first, undated]).threads) == 1


def test_an_action_merged_into_another_is_named_by_it(make, register_of):
    register = register_of(
        [
            make(JULY, "1", "The CC is to report on costs."),
            make(JULY, "2", "The CC is to report on delays."),
            make(OCTOBER, "1", raised=JULY, status="closed", update="Merged with Action 2."),
            make(OCTOBER, "2", "The CC is to report on delays.", raised=JULY, status="open"),
        ]
    )
    first, second = register.threads
    assert second.merged == (first.id,)
    assert first.standing is CLOSED


def test_a_new_count_is_not_taken_for_missing_numbers(make, register_of):
    register = register_of(
        [make(JULY, str(n), f"Task {n} of old") for n in (40, 41)]
        + [make(OCTOBER, str(n), f"Task {n} of new") for n in (1, 2)]
    )
    assert register.missing == ()


def test_two_counties_with_one_title_are_two_series(make, register_of):
    ours = make(JULY, "1", body="Midshire Constabulary", document="ours")
    theirs = make(OCTOBER, "1", body="Loamshire Police", document="theirs")
    register = register_of([ours, theirs])
    assert len(register.series) == 2
    assert all(thread.standing is Standing.OPEN for thread in register.threads)


def test_overdue_needs_a_day(make, register_of):
    dated = make(JULY, "1", due=OCTOBER)
    undated = make(JULY, "2", "ACC Dean is to write.")
    done = make(JULY, "3", "The PCC is to visit.", due=OCTOBER, status="closed")
    threads = register_of([dated, undated, done]).threads
    assert [thread.is_overdue(date(2024, 10, 16)) for thread in threads] == [True, False, False]
    assert not threads[0].is_overdue(OCTOBER)


@pytest.mark.corpus
def test_the_real_minutes(real):
    found = actions(real.register)
    assert len(found) == 16
    october = date(2024, 10, 8)
    assert found["4", date(2024, 7, 22)].standing is LOST
    assert {key for key, t in found.items() if t.standing is OPEN} == {("20", date(2025, 7, 8))}
    (gap,) = real.register.missing
    assert (gap.first, gap.last, gap.after) == (12, 15, october)
    assert gap.absent == (date(2025, 1, 21), date(2025, 4, 16))
    (child,) = found["4", date(2024, 7, 22)].children
    assert "some examples" in real.register.thread(child).last.commitment.text
