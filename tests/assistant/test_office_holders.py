"""In a meeting's minutes an office stands for the one who was listed as holding it."""

import pytest

from assistant.office_holders import named_by_office
from ingest.document import Person, Span

from .shelf import Shelf


def person(name: str, role: str, presence: str = "present") -> Person:
    return Person(name, role, "OPCCM", presence, Span(0, 1))


PEOPLE = (
    person("Tom Harrow", "Chief Constable (CC)"),
    person("Jane Sedge", "Deputy Chief Constable (DCC)", "apologies"),
    person("Idris Vale", "Clerk for the Quenmouth Board"),
    person("Omar Reed", "Member"),
    person("Wyn Tollgate", "Member"),
    person("Nia Ketter", "Treasurer", "substitute"),
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Chief Constable said so.", {"tom", "harrow"}),
        ("The CC said so.", {"tom", "harrow"}),
        ("The DCC said so.", {"jane", "sedg"}),
        ("The deputy chief constable said so.", {"jane", "sedg"}),
        ("The Clerk wrote to Tarnwick.", {"idri", "vale"}),
        ("The CC and the clerk spoke.", {"tom", "harrow", "idri", "vale"}),
    ],
)
def test_an_office_stands_for_its_holder(text: str, name: set[str]) -> None:
    assert named_by_office(PEOPLE, text) == name


@pytest.mark.parametrize(
    "text",
    [
        "The former Chief Constable said so.",
        "The temporary chief constable said so.",
        "The Assistant Chief Constable said so.",
        "The member asked.",  # two hold that office
        "The Treasurer asked.",  # a substitute holds no office
        "It was a success.",  # "cc" within a word
        "Nobody spoke.",
    ],
)
def test_another_office_or_one_that_several_hold_stands_for_nobody(text: str) -> None:
    assert not named_by_office(PEOPLE, text)


def test_without_people_nobody_is_named() -> None:
    assert not named_by_office((), "The Chief Constable said so.")


def test_what_an_office_said_is_said_by_its_holder() -> None:
    shelf = Shelf(
        {
            "meeting-2024-07-09": """# Summary of the PCC Accountability Meeting

Date: Tuesday 9 July 2024

## 1. In attendance

- Chief Constable (CC) – Tom Harrow, Marlshire Constabulary

## 2. Fraud

The CC said that fraud had risen in Quenmouth. Callers were told to wait.
"""
        }
    )
    by_text = {candidate.text: candidate for candidate in shelf.candidates()}
    assert "harrow" in by_text["The CC said that fraud had risen in Quenmouth."].place
    assert "harrow" not in by_text["Callers were told to wait."].place
