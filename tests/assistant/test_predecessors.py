"""Who held an office before the one who holds it."""

from datetime import date

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from assistant.predecessors import asks_for_predecessor, tells_of_predecessor

TODAY = date(2025, 1, 1)


@pytest.mark.parametrize(
    "asked",
    [
        "Who was the previous Commissioner?",
        "who was the former chief constable",
        "Who was her predecessor?",
        "who was it before Jane Sedge?",
        "who was the last PCC?",
    ],
)
def test_words_that_ask_for_the_one_before(asked: str) -> None:
    assert asks_for_predecessor(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "Who is the Commissioner?",
        "who chaired the last meeting?",
        "Who spoke before the vote?",
        "Who was paid before the year ended?",
    ],
)
def test_words_that_ask_for_no_one_before(asked: str) -> None:
    assert not asks_for_predecessor(asked)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("The Board was chaired by her predecessor, Cyril Fenwick.", True),
        ("Cyril Fenwick, who was Commissioner until May 2024, thanked the staff.", True),
        ("Tom Harrow took up the post on the retirement of Rhoda Quennel.", True),
        ("Police and Crime Commissioner – Ada Brindle, OPCCF", False),
        ("The work was done by my predecessor in that year.", False),
        ("The previous Deputy, Cyril Fenwick, was paid £48,500.", False),
    ],
)
def test_what_tells_of_the_one_before(text: str, tells: bool) -> None:
    assert tells_of_predecessor("Who was the previous Commissioner?", text) is tells


def test_a_deputy_is_told_of_where_the_deputy_is_asked_for() -> None:
    told = "The previous Deputy, Cyril Fenwick, was paid £48,500."
    assert tells_of_predecessor("Who was the previous deputy commissioner?", told)


@pytest.mark.parametrize(
    "question",
    [
        "Who was the previous Police and Crime Commissioner?",
        "Who was the commissioner before Ada Brindle?",
    ],
)
def test_the_one_before_is_told_from_the_words(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, today=TODAY)
    assert answer.status is AnswerStatus.ANSWERED
    assert "Cyril Fenwick" in answer.text
    assert "Ada Brindle" not in answer.text


def test_the_holder_is_never_told_as_the_one_before(assistant: Assistant) -> None:
    answer = assistant.ask("Who was the previous Chief Constable?", today=TODAY)
    assert answer.status is not AnswerStatus.ANSWERED
    assert "Tom Harrow" not in answer.text


def test_one_holder_is_told_without_the_rest_of_the_list(assistant: Assistant) -> None:
    answer = assistant.ask("Who is the Chief Constable?", today=TODAY)
    assert answer.text == "Chief Constable – Tom Harrow, Fenshire Constabulary"
