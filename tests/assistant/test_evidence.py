"""Near misses: the right words about another body, another speaker, another span of time."""

from datetime import date

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant

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
