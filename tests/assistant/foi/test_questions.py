"""A part's asks as questions: what of the letter's own words goes along, and what stays behind."""

import pytest

from assistant.foi.needs_person import PersonReason, person_needed
from assistant.foi.questions import plain_ask, question_of, scope_of
from assistant.foi.wording import Wording, is_general_request, only_tells, wording


@pytest.mark.parametrize(
    ("announcement", "scope"),
    [
        ("The Forum would like the following, please, for its autumn bulletin.", ""),
        (
            "We are instructed in connection with a matter of pensions, and request that you "
            "communicate the following information, to the extent that it is held:",
            "",
        ),
        (
            "For each of the last three years, please answer the following about front counters:",
            "For each of the last three years – about front counters",
        ),
        (
            "Under the Freedom of Information Act 2000 please provide the following information "
            "regarding the Beacon project:",
            "regarding the Beacon project",
        ),
        ("Since April 2023, please tell me the following:", "Since April 2023"),
        ("I request the following under the Freedom of Information Act:", ""),
    ],
)
def test_an_announcement_lends_its_matter_and_time_alone(announcement, scope):
    assert scope_of(announcement) == scope


def test_who_asks_is_not_looked_up_with_what_is_asked():
    stem = "The Ratepayers' Forum would like the following, please, for its bulletin."
    assert question_of("What was spent on it.", "", stem) == "What was spent on it."


@pytest.mark.parametrize(
    ("ask", "plain"),
    [
        ("My council would be glad to learn how many cars there are", "how many cars there are"),
        ("We are curious as to how the grant was spent", "how the grant was spent"),
        (
            "please treat this as a request under the Act, by how much the bill went up",
            "by how much the bill went up",
        ),
        (
            "It would also be good to have the average number of cases",
            "the average number of cases",
        ),
    ],
)
def test_a_wish_is_left_out_of_the_question(ask, plain):
    assert plain_ask(ask) == plain


@pytest.mark.parametrize(
    "sentence",
    [
        "Members wondered what the cost had been.",
        "Nobody can tell us what the fund has paid for.",
        "wondering how many pcsos you have got",
        "Id like to know how many people came",
        "any chance of the figures for 2023",
        "does the commissioner write his own speeches",
        "And please can somebody ring me about the lad at number 14.",
    ],
)
def test_a_wish_to_know_is_an_ask_whoever_wishes_it(sentence):
    assert wording(sentence) is Wording.ASK


@pytest.mark.parametrize(
    "sentence",
    [
        "We are told how important it is.",
        "I am happy to explain what I mean.",
        "I am sure you can understand why I am worried.",
        "I have been told how much this matters.",
        "I appreciate that day to day running is for the Chief Constable.",
        "Please let me know when I can expect a reply.",
        "How would you feel if it were your child?",
        "Format: .csv or .xlsx, not PDF",
    ],
)
def test_what_only_sounds_like_an_ask_is_none(sentence):
    assert wording(sentence) is not Wording.ASK


def test_who_asks_and_what_for_gives_way_to_what_is_asked():
    assert is_general_request("I run a shop and would like to know what has been done with it.")
    assert not is_general_request("I run a shop and would like to know how many officers came.")
    assert only_tells("I have lived here for thirty years and I pay my council tax")
    assert not only_tells("I wonder what it cost")


@pytest.mark.parametrize(
    "ask",
    [
        "please can somebody ring me about the lad at number 14",
        "I want to make a complaint if not.",
        "Please cancel my ticket",
        "I expect my complaint to be passed to the inspectors",
    ],
)
def test_things_to_be_done_are_for_a_person(ask):
    needed = person_needed(ask)
    assert needed
    assert needed.reason in (PersonReason.NOT_INFORMATION, PersonReason.OWN_DATA)


def test_counts_of_subject_access_requests_are_for_nobody_in_particular():
    assert person_needed("how many subject access requests your office answered late") is None
    assert person_needed("This is a subject access request for my file")


def test_advice_of_counsel_is_privileged():
    needed = person_needed("copies of any advice, whether of counsel or otherwise")
    assert needed
    assert needed.reason is PersonReason.PRIVILEGE
