from datetime import date

import pytest

from assistant.answer import AnswerStatus, Turn
from assistant.assistant import Assistant
from index.library import Library
from index.results import Filters
from ingest.document import DocumentKind

TODAY = date(2024, 12, 1)


@pytest.mark.parametrize(
    ("question", "expected", "document"),
    [
        ("How many vehicles did the Roads Team stop?", "1,215", "annual-report-2023-24"),
        ("what were the fines worth", "£84,300", "annual-report-2023-24"),
        ("How many burglaries were solved in 2022/23?", "88", "annual-report-2023-24"),
        ("How many robberies in 23/24?", "140", "annual-report-2023-24"),
        ("How long is the wait on 101?", "3 minutes and 20 seconds", "accountability-meeting"),
        ("How much did Safe Nights cost?", "£41,200", "foi-2024-07"),
        ("Who is the chief constable now?", "Tom Harrow", "accountability-meeting"),
        ("Why did the rural team get a drone?", "hard to search at night", "annual-report"),
    ],
)
def test_answers_stand_in_the_right_document(
    assistant: Assistant, question: str, expected: str, document: str
) -> None:
    answer = assistant.ask(question, today=TODAY)
    assert answer.status is AnswerStatus.ANSWERED
    assert expected in answer.text
    assert answer.citations[0].document.startswith(document)


@pytest.mark.parametrize(
    "question",
    [
        "How many burglaries were solved in 2019/20?",
        "How many vehicles were stopped in Quenby?",
        "What is the salary of Ada Brindle?",
    ],
)
def test_what_no_document_says_is_not_found(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, today=TODAY)
    assert answer.status in (AnswerStatus.NOT_FOUND, AnswerStatus.OUT_OF_SCOPE_FORCE)
    assert answer.text.startswith("This was not found in the")
    assert not answer.citations
    assert not answer.citations
    assert "3 documents" in answer.text


def test_every_quote_is_verbatim_and_stands_in_its_passage(
    assistant: Assistant, library: Library
) -> None:
    for question in ("burglary figures", "101 wait", "drone", "Safe Nights", "apologies", "depot"):
        for citation in assistant.ask(question, today=TODAY).citations:
            text = library.document(citation.document_id).text
            assert citation.span.of(text) == citation.quote
            assert len(citation.quote) >= 12


def test_a_follow_up_uses_the_question_before(assistant: Assistant) -> None:
    history = [Turn("How many burglaries were there in 2023/24?")]
    assert "901" in assistant.ask("and the year before?", history, today=TODAY).text


def test_filters_limit_where_answers_come_from(assistant: Assistant) -> None:
    filters = Filters(kinds=frozenset({DocumentKind.MEETING_MINUTES}))
    answer = assistant.ask("How many vehicles did the Roads Team stop?", (), filters, TODAY)
    assert answer.status is AnswerStatus.NOT_FOUND
    assert answer.searched.documents == 1


def test_slips_are_mended_and_said(assistant: Assistant) -> None:
    answer = assistant.ask("How many vehicels did the Roads Team stop?", today=TODAY)
    assert "1,215" in answer.text
    assert any("vehicels" in note for note in answer.notes)


@pytest.mark.parametrize("question", ["", "   ", "?!", "\u202e\U000e0041"])
def test_nothing_to_search_for_is_unclear(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question, today=TODAY).status is AnswerStatus.UNCLEAR


def test_a_question_of_the_public_is_never_the_answer(assistant: Assistant) -> None:
    answer = assistant.ask("Will the Mallow Bridge station close?", today=TODAY)
    assert "stay open until at least 2027" in answer.text
    assert "?" not in answer.text


def test_an_answer_is_short(assistant: Assistant) -> None:
    answer = assistant.ask("Tell me about the Roads Team and hare coursing", today=TODAY)
    assert len(answer.text.split()) <= 120


def test_what_the_force_may_hold_is_said_to_be_so_with_how_to_ask_it(assistant: Assistant) -> None:
    answer = assistant.ask("How many burglaries were solved in 2019/20?", today=TODAY)
    assert answer.status is AnswerStatus.OUT_OF_SCOPE_FORCE
    assert "It may be held by the Chief Constable" in answer.text
