import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerStatus, Citation, Searched, Turn
from eval.answers import failed_row, row_of
from eval.batch import answered_so_far, write_answers
from eval.errors import MismatchError
from eval.generate import answer_all, ask_in_turn
from eval.questions import BatchQuestion
from index.results import DocumentRecord, Hit
from ingest.document import Metadata, Span
from ingest.passage import Passage, PassageKind

CONTRACT = {"id", "status", "answer", "citations", "passages", "seconds"}
CITED = {"document", "title", "date", "page", "locator", "quote", "passage"}
LOOKED_AT = {"document", "page", "locator", "text", "score"}


def make_answer(question: str, text: str = "It was 5.", hits: int = 1) -> Answer:
    citation = Citation(
        document_id="d1",
        document="report",
        title="Report",
        date=date(2025, 7, 8),
        page=None,
        locator="1 Money",
        quote="It was 5.",
        passage="So. It was 5.",
        passage_id="p1",
        span=Span(4, 13),
    )
    record = DocumentRecord(
        "d1", "report", "aa", Metadata(title="Report"), 0, 1, "report.txt", datetime(2026, 1, 1)
    )
    passage = Passage("p1", "aa", 0, PassageKind.PROSE, Span(0, 13), (), "1 Money", "", ())
    hit = Hit(passage, "So. It was 5.", record, 0.0312345678, 0.5, 1.0, 1, 1)
    return Answer(
        question,
        AnswerStatus.ANSWERED,
        text,
        (citation,),
        (hit,) * hits,
        Searched(1, None, None),
        0.8,
        0.12345,
    )


class Echo:
    """Answers with the question and the turns before it; raises at the word "break"."""

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        if question == "break":
            raise ValueError("broken")
        before = [f"{turn.question}={turn.answer}" for turn in history]
        return make_answer(question, " ".join([*before, question]))


def asked(*texts: str) -> list[BatchQuestion]:
    return [BatchQuestion(id=f"q{n}", question=text) for n, text in enumerate(texts)]


def test_a_row_has_the_fields_of_the_contract() -> None:
    row = json.loads(row_of("q1", make_answer("How many?", hits=12)).model_dump_json())
    assert set(row) == CONTRACT | {"confidence"}
    assert set(row["citations"][0]) == CITED
    assert set(row["passages"][0]) == LOOKED_AT
    assert row["citations"][0]["date"] == "2025-07-08"
    assert row["citations"][0]["page"] is None
    assert len(row["passages"]) == 10
    assert row["passages"][0]["score"] == 0.031235
    assert row["seconds"] == 0.1235


def test_earlier_questions_are_answered_first() -> None:
    follow_up = BatchQuestion(id=1, question="c", history=("a", "b"))
    assert ask_in_turn(Echo(), follow_up).text == "a=a b=a=a b c"


def test_a_question_that_breaks_is_reported_and_the_rest_goes_on() -> None:
    failures: list[str] = []
    rows = list(
        answer_all(Echo(), asked("a", "break", "c"), lambda q, e: failures.append(f"{q.id} {e}"))
    )
    assert [row.status for row in rows] == ["answered", "error_internal", "answered"]
    assert failures == ["q1 broken"]
    assert not failed_row("q1", 0.1).answered


def test_batch_rows_are_written_in_order_without_what_the_contract_does_not_name(
    tmp_path: Path,
) -> None:
    out = tmp_path / "new" / "out.jsonl"
    write_answers(Echo(), asked("a", "b"), out, append=False, on_failure=lambda q, e: None)
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [row["id"] for row in rows] == ["q0", "q1"]
    assert all(set(row) == CONTRACT for row in rows)


def test_a_batch_is_taken_up_where_it_stopped(tmp_path: Path) -> None:
    out, batch = tmp_path / "out.jsonl", asked("a", "b", "c")
    assert answered_so_far(out, batch) == 0
    write_answers(Echo(), batch[:2], out, append=False, on_failure=lambda q, e: None)
    done = answered_so_far(out, batch)
    write_answers(Echo(), batch[done:], out, append=True, on_failure=lambda q, e: None)
    assert [json.loads(line)["id"] for line in out.read_text().splitlines()] == ["q0", "q1", "q2"]
    with pytest.raises(MismatchError, match="other questions"):
        answered_so_far(out, asked("a"))
