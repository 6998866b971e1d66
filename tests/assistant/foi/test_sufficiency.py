"""Whether an answer is enough for what was asked."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Answer, AnswerStatus, Searched
from assistant.foi.coverage import Coverage
from assistant.foi.request import Outcome
from assistant.foi.sufficiency import weigh

RECEIVED = date(2025, 3, 3)
QUOTE = "The custody visiting scheme had 31 visitors and cost £11,940 in 2023/24."


@pytest.fixture
def answer(cite):
    def make(quote=QUOTE, **others):
        source = cite("annual-report", quote)
        answer = Answer(
            "?", AnswerStatus.ANSWERED, quote, (source,), (), Searched(2, None, None), 0.9, 0.0
        )
        return replace(answer, **others)

    return make


def _outcome(ask, answer):
    return weigh(ask, answer, RECEIVED, 0.5).outcome


def test_a_figure_found_is_enough(answer):
    assert _outcome("How many custody visitors were there?", answer()) is Outcome.ANSWERED


@pytest.mark.parametrize(
    "changes",
    [
        {"status": AnswerStatus.NOT_FOUND},
        {"status": AnswerStatus.OUT_OF_SCOPE_FORCE},
        {"confidence": 0.2},
        {"citations": ()},
        {"text": "How many custody visitors were there?"},
    ],
)
def test_what_is_unproved_or_unsure_is_not_used(changes, answer):
    assert _outcome("How many custody visitors?", answer(**changes)) is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    "ask",
    [
        "How many custody visitors live in EB4 postcodes?",
        "How many custody visitors were there by street?",
        "How many visits were made by each officer?",
        "How many custody visitors came from Wolderham?",
    ],
)
def test_places_that_no_source_mentions_are_not_answered(ask, answer):
    assert _outcome(ask, answer()) is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    "ask",
    [
        "How many custody visitors were there in each month since January 2020?",
        "How many custody visitors were there in each of the last five years?",
        "How many custody visitors were there, broken down by gender?",
        "The number of custody visitors in each year from 2019 to 2024.",
    ],
)
def test_a_series_wants_more_than_one_figure(ask, answer):
    one = answer(text="There were 31 visitors.", citations=(answer().citations[0],))
    one = replace(one, citations=(replace(one.citations[0], quote="31 visitors"),))
    assert _outcome(ask, one) is Outcome.PARTIAL


def test_names_of_months_and_offices_are_no_places(answer):
    ask = "How many custody visitors did the Commissioner have in March 2024?"
    assert _outcome(ask, answer()) is Outcome.ANSWERED


def test_coverage_is_the_share_of_the_ask_that_the_sources_speak_of(library, answer):
    coverage = Coverage.of_library(library, RECEIVED)
    citations = answer().citations
    assert coverage.of("What did the custody visiting scheme cost?", citations) > 0.8
    assert coverage.of("How many parrots were imported from Peru?", citations) < 0.3
    assert coverage.of("What did the custody visiting scheme cost?", ()) == 0.0
