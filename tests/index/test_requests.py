"""The register of requests in the catalogue."""

import sqlite3
from datetime import UTC, date, datetime

import pytest

from index.errors import RequestExists, UnknownRequest
from index.requests import EventRow, LetterRow, RequestRow, RequestStore
from index.settings import IndexSettings

AT = datetime(2025, 3, 3, 9, 30, tzinfo=UTC)
LETTER = LetterRow("Dear Sir, how many? Ada Brookes", "abc", '{"name": "Ada Brookes"}')


def _row(reference="FOI-1", state="received", received=date(2025, 3, 3)):
    return RequestRow(reference, received, state, AT, '{"parts": []}')


def _event(what="received"):
    return EventRow(AT, "officer", what, "")


@pytest.fixture
def store(tmp_path):
    return RequestStore(IndexSettings(data_dir=tmp_path))


def test_what_is_added_comes_back_whole(store):
    store.add(_row(), LETTER, _event())
    assert store.load("FOI-1") == _row()
    assert store.letter("FOI-1") == LETTER
    assert store.with_letter("abc") == ("FOI-1",)
    assert store.events("FOI-1") == (_event(),)


def test_a_reference_is_given_once(store):
    store.add(_row(), LETTER, _event())
    with pytest.raises(RequestExists, match="Choose another"):
        store.add(_row(), LETTER, _event())


def test_saving_changes_the_state_and_keeps_what_was_done(store):
    store.add(_row(), LETTER, _event())
    store.save(_row(state="drafting"), _event("drafted"))
    store.note("FOI-1", _event("looked at"))
    assert store.load("FOI-1").state == "drafting"
    assert [event.what for event in store.events("FOI-1")] == ["received", "drafted", "looked at"]


def test_an_unknown_request_is_told_by_name(store):
    for call in (store.load, store.letter, store.events):
        with pytest.raises(UnknownRequest, match="FOI-9"):
            call("FOI-9")
    with pytest.raises(UnknownRequest, match="FOI-9"):
        store.save(_row("FOI-9"))


def test_all_are_listed_latest_received_first(store):
    store.add(_row("FOI-1", received=date(2025, 1, 2)), LETTER, _event())
    store.add(_row("FOI-2", received=date(2025, 5, 2)), LETTER, _event())
    assert [row.id for row in store.all()] == ["FOI-2", "FOI-1"]


def test_a_forgotten_letter_leaves_no_trace_in_the_file(store, tmp_path):
    store.add(_row(), LETTER, _event())
    store.forget_letter("FOI-1", _event("letter deleted"))
    assert store.letter("FOI-1") is None
    assert store.load("FOI-1") == _row()
    path = tmp_path / "library.sqlite3"
    with sqlite3.connect(path) as catalogue:
        catalogue.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    catalogue.close()
    assert b"Ada Brookes" not in path.read_bytes()
