"""Names are told from the writing alone."""

import pytest

from assistant.names import office_in, people_in, things_in


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Superintendent Ada Brindle and Mr Omar Reed spoke.", ("Ada Brindle", "Omar Reed")),
        ("Chief Executive – Paul Kennedy, OPCCM", ("Paul Kennedy",)),
        ("The longest-serving visitor, Winifred Tollgate, retired.", ("Winifred Tollgate",)),
        ("Operation Lapwing, the Willow Suite and Tarnwick Crown Court.", ()),
        ("Halloran Vane Construction Ltd built Hobley Green.", ()),
        ("It was opened by Laura Townsend and Simon Peel.", ("Laura Townsend", "Simon Peel")),
        ("Chief Constable Tamsin Field said so.", ("Tamsin Field",)),
        ("The Laura Townsend Trust is in Victoria Road.", ()),
        ("A Police Constable Degree and the Chief Officer Team", ()),
    ],
)
def test_people(text: str, people: tuple[str, ...]) -> None:
    assert people_in(text) == people


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("Who runs Harbour Light in Tarnwick?", ("Harbour Light",)),
        ("What happened to action 10 in April 2025?", ("action 10",)),
        ("Did Ada Brindle approve decision 2024/18?", ("decision 2024/18",)),
        ("What does the Chief Constable say?", ()),
        ("StepAside helped how many?", ()),  # an opening word alone may be no name
    ],
)
def test_things(question: str, things: tuple[str, ...]) -> None:
    assert things_in(question) == things


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Who is the Chief Finance Officer?", "Chief Finance Officer"),
        ("Who is the Head of Scrutiny and Performance?", "Head of Scrutiny and Performance"),
        ("Who is paid most?", ""),
    ],
)
def test_offices(question: str, office: str) -> None:
    assert office_in(question) == office
