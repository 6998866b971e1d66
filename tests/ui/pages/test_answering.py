"""The one way to an answer: limits, switch, faults, threads, records, logs."""

import asyncio
import json
import logging
import time

import pytest

from assistant.answer import AnswerStatus, Turn
from ingest.document import Sensitivity
from ui.answering import Audience
from ui.logs import JsonLines
from ui.settings import LimitSettings
from ui.web.visitors import Visitor

ANNE = Visitor("10.0.0.1", "session-a")


@pytest.fixture
def services(make_services):
    return make_services()


def ask(services, question="How many parishes were visited?", audience=Audience.PUBLIC, **rest):
    visitor = rest.pop("visitor", ANNE)
    return asyncio.run(services.answering.ask(question, rest.pop("history", ()), audience, visitor))


def test_an_answer_is_given_and_recorded_under_the_same_name(services):
    given = ask(services)
    assert given.answer.status is AnswerStatus.ANSWERED
    (record,) = services.records.all()
    assert record.id == given.record
    assert record.generation == 1
    assert record.settings["assistant"]["hits"] > 0


def test_each_audience_is_answered_from_what_it_may_see(services):
    secret = "What is the secret budget of the marmalade project?"
    assert "77,000" not in ask(services, secret).answer.text
    assert "77,000" in ask(services, secret, Audience.OFFICER).answer.text
    assert services.library.record("internal-note").metadata.sensitivity is Sensitivity.INTERNAL


def test_a_slow_question_holds_up_nobody(services):
    async def both():
        slow = asyncio.create_task(
            services.answering.ask("a slow one on parishes", (), Audience.PUBLIC, ANNE)
        )
        await asyncio.sleep(0.05)
        started = time.monotonic()
        await services.answering.ask("How many parishes?", (), Audience.PUBLIC, ANNE)
        quick = time.monotonic() - started
        await slow
        return quick, time.monotonic() - started

    quick, slow = asyncio.run(both())
    assert quick < 0.5
    assert slow > 0.8


def test_a_fault_is_an_answer_that_says_so(services, caplog):
    given = ask(services, "Is this broken?")
    assert given.answer.status is AnswerStatus.ERROR_INTERNAL
    assert "RuntimeError" not in given.answer.text
    assert "answering failed: RuntimeError" in caplog.text
    assert ask(services).answer.status is AnswerStatus.ANSWERED


def test_the_switch_stops_both_audiences_with_the_offices_words(services):
    services.switch.off("a test")
    for audience in Audience:
        given = ask(services, audience=audience)
        assert given.answer.status is AnswerStatus.BLOCKED_SWITCHED_OFF
        assert given.answer.text == services.settings.ui.switched_off_message


def test_officers_may_ask_longer_questions_but_not_endless_ones(services):
    long = "How many parishes were visited? " * 20
    assert ask(services, long).answer.status is AnswerStatus.BLOCKED_TOO_LONG
    assert ask(services, long, Audience.OFFICER).answer.status is AnswerStatus.ANSWERED
    endless = "why " * 1_000
    assert ask(services, endless, Audience.OFFICER).answer.status is AnswerStatus.BLOCKED_TOO_LONG


def test_the_last_turns_go_along(services):
    history = tuple(Turn(f"question {number}", "answer") for number in range(9))
    ask(services, history=history)
    (seen,) = services.answering._asker.histories
    assert [turn.question for turn in seen] == [f"question {number}" for number in range(3, 9)]


def limited(make_services, ui_settings, **limits):
    set_limits = LimitSettings(**(ui_settings.limits.model_dump() | limits))
    return make_services(ui_settings.model_copy(update={"limits": set_limits}))


def waits(services, count, visitor=ANNE):
    """How long each of `count` questions was held back; "refused" for those not taken."""
    told = []

    async def note(seconds):
        told.append(seconds)

    async def run():
        for _ in range(count):
            given = await services.answering.ask(
                "How many parishes?", (), Audience.PUBLIC, visitor, note
            )
            if given.answer.status is AnswerStatus.BLOCKED_TOO_FAST:
                told.append("refused")

    asyncio.run(run())
    return told


def test_a_visitor_is_slowed_then_refused_and_others_are_not(make_services, ui_settings):
    services = limited(
        make_services, ui_settings, questions_per_minute=6, question_burst=2, longest_wait=15
    )
    first = waits(services, 5)
    assert first[:2] == [0, 0]
    assert 9 < first[2] <= 10
    assert first[3:] == ["refused", "refused"]
    assert waits(services, 1, Visitor("10.0.0.1", "session-b")) == [0]


def test_a_new_session_does_not_escape_the_limit_of_the_address(make_services, ui_settings):
    services = limited(
        make_services,
        ui_settings,
        address_questions_per_minute=6,
        address_question_burst=3,
        longest_wait=0,
    )
    told = [waits(services, 1, Visitor("10.0.0.9", f"session-{n}"))[0] for n in range(5)]
    assert told == [0, 0, 0, "refused", "refused"]


def test_logs_at_info_hold_no_word_of_a_question(services, caplog):
    with caplog.at_level(logging.INFO):
        given = ask(services, "What of the Wintersea wildebeest?")
        ask(services, "Who is jo@example.org?")
    lines = [json.loads(JsonLines().format(record)) for record in caplog.records]
    assert not any("wildebeest" in json.dumps(line) or "jo@" in json.dumps(line) for line in lines)
    answers = [line for line in lines if line["message"] == "answer"]
    assert answers[0]["record"] == given.record
    assert answers[1]["status"] == "blocked_personal_data"
    assert set(answers[0]) >= {"time", "level", "logger", "audience", "seconds", "generation"}
