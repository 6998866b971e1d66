"""The record of answers: what is kept, what is not, and for how long."""

import sqlite3
from dataclasses import replace

import pytest

from assistant.answer import Answer, AnswerStatus, Searched
from ui.records import AnswerRecords

ANSWER = Answer(
    question="What of Wintersea?",
    status=AnswerStatus.ANSWERED,
    text="It is by the sea.",
    citations=(),
    hits=(),
    searched=Searched(1, None, None),
    confidence=1.0,
    seconds=0.2,
)


@pytest.fixture
def records(tmp_path):
    made = AnswerRecords(tmp_path, keep_days=30, conditions={"threshold": 0.5})
    yield made
    made.close()


def test_a_record_holds_what_an_audit_asks_for(records):
    records.add("a1", "public", ANSWER, generation=7)
    (kept,) = records.all()
    assert (kept.id, kept.audience, kept.status, kept.generation) == ("a1", "public", "answered", 7)
    assert kept.question == "What of Wintersea?"
    assert kept.row["answer"] == "It is by the sea."
    assert kept.settings == {"threshold": 0.5}
    assert kept.program
    assert kept.at.startswith("20")


@pytest.mark.parametrize(
    "status", [AnswerStatus.BLOCKED_PERSONAL_DATA, AnswerStatus.BLOCKED_TOO_LONG]
)
def test_a_question_refused_for_what_it_holds_is_nowhere_in_the_file(records, tmp_path, status):
    secret = "jo@example.org"
    records.add("a1", "public", replace(ANSWER, question=secret, status=status), generation=1)
    (kept,) = records.all()
    assert kept.question == ""
    records.close()
    files = tmp_path.glob("answers.sqlite3*")
    assert all(secret.encode() not in file.read_bytes() for file in files)


def test_a_complaint_belongs_to_an_answer_and_is_dealt_with_once(records):
    records.add("a1", "public", ANSWER, generation=1)
    assert not records.complain("other", "wrong")
    assert records.complain("a1", "The sea is far away.")
    (complaint,) = records.complaints()
    assert complaint.complaint == "The sea is far away."
    assert complaint.seen is None
    records.mark_seen("a1", "olwen")
    assert records.complaints()[0].seen.endswith(" olwen")
    records.complain("a1", "Still wrong.")
    assert records.complaints()[0].seen is None


def test_old_records_go_with_their_complaints(records, tmp_path):
    records.add("old", "public", ANSWER, generation=1)
    records.complain("old", "wrong")
    with sqlite3.connect(tmp_path / "answers.sqlite3") as rows:
        rows.execute("UPDATE answers SET at = '2020-01-01T00:00:00+00:00'")
    records.add("new", "public", ANSWER, generation=1)
    assert records.expire() == 1
    assert [record.id for record in records.all()] == ["new"]
    assert records.complaints() == ()
