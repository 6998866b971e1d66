"""Builders of questions and answers for scoring."""

from collections.abc import Callable

import pytest

from eval.answers import AnswerRow, CitationRow, PassageRow
from eval.questions import Evidence, Question

TEXT = "Intro.\nA total of 676 responses were received during the consultation.\nMore."
QUOTE = "A total of 676 responses were received"


@pytest.fixture
def question() -> Callable[..., Question]:
    def make(**changes: object) -> Question:
        fields: dict[str, object] = {
            "id": "q1",
            "question": "How many replies?",
            "kind": "number",
            "answer": "676 responses.",
            "must_include": (("676",),),
            "evidence": (Evidence(document="report", quote=QUOTE),),
        }
        return Question.model_validate(fields | changes)

    return make


@pytest.fixture
def row() -> Callable[..., AnswerRow]:
    def make(**changes: object) -> AnswerRow:
        fields: dict[str, object] = {
            "id": "q1",
            "status": "answered",
            "answer": "676 responses were received.",
            "citations": (CitationRow(document="report", quote=QUOTE, passage=TEXT),),
            "passages": (
                PassageRow(document="other", text="Nothing of it."),
                PassageRow(document="report", text=TEXT),
            ),
            "seconds": 0.2,
            "confidence": 0.9,
        }
        return AnswerRow.model_validate(fields | changes)

    return make
