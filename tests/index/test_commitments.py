"""Commitments in the catalogue: stored with their generation, reviewed by people, kept."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.commitments import decode_commitment, encode_commitment
from index.errors import DecisionRefused, LibraryMissing, UnknownDocument
from index.library import Library
from index.reviews import Reviewer, ReviewTarget, Verb
from index.settings import IndexSettings
from index.update import update_library
from ingest.commitment import Commitment, CommitmentKind, CommitmentStatus, Due, Update
from ingest.document import Span
from ingest.settings import IngestSettings

MINUTES = """Notes of the Accountability Meeting

Date: {day}

Description of Action\tAction Update
Action 4 (22 July 2024): The CC is to report on costs.\t{update}
"""
OPEN = ("8 October 2024", "8 October 2024 - Begun. Action ongoing.")
CLOSED = ("8 October 2024", "8 October 2024 - Done. Action closed.")


@pytest.fixture
def office(tmp_path):
    """A settings object and a folder whose documents it holds after `ingest`."""
    settings = IndexSettings(data_dir=tmp_path / "data", embedding_model="hashed-words")
    folder = tmp_path / "folder"
    folder.mkdir()

    def ingest(**files):
        for name, (day, update) in files.items():
            (folder / f"{name}.txt").write_text(MINUTES.format(day=day, update=update))
        update_library(settings, IngestSettings(), [folder])
        return settings

    return settings, folder, ingest


def test_commitments_appear_and_go_with_their_document(office):
    settings, folder, ingest = office
    ingest(october=OPEN)
    with Library.open(settings) as library:
        (first,) = library.commitments()
        assert first.commitment.status is CommitmentStatus.OPEN
        assert first.document.name == "october"
        ingest(october=CLOSED)
        (changed,) = library.commitments()
        assert changed.commitment.status is CommitmentStatus.CLOSED
        assert changed.document.id == first.document.id
        (folder / "october.txt").unlink()
        ingest(january=("21 January 2025", "New action."))
        assert [each.document.name for each in library.commitments()] == ["january"]


def test_reviews_are_kept_with_who_and_when_through_a_new_version(office):
    settings, _, ingest = office
    ingest(october=OPEN)
    with Library.open(settings) as library:
        (found,) = library.commitments()
        before = library.moment()
        target = ReviewTarget(found.document.id, found.commitment.key, found.commitment.text)
        Reviewer(settings, "Asha Rowe").correct(target, {"owner": "The DCC"}, "It was the DCC.")
        assert library.moment() != before
        ingest(october=CLOSED)
        (review,) = library.reviews()
        assert (review.by, review.verb, review.reason) == (
            "Asha Rowe",
            Verb.CORRECT,
            "It was the DCC.",
        )
        assert review.values == {"owner": "The DCC"}
        assert review.target == target
        Reviewer(settings, "Bo Day").undo(review.id)
        assert library.reviews() == ()


def test_reviews_that_cannot_be(office):
    settings, _, ingest = office
    target = ReviewTarget("nobody", "action-4", "words")
    with pytest.raises(LibraryMissing):
        Reviewer(settings, "Asha Rowe").accept(target)
    ingest(october=OPEN)
    reviewer = Reviewer(settings, "Asha Rowe")
    with pytest.raises(UnknownDocument):
        reviewer.accept(target)
    with pytest.raises(DecisionRefused, match="colour"):
        reviewer.correct(target, {"colour": "red"})
    with pytest.raises(DecisionRefused, match="two or more"):
        reviewer.split(target, ["one"])


SPANS = st.tuples(st.integers(0, 99), st.integers(100, 999)).map(lambda pair: Span(*pair))
DAYS = st.one_of(st.none(), st.dates(date(2010, 1, 1), date(2040, 1, 1)))
WORDS = st.text(max_size=20)


@given(
    st.builds(
        Commitment,
        key=st.text(min_size=1, max_size=20),
        kind=st.sampled_from(CommitmentKind),
        text=st.text(min_size=1),
        span=SPANS,
        quotes=st.lists(SPANS, min_size=1, max_size=3).map(tuple),
        locator=st.text(min_size=1),
        page=st.one_of(st.none(), st.integers(1, 500)),
        action=st.one_of(st.none(), st.text(min_size=1, max_size=8)),
        raised=DAYS,
        owner=WORDS,
        role=WORDS,
        due=st.one_of(st.none(), st.builds(Due, WORDS, DAYS, DAYS)),
        status=st.sampled_from(CommitmentStatus),
        updates=st.lists(st.builds(Update, DAYS, SPANS, WORDS), max_size=3).map(tuple),
        money=st.lists(WORDS, max_size=2).map(tuple),
        mentions=st.lists(WORDS, max_size=2).map(tuple),
        meetings=st.lists(st.dates(), max_size=2).map(tuple),
        parent=st.one_of(st.none(), st.text(min_size=1)),
        confidence=st.floats(0, 1),
        suggested=st.booleans(),
    )
)
def test_a_commitment_comes_back_as_it_was(commitment):
    assert decode_commitment(encode_commitment(commitment)) == commitment
    plain = replace(commitment, suggested=False, confidence=1.0)
    assert decode_commitment(encode_commitment(plain)) == plain
