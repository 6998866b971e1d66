"""What people decide stays: through the same document read again, and through a newer version."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assistant.commitments import load_register
from assistant.commitments.reviewing import apply_reviews
from assistant.commitments.thread import Standing
from index.library import Library
from index.reviews import Review, Reviewer, ReviewTarget, Verb
from index.settings import IndexSettings
from index.update import update_library
from ingest.commitment import CommitmentStatus
from ingest.settings import IngestSettings

MEETING, NEXT = date(2024, 7, 16), date(2024, 10, 15)


def target_of(recorded):
    commitment = recorded.commitment
    return ReviewTarget(recorded.document.id, commitment.key, commitment.text)


def review(recorded, verb, **values):
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Review(1, target_of(recorded), verb, at, "Asha Rowe", "", values)


def promise(make, text="The CC will share the data.", **fields):
    return make(MEETING, None, text, kind="undertaking", status="unknown", suggested=True, **fields)


def test_accepting_a_suggestion(make, register_of):
    found = promise(make)
    assert register_of([found]).threads[0].is_suggestion
    (thread,) = register_of([found], review(found, Verb.ACCEPT)).threads
    assert not thread.is_suggestion
    (noted,) = thread.last.reviews
    assert (noted.by, noted.what) == ("Asha Rowe", "accepted")


def test_rejecting(make, register_of):
    found = promise(make)
    assert register_of([found], review(found, Verb.REJECT)).threads == ()


def test_correcting_every_field(make, register_of):
    found = make(MEETING)
    (thread,) = register_of(
        [found],
        review(
            found,
            Verb.CORRECT,
            owner="ACC Dean",
            status="closed",
            raised="2024-07-01",
            due="2024-12-31",
            topic="Roads",
            action="2a",
        ),
    ).threads
    assert (thread.owner, thread.topic, thread.action) == ("ACC Dean", "Roads", "2a")
    assert (thread.standing, thread.raised) == (Standing.CLOSED, date(2024, 7, 1))
    assert thread.due is not None
    assert thread.due.end == date(2024, 12, 31)
    (cleared,) = register_of([found], review(found, Verb.CORRECT, due="", raised="")).threads
    assert cleared.due is None
    assert cleared.last.commitment.raised is None


def test_merging_and_taking_apart_again(make, register_of):
    first = make(MEETING, "1")
    second = make(NEXT, "9", "The DCC is to write a report on costs.")
    into = {"document": first.document.id, "key": first.commitment.key}
    merge = review(second, Verb.MERGE, **into)
    (thread,) = register_of([first, second], merge).threads
    assert [item.day for item in thread.items] == [MEETING, NEXT]
    apart = review(second, Verb.SEPARATE)
    assert len(register_of([first, second], merge, apart).threads) == 2


def test_taking_a_record_out_of_its_thread(make, register_of):
    first, second = make(MEETING, "1"), make(NEXT, "1", raised=MEETING)
    assert len(register_of([first, second]).threads) == 1
    assert len(register_of([first, second], review(second, Verb.SEPARATE)).threads) == 2


def test_splitting_keeps_each_parts_own_words(make, register_of):
    found = make(MEETING, None, "The CC is to report on costs and to write to the council.")
    parts = {"1": "report on costs", "2": "write to the council"}
    threads = register_of([found], review(found, Verb.SPLIT, **parts)).threads
    assert sorted(thread.last.commitment.text for thread in threads) == sorted(parts.values())
    for thread in threads:
        commitment = thread.last.commitment
        assert commitment.span.of(found.commitment.text) == commitment.text


def test_a_review_finds_its_commitment_in_a_newer_version(make):
    found = promise(make, "The CC will share the data with the panel.")
    changed = replace(
        found.commitment, key="undertaking-other", text="The CC will share data with the panel."
    )
    newer = replace(found, commitment=changed)
    applied = apply_reviews([newer], [review(found, Verb.ACCEPT)])
    assert not applied.items[0].commitment.suggested
    assert applied.lost == ()


def test_a_review_of_what_is_gone_is_not_put_on_something_else(make):
    found = promise(make, "The CC will share the data.")
    other = promise(make, "ACC Dean will visit Elmham in the spring.")
    applied = apply_reviews([other], [review(found, Verb.REJECT)])
    assert [item.commitment for item in applied.items] == [other.commitment]
    assert len(applied.lost) == 1


MINUTES = """Notes of the Accountability Meeting

Date: 8 October 2024

1. In attendance:

- Chief Constable (CC) – Paul Ash, Midshire Constabulary

4. Questions

PCC Question\tConstabulary Answer
What next?\tThe CC said that he would share the {what} with the panel.

Actions

Description of Action\tAction Update
Action 4 (22 July 2024): The CC is to report on costs.\t{update}
"""


@pytest.fixture
def ingest(tmp_path):
    settings = IndexSettings(data_dir=tmp_path / "data", embedding_model="hashed-words")
    folder = tmp_path / "folder"
    folder.mkdir()

    def run(what="data", update="8 October 2024 - Begun. Action ongoing."):
        (folder / "october.txt").write_text(MINUTES.format(what=what, update=update))
        update_library(settings, IngestSettings(), [folder])
        return settings

    return run


def register(settings):
    with Library.open(settings) as library:
        return load_register(library)


def test_corrections_survive_reading_the_same_and_a_newer_version_again(ingest):
    """The acceptance line: human corrections survive re-ingest, shown end to end."""
    settings = ingest()
    threads = {thread.kind.value: thread for thread in register(settings).threads}
    action, promised = threads["action"].last, threads["undertaking"].last
    person = Reviewer(settings, "Asha Rowe")
    named = ReviewTarget(action.document.id, action.commitment.key, action.commitment.text)
    person.correct(named, {"owner": "The DCC"}, "It was the DCC.")
    offered = ReviewTarget(promised.document.id, promised.commitment.key, promised.commitment.text)
    person.accept(offered)
    for again in (ingest(), ingest("new data", "8 October 2024 - Done. Action closed.")):
        threads = {thread.kind.value: thread for thread in register(again).threads}
        assert threads["action"].owner == "The DCC"
        assert threads["action"].last.reviews[0].by == "Asha Rowe"
        assert not threads["undertaking"].is_suggestion
    assert threads["action"].last.commitment.status is CommitmentStatus.CLOSED
    assert "new data" in threads["undertaking"].last.commitment.text
