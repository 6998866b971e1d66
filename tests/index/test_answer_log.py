from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from index.answer_log import AnswerLog, AnswerRecord, CitedPassage
from index.catalogue.connection import connect

NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)
RECORD = AnswerRecord(
    question="What was the precept?",
    status="answered",
    text="£294.30",
    citations=(CitedPassage("d1", "ab" * 32, "p1", "7.28", "set at £294.30"),),
    generation=3,
    seconds=0.2,
    at=NOON,
    channel="page",
    searched=("precept",),
)


@pytest.fixture
def log(settings):
    return AnswerLog(settings)


def test_a_record_comes_back_as_it_was(log):
    number = log.add(RECORD)
    assert log.get(number) == replace(RECORD, id=number)
    assert log.get(number + 1) is None


def test_records_are_listed_newest_first(log):
    for hours in (2, 0, 1):
        log.add(replace(RECORD, at=NOON + timedelta(hours=hours), question=str(hours)))
    assert [one.question for one in log.since(NOON)] == ["2", "1", "0"]
    assert [one.question for one in log.since(NOON + timedelta(hours=1))] == ["2", "1"]
    assert [one.question for one in log.since(NOON, limit=1)] == ["2"]


def test_times_of_other_zones_are_the_same_instants(log):
    log.add(RECORD)
    summer = NOON.astimezone()
    assert len(log.since(summer)) == 1
    assert log.since(summer + timedelta(seconds=1)) == ()


def test_answers_are_counted_by_status(log):
    for status in ("answered", "not_found", "answered"):
        log.add(replace(RECORD, status=status))
    assert log.counts(NOON) == {"answered": 2, "not_found": 1}


def test_records_are_forgotten_when_their_time_is_over(log, settings):
    log.add(replace(RECORD, at=NOON - timedelta(days=31), question="a very old question"))
    kept = log.add(RECORD)
    assert log.forget(days=30, today=NOON) == 1
    assert [one.id for one in log.since(NOON - timedelta(days=365))] == [kept]
    with closing(connect(settings.catalogue_path)):
        everything = b"".join(path.read_bytes() for path in settings.data_dir.iterdir())
    assert b"a very old question" not in everything
