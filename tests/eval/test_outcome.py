from collections.abc import Callable

from eval.answers import AnswerRow
from eval.outcome import judge
from eval.questions import Evidence, Question

from .conftest import QUOTE, TEXT

MakeQuestion = Callable[..., Question]
MakeRow = Callable[..., AnswerRow]


def test_a_right_and_proved_answer(question: MakeQuestion, row: MakeRow) -> None:
    outcome = judge(question(), row(), {"report": TEXT})
    assert outcome.right
    assert outcome.cited
    assert outcome.cited_all
    assert outcome.quoted
    assert outcome.rank == 2
    assert outcome.unproved == ()
    assert not outcome.wrong


def test_a_missing_group_is_named(question: MakeQuestion, row: MakeRow) -> None:
    asked = question(must_include=(("676",), ("55%", "55 per cent")))
    outcome = judge(asked, row())
    assert outcome.missing == (("55%", "55 per cent"),)
    assert outcome.wrong


def test_an_answer_of_121_words_is_not_right(question: MakeQuestion, row: MakeRow) -> None:
    assert judge(question(), row(answer="676" + " a" * 119)).right
    assert not judge(question(), row(answer="676" + " a" * 120)).right


def test_a_withheld_answer_is_neither_right_nor_wrong(question: MakeQuestion, row: MakeRow) -> None:
    outcome = judge(question(), row(status="not_found"))
    assert not outcome.right
    assert not outcome.wrong


def test_out_of_scope_and_partial_count_by_their_first_word(row: MakeRow) -> None:
    assert row(status="partial").answered
    assert not row(status="out_of_scope_force").answered


def test_a_forbidden_word_makes_an_answer_wrong(question: MakeQuestion, row: MakeRow) -> None:
    outcome = judge(question(must_exclude=("responses",)), row())
    assert outcome.excluded == ("responses",)
    assert not outcome.right


def test_the_same_words_in_another_document_prove_nothing(
    question: MakeQuestion, row: MakeRow
) -> None:
    elsewhere = question(evidence=(Evidence(document="report-2019", quote=QUOTE),))
    outcome = judge(elsewhere, row())
    assert not outcome.cited
    assert not outcome.quoted
    assert outcome.rank is None


def test_every_gold_quote_must_be_seen_for_rank_all(question: MakeQuestion, row: MakeRow) -> None:
    two = (Evidence(document="report", quote=QUOTE), Evidence(document="report", quote="Absent."))
    outcome = judge(question(evidence=two), row())
    assert outcome.cited
    assert not outcome.cited_all
    assert (outcome.rank, outcome.rank_all) == (2, None)


def test_an_altered_quote_is_unproved(question: MakeQuestion, row: MakeRow) -> None:
    stored = {"report": TEXT.replace("676", "677")}
    assert judge(question(), row(), stored).unproved == (QUOTE,)
    assert judge(question(), row(), {}).unproved == (QUOTE,)
    assert judge(question(), row()).unproved is None
