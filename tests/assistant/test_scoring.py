"""A definition opens with the thing defined."""

import pytest

from .shelf import Shelf

NOTE = """# Briefing on safety

Police and Crime Commissioner for Marlshire

## Policing

Hotspot policing is a way of sending patrols to small places. The board in Tarnwick is
proud of hotspot policing. Restorative Conversations (RC) took place 12 times. The
Lantern Scheme, a charity of Wintersea, helps people at night.

Thing\tNotes
Hotspot policing\tIt is a way of sending patrols.
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf({"note": NOTE})


def defines(shelf: Shelf, question: str, words: str) -> float:
    return shelf.scored_at(question, words).features.defines


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is hotspot policing?", "Hotspot policing is a way"),
        ("What is the Lantern Scheme?", "Lantern Scheme, a charity"),
        ("What is RC?", "Restorative Conversations (RC)"),
        ("What does RC stand for?", "Restorative Conversations (RC)"),
    ],
)
def test_words_that_open_with_the_thing_define_it(shelf: Shelf, question: str, words: str) -> None:
    assert defines(shelf, question, words) == 1


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is hotspot policing?", "The board in Tarnwick is"),
        ("What is hotspot policing?", "Lantern Scheme, a charity"),
        ("What is hotspot policing?", "Hotspot policing\t"),  # a row
        ("How often was there hotspot policing?", "Hotspot policing is a way"),
        ("What is an Operation Lapwing?", "Hotspot policing is a way"),
    ],
)
def test_other_words_define_nothing(shelf: Shelf, question: str, words: str) -> None:
    assert defines(shelf, question, words) == 0


def test_of_words_alike_those_that_define_come_first(shelf: Shelf) -> None:
    best = shelf.scored("What is hotspot policing?")[0]
    assert best.candidate.text.startswith("Hotspot policing is a way")
