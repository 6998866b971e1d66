"""Each ask of a question is looked for as a question of its own."""

from collections.abc import Sequence
from typing import cast

import pytest

from assistant.question import Question
from assistant.rank_asks import find_asks, rank_asks
from assistant.settings import AssistantSettings
from index.ranking import Ranker

from .shelf import TODAY, Shelf

REPORT = """# Report on safety

Police and Crime Commissioner for Marlshire

Date: 3 June 2024

## Bicycles

The patrols in Quenmouth recorded 412 thefts of bicycles.

## Wardens

The Lantern Scheme trained 31 wardens in Tarnwick.
"""
THEFTS = "How many thefts were there in Quenmouth"
WARDENS = "how many wardens were trained in Tarnwick?"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf({"report": REPORT})


def asks_of(shelf: Shelf, question: str) -> list[Question]:
    return find_asks(shelf.asked(question), shelf.vocabulary, TODAY)


def weights(question: Question) -> dict[str, float]:
    return {concept.text: concept.weight for concept in question.concepts}


def test_each_ask_with_a_subject_of_its_own_is_a_question(shelf: Shelf) -> None:
    asks = asks_of(shelf, f"{THEFTS}, and {WARDENS}")
    assert [ask.asked for ask in asks] == [THEFTS, WARDENS]


@pytest.mark.parametrize(
    "question",
    [
        "How many thefts were there in Quenmouth?",
        "How many thefts were there in Quenmouth, and how many?",
        "How many thefts were there in Quenmouth, and when was it?",
        "Is it so, and how many thefts were there in Quenmouth?",
    ],
)
def test_a_question_with_one_subject_is_left_whole(shelf: Shelf, question: str) -> None:
    asked = shelf.asked(question)
    assert find_asks(asked, shelf.vocabulary, TODAY) == [asked]


def test_an_ask_without_a_subject_is_left_out_where_two_others_have_one(shelf: Shelf) -> None:
    asks = asks_of(shelf, f"{THEFTS}, who was it, and {WARDENS}")
    assert [ask.asked for ask in asks] == [THEFTS, WARDENS]


def test_the_names_of_a_later_ask_are_its_own(shelf: Shelf) -> None:
    thefts, wardens = asks_of(shelf, f"{THEFTS}, and {WARDENS}")
    assert "Tarnwick" not in weights(thefts)
    assert "Quenmouth" in weights(wardens)


def test_other_words_of_the_question_are_inherited_fainter(shelf: Shelf) -> None:
    question = f"{THEFTS}, and {WARDENS}"
    whole = weights(shelf.asked(question))
    thefts, wardens = map(weights, asks_of(shelf, question))
    assert thefts["thefts"] == whole["thefts"]
    assert wardens["wardens"] == whole["wardens"]
    assert 0 < thefts["wardens"] < whole["wardens"] / 2
    assert 0 < wardens["thefts"] < whole["thefts"] / 2
    assert 0 < wardens["Quenmouth"] < whole["Quenmouth"] / 2


def test_a_time_holds_for_the_asks_that_name_none(shelf: Shelf) -> None:
    thefts, wardens = asks_of(shelf, f"{THEFTS} in 2023/24, and {WARDENS}")
    assert wardens.periods == thefts.periods != ()
    own = asks_of(shelf, f"{THEFTS} in 2023/24, and how many wardens were trained in 2021/22?")
    assert [[p.start.year for p in ask.periods] for ask in own] == [[2023], [2021]]


class Listening:
    """A ranker that finds everything alike, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def scores(self, asked: Sequence[tuple[str, str, str]]) -> list[float]:
        self.asked += [question for question, _, _ in asked]
        return [0.0] * len(asked)


def ranked(shelf: Shelf, question: str) -> tuple[list[str], list[str]]:
    """The best candidate for each ask of the question, and each question that was ranked."""
    ranker = Listening()
    asks = asks_of(shelf, question)
    settings = AssistantSettings()
    found = rank_asks(asks, shelf.candidates(), cast("Ranker", ranker), settings)
    assert [ask.question for ask in found] == asks
    return [ask.scored[0].candidate.text for ask in found], list(dict.fromkeys(ranker.asked))


def test_the_candidates_of_each_ask_are_ranked_for_its_own_words(shelf: Shelf) -> None:
    best, asked = ranked(shelf, f"{THEFTS}, and {WARDENS}")
    assert "412 thefts" in best[0]
    assert "31 wardens" in best[1]
    assert asked == [THEFTS, WARDENS]


def test_one_ask_is_ranked_in_the_words_of_the_question(shelf: Shelf) -> None:
    best, asked = ranked(shelf, f"{THEFTS}?")
    assert len(best) == 1
    assert asked == [f"{THEFTS}?"]
