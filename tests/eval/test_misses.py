from collections.abc import Callable

import pytest

from eval.answers import AnswerRow, CitationRow
from eval.misses import Stage, reason_of_miss, stage_of_miss
from eval.outcome import judge
from eval.questions import Question

from .conftest import TEXT

STORED = {"report": TEXT}
OTHER = (CitationRow(document="report-2019", quote="In 2019, 20", passage="In 2019, 20"),)


@pytest.mark.parametrize(
    ("asked", "said", "texts", "stage"),
    [
        ({}, {}, STORED, None),
        ({}, {"answer": "Many."}, {"report": "Intro."}, Stage.READING),
        ({}, {"answer": "Many.", "citations": (), "passages": ()}, STORED, Stage.SEARCH),
        ({"must_include": (("999",),)}, {}, STORED, Stage.SEARCH),
        ({}, {"status": "not_found"}, STORED, Stage.ABSTENTION),
        ({"answerable": False}, {}, STORED, Stage.ABSTENTION),
        ({"answerable": False}, {"status": "not_found"}, STORED, None),
        ({}, {"answer": "Many."}, STORED, Stage.COMPOSITION),
        ({}, {"answer": "20.", "citations": OTHER}, STORED, Stage.VERIFICATION),
        ({}, {"answer": "Many.", "citations": (), "passages": ()}, None, Stage.SEARCH),
    ],
)
def test_stage(
    question: Callable[..., Question],
    row: Callable[..., AnswerRow],
    asked: dict[str, object],
    said: dict[str, object],
    texts: dict[str, str] | None,
    stage: Stage | None,
) -> None:
    assert stage_of_miss(judge(question(**asked), row(**said)), texts) is stage


@pytest.mark.parametrize(
    ("asked", "said", "words"),
    [
        ({}, {"answer": "Many."}, "lacks 676"),
        ({}, {"status": "not_found"}, "withheld (not_found)"),
        ({"answerable": False}, {}, "answered (answered) though"),
        ({"must_exclude": ("676",)}, {}, "says 676"),
        ({}, {"answer": "676" + " a" * 130}, "131 words"),
    ],
)
def test_reason(
    question: Callable[..., Question],
    row: Callable[..., AnswerRow],
    asked: dict[str, object],
    said: dict[str, object],
    words: str,
) -> None:
    assert words in reason_of_miss(judge(question(**asked), row(**said)))
