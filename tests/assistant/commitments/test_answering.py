"""Questions put to the register: right, complete, and each item cited verbatim."""

from datetime import date

import pytest

from assistant.commitments.answering import answer_from_register

TODAY = date(2025, 11, 1)
MOST_WORDS = 120

SAMPLE = [
    ("Status of action 14?", ["ongoing"], ["1 August 2025"], ["The CC"]),
    ("What happened to action 13?", ["closed"], ["measures"]),
    ("Action 9: outcome?", ["closed"], ["Discussed"]),
    ("Who owns action 18 and when is it due?", ["ACO Thistlewood"], ["February 2026"]),
    ("Action 7: how was it closed and what remains promised?", ["2 April 2025"], ["season"]),
    ("What became of action 3?", ["no later record"], ["21 January 2025"], ["15 July 2025"]),
    ("What is outstanding for ACC Fairhollow?", ["Action 10"], ["Action 15"], ["2 actions"]),
    ("What does the Chief Constable still owe us?", ["Action 14"], ["1 action"]),
    ("How many actions were closed at the October 2025 meeting?", ["3 actions"], ["20"], ["11"]),
    ("How many actions were closed at the meeting of 21 January 2025?", ["3 actions"]),
    ("New actions from October 2025 and owners?", ["Lidgate"], ["Marchbanks"], ["Director of"]),
    ("Which actions were closed without an outcome?", ["2 actions"], ["Action 4"], ["Action 9"]),
    ("Which actions were never heard of again?", ["Action 3"], ["Action 10"], ["Action 15"]),
    ("What is overdue as at 1 March 2026?", ["Action 23"], ["1 action"]),
    ("List the open actions", ["8 actions"], ["Action 3"], ["Action 22"], ["Action 18"]),
    ("Which actions were raised at the last meeting?", ["21"], ["22"], ["23"]),
    ("Which actions does the Chief Executive own?", ["Action 8"], ["Action 20"]),
    ("What open actions are there about custody or accreditation?", ["Action 10"], ["Willow"]),
    ("What was promised about a breakdown of repeat victims by district?", ["January 2025"]),
    ("Which actions for T/ACC Lidgate are closed?", ["Action 7"]),
    ("How many new actions were there in April 2025?", ["3 actions"], ["14"], ["15"], ["16"]),
    ("What actions are still open for the Director of Policy and Commissioning?", ["3"], ["23"]),
]

REAL = [
    ("Action 19: status, and where was it dealt with?", ["closed"], ["Cohesive Communities"]),
    ("Action 11: who meets, about what?", ["Director of the Local"], ["Hate Crime"], ["training"]),
    (
        "Action 3 from 22 July 2024: owner, and why no reoffending figures yet?",
        ["Davison"],
        ["too early", "twelve months"],
    ),
    ("How many actions were closed at the October 2024 meeting?", ["4 actions"]),
    ("What is outstanding for ACC Davison?", ["Action 9"], ["Action 10"], ["2 actions"]),
    ("What was promised about fly-tipping?", ["Constabulary"], ["next PCC Accountability"]),
]

NO_QUESTIONS_FOR_THE_REGISTER = [
    "What actions have been taken to reduce fly-tipping?",
    "How many officers are there?",
    "What is the VAWG Action Plan?",
    "When did the precept consultation close?",
    "What did the Chief Constable say about the pay settlement?",
    "How many vetting renewals are overdue?",
    "What percentage had to go to formal action?",
    "Who is the Chief Constable?",
    "What happened at the meeting of 15 October 2024?",
]


def check(shelf, question, groups):
    answer = answer_from_register(question, shelf.register, TODAY)
    assert answer is not None, question
    for alternatives in groups:
        assert any(words in answer.text for words in alternatives), (question, answer.text)
    assert len(answer.text.split()) <= MOST_WORDS, (question, answer.text)
    assert answer.items, question
    for item in answer.items:
        assert item.span.of(shelf.documents[item.document_id].text) == item.quote
        assert item.locator


@pytest.mark.parametrize(("question", "groups"), [(q, g) for q, *g in SAMPLE])
def test_the_sample(sample, question, groups):
    check(sample, question, groups)


@pytest.mark.corpus
@pytest.mark.parametrize(("question", "groups"), [(q, g) for q, *g in REAL])
def test_the_real_minutes(real, question, groups):
    check(real, question, groups)


@pytest.mark.parametrize("question", NO_QUESTIONS_FOR_THE_REGISTER)
def test_other_questions_are_left_to_others(sample, question):
    assert answer_from_register(question, sample.register, TODAY) is None


def test_every_listed_action_is_cited(sample):
    answer = answer_from_register("List the open actions", sample.register, TODAY)
    assert answer is not None
    cited = {item.thread for item in answer.items}
    assert len(cited) == answer.count == 8


def test_a_missing_number_is_not_made_up(sample):
    answer = answer_from_register("Action 17: what was it?", sample.register, TODAY)
    assert answer is not None
    assert answer.items == ()
    assert "not in these documents" in answer.text
    assert "15 July 2025" in answer.text


def test_nothing_is_overdue_without_a_day(sample):
    answer = answer_from_register("What is overdue as at 1 March 2020?", sample.register, TODAY)
    assert answer is not None
    assert (answer.count, answer.items) == (0, ())
    assert answer.text.startswith("None of the actions")


def test_an_unknown_action_is_left_to_others(sample):
    assert answer_from_register("What is action 99?", sample.register, TODAY) is None
