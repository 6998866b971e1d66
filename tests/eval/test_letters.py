from collections.abc import Callable

import pytest

from eval.answers import CitationRow
from eval.letters import LOST, Draft, DraftedPart, judge_letter, match_parts
from eval.questions import Evidence, Letter, LetterPart
from eval.scores import score

GOLD = ["cost of the seafront plan", "number of arrests by officer", "minutes of the May meeting"]
ASKS = [
    "What the plan for the seafront cost.",
    "The number of arrests made by each officer.",
    "A copy of the minutes of the meeting in May.",
]


def test_as_many_parts_are_matched_in_order() -> None:
    assert match_parts(GOLD, ["x", "y", "z"]) == (0, 1, 2)


def test_a_part_that_was_not_seen_is_lost_and_the_others_keep_theirs() -> None:
    assert match_parts(GOLD, [ASKS[0], ASKS[2]]) == (0, None, 1)


def test_a_part_too_many_is_passed_over() -> None:
    assert match_parts(GOLD, [ASKS[0], "Please reply by email.", *ASKS[1:]]) == (0, 2, 3)


def test_no_parts_at_all_lose_every_gold_one() -> None:
    assert match_parts(GOLD, []) == (None, None, None)


@pytest.fixture
def letter() -> Letter:
    return Letter(
        id="l1",
        letter="Dear all\n\n1. " + "\n2. ".join(ASKS) + "\n\nYours",
        parts=(
            LetterPart(
                ask=GOLD[0],
                outcome="answered",
                must_include=(("45,000",),),
                evidence=(Evidence(document="report", quote="It cost £45,000."),),
            ),
            LetterPart(ask=GOLD[1], answerable=False, outcome="other_body"),
            LetterPart(ask=GOLD[2], answerable="partly"),
        ),
    )


@pytest.fixture
def draft() -> Callable[..., Draft]:
    def make(*asks: str) -> Draft:
        cited = CitationRow(document="report", quote="It cost £45,000.", passage="It cost £45,000.")
        answers = {ASKS[0]: ("answered", "£45,000", (cited,)), ASKS[1]: ("other_body", "", ())}
        parts = []
        for ask in asks:
            outcome, answer, citations = answers.get(ask, ("partial", "Some.", ()))
            parts.append(DraftedPart(ask=ask, outcome=outcome, answer=answer, citations=citations))
        return Draft(parts=tuple(parts))

    return make


def test_parts_are_scored_as_answers(letter: Letter, draft: Callable[..., Draft]) -> None:
    found = judge_letter(letter, draft(*ASKS))
    shares = score(found.questions, found.rows).shares
    assert (found.extra, found.altered) == ((), ())
    assert shares["outcome"].value == 1
    assert shares["cited"].value == 1
    assert shares["refused"].value == 1
    assert shares["accuracy"].n == 2
    assert shares["recall@5"].n == 0


def test_a_lost_part_is_withheld_and_its_outcome_wrong(
    letter: Letter, draft: Callable[..., Draft]
) -> None:
    found = judge_letter(letter, draft(ASKS[0], ASKS[1]))
    assert [row.status for row in found.rows] == ["answered", "other_body", LOST]
    assert score(found.questions, found.rows).shares["withheld"].hits == 1


def test_words_that_are_not_the_letters_are_told(
    letter: Letter, draft: Callable[..., Draft]
) -> None:
    found = judge_letter(letter, draft(*ASKS[:2], "Copies of the May minutes."))
    assert found.altered == ("Copies of the May minutes.",)
