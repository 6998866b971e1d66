"""Questions about people are answered from attendance lists and roles."""

from datetime import date

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant

TODAY = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("question", "named", "others"),
    [
        ("Apologies for 9 July 2024?", ["Jane Sedge", "Omar Reed"], ["Ada Brindle"]),
        (
            "Who couldn't attend in July 2024?",
            ["Jane Sedge", "Omar Reed"],
            ["Tom Harrow"],
        ),
        ("Who was present on 9 July 2024?", ["Ada Brindle", "Tom Harrow"], ["Jane Sedge"]),
        ("Who is the Chief Constable?", ["Tom Harrow"], ["Jane Sedge"]),
        ("Who was the deputy chief constable in July 2024?", ["Jane Sedge"], ["Tom Harrow"]),
    ],
)
def test_people_are_told_from_the_lists(assistant: Assistant, question, named, others) -> None:
    answer = assistant.ask(question, today=TODAY)
    assert answer.status is AnswerStatus.ANSWERED
    assert all(name in answer.text for name in named)
    assert not any(name in answer.text for name in others)
    assert {c.document for c in answer.citations} == {"accountability-meeting-2024-07-09"}


@pytest.mark.parametrize(
    "question",
    [
        "Who was the Police and Crime Commissioner in February 2024?",  # a list is 20 weeks away
        "Who held the office of Police and Crime Commissioner in November 2023?",
    ],
)
def test_a_holder_is_told_from_the_term_that_holds_the_time(assistant: Assistant, question) -> None:
    answer = assistant.ask(question, today=TODAY)
    assert answer.status is AnswerStatus.ANSWERED
    assert "Cyril Fenwick" in answer.text
    assert "Ada Brindle" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Who was the Police and Crime Commissioner in February 2021?",  # before the term told of
        "Who was the Chief Constable in 2012?",  # long before any document
        "Who is the Chief Fire Officer?",  # an office that no document names
        "Apologies for 14 May 2023?",  # a meeting that is not here
    ],
)
def test_a_holder_of_another_time_or_office_is_not_told(assistant: Assistant, question) -> None:
    answer = assistant.ask(question, today=TODAY)
    assert "Tom Harrow" not in answer.text
    assert "Jane Sedge" not in answer.text
    assert "Fenwick" not in answer.text


def test_when_the_last_meeting_was_is_told_with_what_is_known(assistant: Assistant) -> None:
    answer = assistant.ask("When was the last accountability meeting?", today=TODAY)
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.text == "Date: Tuesday 9 July 2024"
    assert answer.notes == ("the newest papers of these meetings here are of 9 July 2024",)
