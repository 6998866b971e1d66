import pytest

from assistant.evidence import Evidence, find_evidence
from assistant.focus import find_focus

from .shelf import Shelf


@pytest.mark.parametrize(
    ("question", "focus"),
    [
        ("How many robberies were solved in 2020/21?", ["robberies"]),
        (
            "What is the number of officers and staff overdue for vetting?",
            ["officers and staff overdue"],
        ),
        (
            "What percentage of calls was answered in time, and how many calls were there?",
            ["calls", "calls"],
        ),
        ("Salary of the Chief Fire Officer?", ["Salary", "Chief Fire Officer"]),
        ("Who chaired the meeting, and how many did it lose?", []),
        ("Why was the scheme closed?", []),
        ("How many sat in on it?", []),
        ("How many still came to the Quenmouth panel?", []),
        ("How many signed up?", []),
        ("How many trained volunteers signed up?", ["trained volunteers signed up"]),
        ("What is the abandonment rate?", ["abandonment"]),
        ("Abandonment rates in Tarnwick", ["Abandonment"]),
    ],
)
def test_what_is_counted_or_measured_is_found(question: str, focus: list[str]) -> None:
    assert sorted(span.of(question) for span in find_focus(question)) == sorted(focus)


BRIEFING = """# Briefing on safety

Police and Crime Commissioner for Marlshire

Date: 3 June 2024

## Patrols

The constabulary made 412 patrols in Quenmouth.

The Lantern Scheme helps people at night. Its doors are open to all. In June the number of
volunteers rose to 31. In June the number of wardens in Tarnwick rose to 17.

## Posts

Post\tHolder\tGrade
Head of Roads\tAda Brindle\t12
Assistants\tnot filled\t8

## Work

Kind\t2023/24\t2022/23
Disclosures granted in full (Clare's Law)\t12\t91
Quenmouth\t31\t13
"""


@pytest.fixture(scope="module")
def briefing() -> Shelf:
    return Shelf({"briefing": BRIEFING})


def evidence(shelf: Shelf, question: str, words: str) -> Evidence:
    return find_evidence(shelf.asked(question), [shelf.scored_at(question, words)])[0]


@pytest.mark.parametrize(
    ("question", "words", "holds"),
    [
        # the row is about the law that its label names, however the rest of it is put
        ("How many applications under Clare's Law in 2023/24?", "Clare's Law", True),
        # and a row of a place alone tells nothing of what was asked about the place
        ("How many thefts in Quenmouth in 2023/24?", "Quenmouth\t", False),
    ],
)
def test_a_row_is_about_a_name_only_within_a_longer_label(
    briefing: Shelf, question: str, words: str, holds: bool
) -> None:
    found = evidence(briefing, question, words)
    assert found.is_row
    assert found.holds_fact(briefing.asked(question)) is holds


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("How many patrols were made, as told to the PCC?", True),
        ("How many patrols did the constabulary say that it made?", True),
        ("How many patrols did the force tell the PCC of?", True),
        ("How many patrols did the PCC make?", False),
    ],
)
def test_a_body_that_was_told_a_thing_is_not_the_one_it_is_about(
    briefing: Shelf, question: str, holds: bool
) -> None:
    found = evidence(briefing, question, "412 patrols")
    assert found.holds_fact(briefing.asked(question)) is holds


def test_who_is_read_from_the_whole_row_and_a_figure_from_its_own_cells(briefing: Shelf) -> None:
    who = "Who is the Head of Roads?"
    assert "Ada Brindle" in evidence(briefing, who, "Head of Roads").text
    assert evidence(briefing, who, "Head of Roads").holds_fact(briefing.asked(who))
    grade = "What is the number of the grade of the Head of Roads?"
    assert evidence(briefing, grade, "Head of Roads").text == "12"
    assert not evidence(briefing, "Who are the assistants?", "Assistants").holds_fact(
        briefing.asked("Who are the assistants?")
    )


def test_a_sentence_without_names_is_about_what_its_paragraph_is_about(briefing: Shelf) -> None:
    question = "How many volunteers does the Lantern Scheme have?"
    scheme = next(c for c in briefing.asked(question).wanted if "Lantern" in c.text)
    assert evidence(briefing, question, "rose to 31").credit(scheme) > 0.3
    question = "How many wardens does the Lantern Scheme have?"
    assert evidence(briefing, question, "wardens in Tarnwick").credit(scheme) < 0.3
