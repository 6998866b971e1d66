"""Who somebody is, and who held an office: from the lists of several meetings."""

import pytest

from assistant.people import find_people, without_later_holder
from index.results import Filters

from .shelf import Shelf


def meeting(day: str, present: list[str], apologies: list[str]) -> str:
    there = "\n".join(f"- {entry}" for entry in present)
    away = "\n".join(f"- {entry}" for entry in apologies)
    return f"""# Summary of the PCC Accountability Meeting

Date: {day}

## 1. In attendance

{there}

### Apologies for absence

{away}

## 2. Fraud

Fraud in Quenmouth was talked of.
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(
        {
            "march-2023": meeting(
                "Tuesday 7 March 2023",
                [
                    "Press Officer – Wyn Tollgate, OPCCM",
                    "Chair – Ada Brindle, OPCCM",
                    "Member – Cllr Marsh, Quenmouth Council",
                ],
                ["Chief Constable – Tom Harrow, Marlshire Constabulary"],
            ),
            "july-2024": meeting(
                "Tuesday 9 July 2024",
                ["Chair – Omar Reed, OPCCM", "Media Manager – Wyn Tollgate, OPCCM"],
                ["Deputy Chief Constable – Jane Sedge, Marlshire Constabulary"],
            ),
            "october-2024": meeting(
                "Wednesday 9 October 2024",
                ["Senior Press Officer – Idris Vale, OPCCM", "Media Manager – Wyn Tollgate, OPCCM"],
                ["Deputy Chief Constable – Jane Sedge, Marlshire Constabulary"],
            ),
        }
    )


def people(shelf: Shelf, question: str) -> list[tuple[str, str, str]]:
    found = find_people(shelf.asked(question), shelf.library, Filters())
    return [(listed.document.name, listed.person.name, listed.person.role) for listed in found]


@pytest.mark.parametrize(
    "question",
    [
        "What is Wyn Tollgate's job title?",
        "What was the role of Wyn Tollgate?",
        "Who is Wyn Tollgate?",
    ],
)
def test_the_roles_of_a_named_person_are_told_newest_first_each_once(
    shelf: Shelf, question: str
) -> None:
    assert people(shelf, question) == [
        ("october-2024", "Wyn Tollgate", "Media Manager"),
        ("march-2023", "Wyn Tollgate", "Press Officer"),
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Who is Robin Goodfellow?",
        "What is Mr Tollgate's job title?",  # half a name
        "What post does Wyn Tollgate hold at Harbour Light?",  # elsewhere
        "What is the title of the paper on the marsh?",  # no Cllr Marsh
    ],
)
def test_a_role_is_told_only_of_the_one_who_is_named(shelf: Shelf, question: str) -> None:
    assert people(shelf, question) == []


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("Who chaired the meeting in July 2024?", "Omar Reed"),
        ("Who was the chair in March 2023?", "Ada Brindle"),
        ("Chair for the July 2024 meeting?", "Omar Reed"),
        ("Who is the press officer?", "Idris Vale"),  # "Senior Press Officer"
        ("Who was the press officer in March 2023?", "Wyn Tollgate"),
        ("Who was the Chief Constable in March 2023?", "Tom Harrow"),
        ("Who is the deputy chief constable?", "Jane Sedge"),
    ],
)
def test_the_holder_of_an_office_is_told_though_the_role_is_told_in_part(
    shelf: Shelf, question: str, holder: str
) -> None:
    assert [name for _, name, _ in people(shelf, question)] == [holder]


@pytest.mark.parametrize(
    "question",
    [
        "Who was the Chief Constable in October 2024?",  # only the deputy is listed
        "Who is the Deputy Press Officer?",
        "Who is the Acting Chair?",
        "Who was the chair of the Thorlebridge board in July 2024?",
        "Who is the officer?",
    ],
)
def test_the_holder_of_another_office_is_not_told(shelf: Shelf, question: str) -> None:
    assert people(shelf, question) == []


@pytest.mark.parametrize(
    "question",
    [
        "Who was the Chair before the current one?",
        "Who was the previous Chair?",
        "Who was the Chair before Omar Reed?",
    ],
)
def test_the_holder_before_is_told(shelf: Shelf, question: str) -> None:
    assert [name for _, name, _ in people(shelf, question)] == ["Ada Brindle"]


@pytest.mark.parametrize(
    ("question", "left_out"),
    [
        ("Who was the Chair before Omar Reed?", {"Omar", "Reed"}),
        ("How much fraud was there before Operation Bittern?", set()),
    ],
)
def test_only_a_later_holder_is_left_out(shelf: Shelf, question: str, left_out: set[str]) -> None:
    unwanted = without_later_holder(shelf.asked(question)).unwanted
    assert {word for concept in unwanted for word in concept.text.split()} == left_out
