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
        ("How much was spent on consultants in 2023/24?", ["consultants"]),
        ("How many sat in on it?", []),
        ("How many still came to the Quenmouth panel?", []),
        ("How many signed up?", []),
        ("How many trained volunteers signed up?", ["trained volunteers signed up"]),
        ("How many men the county's refuge supported in its first year", ["men"]),
        ("How many lamps did you buy, and the number of gates they mended?", ["gates", "lamps"]),
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


SPENDING = """# Annual Report 2023/24

Police and Crime Commissioner for Marlshire

## Lanterns

The sum of £41,200 was spent on the Lantern Scheme. Its doors are open to all.

## Partners

Marlshire County Council spent £9,000 on gritting. It was cold. The sum of £7,000 was spent on
benches.
"""


@pytest.mark.parametrize(
    ("question", "words", "holds"),
    [
        ("How much did the county council spend on the Lantern Scheme?", "£41,200", False),
        ("How much did the fire service spend on the Lantern Scheme?", "£41,200", False),
        # what names no body is about those whose documents these are, or about whoever it was
        ("How much did the Commissioner spend on the Lantern Scheme?", "£41,200", True),
        ("How much did the force spend on the Lantern Scheme?", "£41,200", True),
        ("How much was spent on the Lantern Scheme?", "£41,200", True),
        # where its paragraph is about the body asked about, so is the sentence
        ("How much did the county council spend on gritting?", "£9,000", True),
        ("How much did the county council spend on benches?", "£7,000", True),
        ("How much did the parish council spend on benches?", "£7,000", False),
        ("How much did the Commissioner spend on gritting?", "£9,000", False),
    ],
)
def test_another_bodys_figure_is_told_only_where_that_body_is_named(
    question: str, words: str, holds: bool
) -> None:
    spending = Shelf({"spending": SPENDING})
    found = evidence(spending, question, words)
    assert found.holds_fact(spending.asked(question)) is holds


MINUTES = """# Summary of the PCC Accountability Meeting

Date: Tuesday 9 July 2024

## 1. In attendance

- Police and Crime Commissioner – Ada Brindle, OPCCM
- Chief Constable – Tom Harrow, Marlshire Constabulary (represented by Jane Sedge)
- Head of Roads – Omar Tollgate, Marlshire Constabulary

## 2. Roads

Omar Tollgate told Marlshire County Council of it.
"""


@pytest.mark.parametrize(
    ("question", "words", "holds"),
    [
        ("Who came with Omar Tollgate?", "– Omar Tollgate", False),
        ("Who stood in for Omar Tollgate?", "– Omar Tollgate", False),
        ("Who stood in for Tom Harrow?", "– Tom Harrow", True),  # his entry names another
        # who somebody is, their own entry tells
        ("Who is Omar Tollgate?", "– Omar Tollgate", True),
        ("Who was Tom Harrow?", "– Tom Harrow", True),
        ("Who is the Head of Roads?", "– Omar Tollgate", True),
        # what stands outside the list of those present is no entry: bodies are told there
        ("Who did Omar Tollgate tell of it?", "told Marlshire County Council", True),
    ],
)
def test_the_entry_of_a_person_asked_about_names_nobody_else_unless_it_does(
    question: str, words: str, holds: bool
) -> None:
    minutes = Shelf({"minutes": MINUTES})
    found = evidence(minutes, question, words)
    assert found.holds_fact(minutes.asked(question)) is holds


def test_a_row_answers_which_only_in_a_table_that_lists_such_things(briefing: Shelf) -> None:
    asked = "Which district had the most disclosures?"
    found = evidence(briefing, asked, "Clare's Law")
    assert not found.holds_fact(briefing.asked(asked))
    asked = "Which kind of disclosures were the most?"
    assert evidence(briefing, asked, "Clare's Law").holds_fact(briefing.asked(asked))


@pytest.mark.parametrize(
    "question", ["Who was the Commissioner in 2024?", "Who is the Chief Constable?"]
)
def test_a_sentence_without_a_person_does_not_say_who_holds_an_office(
    briefing: Shelf, question: str
) -> None:
    found = evidence(briefing, question, "412 patrols")
    assert not found.holds_fact(briefing.asked(question))


def test_a_body_holds_no_office_and_a_person_named_does() -> None:
    told = Shelf(
        {
            "note": """# Note

Date: 3 June 2024

The Commissioner's Youth Board met in 2024. Ada Quillfeather was the Commissioner in 2024.
"""
        }
    )
    asked = told.asked("Who was the Commissioner in 2024?")
    assert evidence(told, asked.text, "Ada Quillfeather").holds_fact(asked)
    assert not evidence(told, asked.text, "Youth Board met").holds_fact(asked)


def test_a_grade_for_one_thing_is_none_for_another() -> None:
    told = Shelf(
        {
            "note": """# Note

Inspectors graded the force as good at neighbourhood patrols. They told it to improve detection.
"""
        }
    )
    asked = told.asked("What grade did inspectors award for neighbourhood patrols?")
    assert evidence(told, asked.text, "graded").holds_fact(asked)
    asked = told.asked("What grade did inspectors award for detection?")
    assert not evidence(told, asked.text, "graded").holds_fact(asked)


def test_who_is_asked_for_is_somebody_whom_the_question_does_not_name() -> None:
    told = Shelf({"note": "# Note\n\nAda Quillfeather was made chief. Two others were seen.\n"})
    asked = told.asked("Who were the other people seen when Quillfeather was made chief?")
    assert not evidence(told, asked.text, "was made chief").holds_fact(asked)
    asked = told.asked("Who was the person made chief?")
    assert evidence(told, asked.text, "was made chief").holds_fact(asked)


def test_the_speaker_asked_of_is_the_one_that_speaks() -> None:
    told = Shelf({"note": "# Note\n\nThe bins in Hobley need a decision by all partners.\n"})
    asked = told.asked("What did the chief say about bins in Hobley?")
    assert evidence(told, asked.text, "bins").holds_fact(asked) is False  # nobody says it
    asked = told.asked("What did Ada Vane say about bins in Hobley?")
    assert not evidence(told, asked.text, "bins").holds_fact(asked)


@pytest.mark.parametrize(
    "question",
    ["FOI 248 - who was the requester?", "Who made the FOI request?", "Name of the applicant?"],
)
def test_no_words_tell_who_asked_for_information(question: str) -> None:
    told = Shelf({"note": "# Note\n\nReply to: Leah Townsend, who answers for the office.\n"})
    asked = told.asked(question)
    assert not evidence(told, question, "Leah").holds_fact(asked)
