"""Near misses: the right words about another body, another speaker, another span of time."""

from datetime import date

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from assistant.evidence import find_evidence

from .shelf import Shelf

TODAY = date(2025, 1, 1)


@pytest.mark.parametrize(
    "question",
    [
        "How much did the county council spend on the Safe Nights scheme in 2023/24?",
        "What did Jane Sedge say about the wait on 101?",
        "How many vehicles did the Roads Team stop by month in 2023/24?",
        "How many vehicles did the Roads Team stop in August 2024?",
    ],
)
def test_a_near_miss_is_not_passed_off_as_an_answer(assistant: Assistant, question) -> None:
    answer = assistant.ask(question, today=TODAY)
    assert answer.status not in (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL), answer.text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How much did the Commissioner spend on the Safe Nights scheme?", "£41,200"),
        ("What did the Chief Constable say about the wait on 101?", "3 minutes and 20 seconds"),
        ("How many vehicles did the Roads Team stop in 2023/24?", "1,215"),
    ],
)
def test_and_the_question_itself_is_answered(assistant: Assistant, question, expected) -> None:
    answer = assistant.ask(question, today=TODAY)
    assert answer.status is AnswerStatus.ANSWERED
    assert expected in answer.text


TOWN = Shelf(
    {
        "report": """# Report

Average speed cameras on the ring road were switched on in October 2024. There has been one
collision since then. The wardens look after 14 speed cameras in the county.

## Money

Item\t2024/25 £m\t2025/26 £m
Cost of wardens\t41.6\t43.5
Cost of drivers\t4.6\t3.5
"""
    }
)


@pytest.mark.parametrize(
    ("question", "words", "holds"),
    [
        ("How many speed cameras are there?", "switched on", False),
        ("How many speed cameras are there?", "look after 14", True),
        ("How many wardens are there?", "Cost of wardens", False),
        ("How much did the wardens cost in 2024/25?", "Cost of wardens", True),
        ("How do I complain about the wardens?", "Cost of wardens", False),
    ],
)
def test_a_count_is_one_of_the_thing_and_how_to_is_no_row(question, words, holds) -> None:
    asked = TOWN.asked(question)
    found = find_evidence(asked, [TOWN.scored_at(question, words)])
    assert any(one.holds_fact(asked) for one in found) is holds
