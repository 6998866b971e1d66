"""What holds for any minutes: nothing is lost or counted twice, reviews only do as told."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.commitments.register import make_register
from assistant.commitments.reviewing import apply_reviews
from assistant.commitments.select import Filter, View, select
from assistant.commitments.thread import Standing
from index.commitments import RecordedCommitment
from index.results import DocumentRecord
from index.reviews import Review, ReviewTarget, Verb
from ingest.commitment import Commitment, CommitmentKind, CommitmentStatus
from ingest.document import Body, DocumentKind, Metadata, Span

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FIRST = date(2024, 1, 1)
TASKS = ("report on costs", "visit Elmham", "write to the council", "publish the figures")


def recorded(meeting, place, number, task, status, raised):
    day = FIRST + timedelta(days=30 * meeting)
    metadata = Metadata(
        "Minutes of the Board", DocumentKind.MEETING_MINUTES, Body.OFFICE, day, meeting_date=day
    )
    document = DocumentRecord(f"m{meeting}", f"m{meeting}", "0", metadata, 1, 1, "m", NOW)
    text = f"The CC is to {TASKS[task]}."
    is_action = number > 0
    return RecordedCommitment(
        document,
        Commitment(
            key=f"{place}",
            kind=CommitmentKind.ACTION if is_action else CommitmentKind.UNDERTAKING,
            text=text,
            span=Span(place * 100, place * 100 + len(text)),
            quotes=(Span(place * 100, place * 100 + len(text)),),
            locator="Actions",
            page=None,
            action=str(number) if is_action else None,
            raised=FIRST + timedelta(days=30 * min(raised, meeting)),
            owner="The CC",
            status=status if is_action else CommitmentStatus.UNKNOWN,
        ),
    )


ROWS = st.lists(
    st.tuples(
        st.integers(0, 6),
        st.integers(0, 5),
        st.integers(0, 3),
        st.sampled_from(CommitmentStatus),
        st.integers(0, 6),
    ),
    max_size=25,
).map(lambda rows: [recorded(row[0], place, *row[1:]) for place, row in enumerate(rows)])


@given(ROWS)
@settings(deadline=None)
def test_every_record_is_in_exactly_one_thread(found):
    register = make_register(apply_reviews(found, ()))
    held = [item.id for thread in register.threads for item in thread.items]
    assert sorted(held) == sorted(f"{each.document.id}:{each.commitment.key}" for each in found)


@given(ROWS)
@settings(deadline=None)
def test_threads_run_forward_and_stop_only_as_their_last_record_says(found):
    for thread in make_register(apply_reviews(found, ())).threads:
        days = [item.day for item in thread.items]
        assert days == sorted(days)
        closed = thread.last.commitment.status is CommitmentStatus.CLOSED
        assert (thread.standing is Standing.CLOSED) == closed
        assert all(day > thread.last.day for day in thread.later)
        actions = {i.commitment.action for i in thread.items if i.commitment.action}
        assert len(actions) <= 1


@given(ROWS)
@settings(deadline=None)
def test_missing_numbers_are_held_by_nothing(found):
    register = make_register(apply_reviews(found, ()))
    for gap in register.missing:
        assert gap.after <= gap.by
        meanwhile = {
            int(thread.action)
            for thread in register.threads
            if thread.action and gap.after <= thread.raised <= gap.by
        }
        assert meanwhile.isdisjoint(range(gap.first, gap.last + 1))


@given(ROWS, st.sampled_from([Verb.ACCEPT, Verb.REJECT, Verb.SEPARATE]), st.integers(0, 24))
@settings(deadline=None)
def test_a_review_touches_its_own_item_alone(found, verb, chosen):
    if not found:
        return
    target = found[chosen % len(found)]
    named = ReviewTarget(target.document.id, target.commitment.key, target.commitment.text)
    applied = apply_reviews(found, [Review(1, named, verb, NOW, "Asha Rowe")])
    touched = [item for item in applied.items if item.reviews]
    assert len(applied.items) == len(found) - (verb is Verb.REJECT)
    assert [item.commitment.key for item in touched] == (
        [] if verb is Verb.REJECT else [target.commitment.key]
    )


@given(ROWS)
@settings(deadline=None)
def test_views_are_parts_of_the_whole(found):
    register = make_register(apply_reviews(found, ()))
    everything = set(select(register, Filter()))
    for view in (View.OPEN, View.UNHEARD, View.NO_OUTCOME, View.OVERDUE):
        assert set(select(register, Filter(view=view, as_at=date(2030, 1, 1)))) <= everything
