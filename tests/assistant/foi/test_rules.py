"""The rules that look at the words of an ask alone."""

import re

import pytest

from assistant.bodies import likely_holder, load_bodies
from assistant.errors import BodiesUnreadable
from assistant.foi.copies import asks_for_a_document, find_document
from assistant.foi.exemptions import is_environmental, load_exemptions, to_consider
from assistant.foi.needs_person import PersonReason, person_needed
from assistant.foi.questions import ask_question, plain_ask, question_of

PERSONS = [
    ("Everything you hold about me.", PersonReason.OWN_DATA),
    ("A copy of my complaint file.", PersonReason.OWN_DATA),
    ("All emails which mention my name.", PersonReason.OWN_DATA),
    ("The name of the officer who closed my case.", PersonReason.OWN_DATA),
    ("The names of the officers who attended.", PersonReason.THIRD_PARTY),
    ("The names and home towns of the nine volunteers who left.", PersonReason.THIRD_PARTY),
    ("The disciplinary record of PC Duxbury.", PersonReason.THIRD_PARTY),
    ("Copies of the case notes of ten victims.", PersonReason.THIRD_PARTY),
    ("Does the Commissioner think the force is doing well?", PersonReason.OPINION),
    ("What is the Commissioner's opinion of the merger?", PersonReason.OPINION),
    ("What progress has been made in the murder investigation?", PersonReason.LIVE_CASE),
    ("A copy of the legal advice on the sale.", PersonReason.PRIVILEGE),
    ("What advice did the office's solicitors give about the lease?", PersonReason.PRIVILEGE),
    ("The unredacted minutes of the meeting.", PersonReason.CONFIDENTIAL),
    ("The confidential annex to the decision.", PersonReason.CONFIDENTIAL),
    ("All correspondence between the two offices since May 2024.", PersonReason.TOO_WIDE),
    ("Will the Commissioner come to our meeting?", PersonReason.NOT_INFORMATION),
]


@pytest.mark.parametrize(("ask", "reason"), PERSONS)
def test_parts_that_need_a_person(ask, reason):
    needed = person_needed(ask)
    assert needed is not None
    assert needed.reason is reason
    assert needed.advice


@pytest.mark.parametrize(
    "ask",
    [
        "The names of the organisations that were funded.",
        "Who is the Chief Constable?",
        "What reasons have been given to the Commissioner for the delays?",
        "How many complaints did the office receive?",
        "The names of those who have held the rank of Chief Constable.",
        "What did the Commissioner say about fraud?",
        "How many letters did the office send about the precept?",
        "Why was the station closed?",
        "How many investigations were completed in 2024?",
    ],
)
def test_parts_that_documents_may_answer(ask):
    assert person_needed(ask) is None


HOLDERS = [
    ("How many burglaries were recorded in Mill Lane?", "force"),
    ("The number of firearms applications waiting on 1 May.", "force"),
    ("How many officers were on duty in Wolderham on Saturday?", "force"),
    ("What allowances were paid to Panel members?", "panel"),
    ("How many potholes are there in Mill Lane?", "council"),
    ("How long is the Crown Court backlog?", "justice"),
    ("How many ambulances were sent?", "health"),
    ("What did the office spend on stamps?", None),
]


@pytest.mark.parametrize(("ask", "key"), HOLDERS)
def test_who_may_hold_it(ask, key):
    body = likely_holder(ask, load_bodies())
    assert (body.key if body else None) == key


def test_bodies_can_be_an_office_s_own_file(tmp_path):
    path = tmp_path / "bodies.toml"
    path.write_text(
        '[[body]]\nkey = "force"\nname = "Saxholme Police"\nhow = "Write to it."\n'
        "asked = ['\\bburglar']\n"
    )
    body = likely_holder("How many burglaries?", load_bodies(path))
    assert body is not None
    assert body.name == "Saxholme Police"


@pytest.mark.parametrize("text", ["[[body]]\nkey = 1", "not toml [", '[[body]]\nname = "x"'])
def test_a_faulty_list_of_bodies_is_told(tmp_path, text):
    path = tmp_path / "faulty.toml"
    path.write_text(text)
    with pytest.raises(BodiesUnreadable, match="bodies_file"):
        load_bodies(path)


def test_exemptions_are_questions_never_findings():
    for entry in load_exemptions():
        assert entry.questions
        assert all(question.strip() for question in entry.questions)
    assert {"43"} <= {e.section for e in to_consider("The value of each contract")}
    assert {"12"} <= {e.section for e in to_consider("All emails since 2010")}
    assert to_consider("How many custody visitors are there?") == ()


@pytest.mark.parametrize(
    ("words", "environmental"),
    [
        ("What are the carbon emissions of the fleet?", True),
        ("How much electricity does headquarters use?", True),
        ("How many electric vehicles are there?", True),
        ("What is the working environment survey?", False),
        ("How many custody visitors are there?", False),
    ],
)
def test_environmental_information_is_told(words, environmental):
    assert is_environmental(words) is environmental


@pytest.mark.parametrize(
    ("ask", "wants"),
    [
        ("a copy of the annual report for 2023/24", True),
        ("minutes of the last meeting", True),
        ("copies of all letters to the Panel", True),
        ("how many people copied the form", False),
        ("what the annual report says about fraud", False),
    ],
)
def test_documents_themselves_are_told_from_facts(ask, wants):
    assert asks_for_a_document(ask) is wants


def test_the_document_asked_for_is_found_by_its_title(library):
    found = find_document("a copy of the annual report for 2023/24", library.documents())
    assert found is not None
    assert found.name == "annual-report"
    assert find_document("a copy of the annual audit letter", library.documents()) is None


@pytest.mark.parametrize(
    ("ask", "plain"),
    [
        ("Please tell me how many came.", "how many came."),
        ("I would also like to know whether it was paid;", "whether it was paid"),
        ("Could you please provide the number of visitors?", "the number of visitors?"),
        ("Under the Act, please send me the plan.", "the plan."),
        ("Who pays?", "Who pays?"),
        ("I'd be grateful if you would let me have the cost", "the cost"),
    ],
)
def test_courtesies_are_dropped(ask, plain):
    assert plain_ask(ask) == plain


def test_a_short_ask_gets_its_heading_and_stem():
    question = question_of("the number upheld", "Complaint reviews", "For each year, please state:")
    assert question == "Complaint reviews – For each year, please state: the number upheld"
    assert question_of("the number upheld", "", "Please let me have the following:") == (
        "the number upheld"
    )


def test_an_ask_that_begins_with_if_is_optional():
    ask = ask_question(
        "If that is not recorded, how is it tracked in the office's reports?", "", ""
    )
    assert ask.optional
    assert re.match("how is it tracked", ask.words)
    assert not ask_question("How is it tracked?", "", "").optional
