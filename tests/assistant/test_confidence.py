"""How sure an answer is: by one place that speaks of it all, or by a place for each ask."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.confidence import Checks, check, confidence, sure_of
from assistant.rank_asks import Ask, find_asks
from assistant.scoring import Scored, score_candidates

from .shelf import TODAY, Shelf

REPORT = """# Report on safety

Police and Crime Commissioner for Marlshire

Date: 3 June 2024

## Bicycles

The patrols in Quenmouth recorded 412 thefts of bicycles.

## Wardens

The Lantern Scheme trained 31 wardens in Tarnwick.

## Work

District\tBurglaries\tRobberies
Tarnwick\t31\t7
Quenmouth\t44\t9
Ketterby\t12\t3
"""
SURE = 0.5
TWO_ASKS = "How many thefts were there in Quenmouth, and how many wardens were trained in Tarnwick?"
BOTH = "How many burglaries were there in Tarnwick and Quenmouth?"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf({"report": REPORT})


def at(shelf: Shelf, question: str, places: Sequence[str]) -> list[Scored]:
    return [shelf.scored_at(question, words) for words in places]


def checked(shelf: Shelf, question: str, *places: str) -> Checks:
    return check(shelf.asked(question), at(shelf, question, places))


def sure(shelf: Shelf, question: str, *places: str) -> float:
    asked = shelf.asked(question)
    asks = [
        Ask(ask, score_candidates(ask, shelf.candidates()))
        for ask in find_asks(asked, shelf.vocabulary, TODAY)
    ]
    return sure_of(asked, asks, at(shelf, question, places))


@pytest.mark.parametrize("places", [("412 thefts", "31 wardens"), ("31 wardens", "412 thefts")])
def test_two_asks_are_answered_by_two_places(shelf: Shelf, places: tuple[str, ...]) -> None:
    assert confidence(checked(shelf, TWO_ASKS, *places)) < SURE < sure(shelf, TWO_ASKS, *places)


@pytest.mark.parametrize("place", ["412 thefts", "31 wardens"])
def test_one_of_the_places_answers_no_more_than_half(shelf: Shelf, place: str) -> None:
    assert sure(shelf, TWO_ASKS, place) < SURE


def test_one_ask_is_as_sure_as_the_place_that_it_is_answered_from(shelf: Shelf) -> None:
    question = "How many thefts were there in Quenmouth?"
    for place in ("412 thefts", "31 wardens"):
        assert sure(shelf, question, place) == confidence(checked(shelf, question, place))
    assert sure(shelf, question, "31 wardens") < SURE < sure(shelf, question, "412 thefts")


def test_known_words_that_nothing_used_speaks_of_are_unspoken(shelf: Shelf) -> None:
    assert checked(shelf, "How many thefts of bicycles were there?", "412 thefts").unspoken == 0
    question = "How many thefts of bicycles were there by wardens?"
    known = next(c for c in shelf.asked(question).wanted if c.text == "wardens")
    share = known.weight / shelf.asked(question).weight
    assert checked(shelf, question, "412 thefts").unspoken == pytest.approx(share)


def test_words_that_the_documents_do_not_know_are_not_unspoken(shelf: Shelf) -> None:
    question = "How many thefts of unicycles were there?"
    assert checked(shelf, question, "412 thefts").unspoken == 0
    assert checked(shelf, question, "412 thefts").covered < 1


def test_what_is_unspoken_makes_an_answer_less_sure(shelf: Shelf) -> None:
    found = checked(shelf, "How many thefts of bicycles were there?", "412 thefts")
    assert confidence(replace(found, unspoken=0.5)) < confidence(found)


def test_rows_side_by_side_name_what_each_of_them_names(shelf: Shelf) -> None:
    assert checked(shelf, BOTH, "Tarnwick\t", "Quenmouth\t").unnamed == 0
    assert checked(shelf, BOTH, "Quenmouth\t", "Tarnwick\t").unspoken == 0


@pytest.mark.parametrize(
    "places",
    [
        ("Tarnwick\t",),
        ("Quenmouth\t",),
        ("Tarnwick\t", "Ketterby\t"),
        ("Tarnwick\t", "Quenmouth\t", "Ketterby\t"),  # one of them was not asked for
    ],
)
def test_other_rows_leave_a_name_out(shelf: Shelf, places: tuple[str, ...]) -> None:
    assert checked(shelf, BOTH, *places).unnamed > SURE


def test_two_rows_leave_a_third_name_out(shelf: Shelf) -> None:
    three = "How many burglaries were there in Tarnwick, Quenmouth and Ketterby?"
    assert checked(shelf, three, "Tarnwick\t", "Quenmouth\t").unnamed > SURE
    assert checked(shelf, three, "Tarnwick\t", "Quenmouth\t", "Ketterby\t").unnamed == 0


def test_one_row_is_enough_where_one_name_is_asked_for(shelf: Shelf) -> None:
    question = "How many burglaries were there in Tarnwick?"
    assert checked(shelf, question, "Tarnwick\t").unnamed == 0
    assert checked(shelf, question, "Quenmouth\t").unnamed > SURE
