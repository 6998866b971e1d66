"""Questions put to the register: right, complete, and each item cited verbatim."""

from datetime import date

import pytest

from assistant.commitments.answering import answer_from_register
from ingest.document import Span

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
    ("Which actions are still open after the October 2025 meeting?", ["5 actions"], ["18"], ["23"]),
    (
        "What was closed on 15 October 2024?",
        ["3 actions"],
        ["Action 2"],
        ["Action 4"],
        ["Action 5"],
    ),
    ("Everything raised on 21 January 2025?", ["3 actions"], ["11"], ["12"], ["13"]),
    ("Which action changed owner?", ["1 action"], ["ACC Marchbanks, then T/ACC Lidgate"]),
    ("What is due in January 2026?", ["1 action"], ["Action 23"]),
    (
        "What did the Panel ask for or agree on 14 November 2024?",
        ["4 commitments"],
        ["speeding in villages"],
        ["suite"],
    ),
    ("What promises were made in the closing notes of actions?", ["4 commitments"], ["district"]),
    ("Which actions are due by March 2026?", ["by 31 March 2026"], ["Action 23"]),
    ("How many actions are there, and how many are closed?", ["21 actions"], ["13 are closed"]),
    ("What was promised about gun licences?", ["Action 14"]),
    ("What was promised about video cameras worn by officers?", ["Action 11"]),
    ("What commitments were made about going green?", ["Action 18"]),
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
    "By how much has burglary dropped, according to the accountability meeting?",
    "Which police station was closed without notice?",
    "What are the outstanding capital commitments?",
    "How many enforcement actions were closed in 2024?",
    "What did the Panel ask, on 14 November 2024, to see in the budget report?",
    "What is action 99?",
    "Which action does the report recommend?",
    "Which actions does each officer own?",
]

NOTHING = [
    ("Which action does ACC Bloggs own?", "No action in these documents names ACC Bloggs"),
    ("What is outstanding for ACC Bloggs?", "No action in these documents names ACC Bloggs"),
    ("Which action does the Mayor own?", "No action in these documents names the Mayor"),
    ("Status of action 99?", "Action 99 is not in these documents"),
    ("Action 17: what was it?", "the minutes of 15 July 2025, which are not here, may hold it"),
    ("Which action numbers are missing?", "Action 19 is not in these documents"),
    ("How many actions were closed at the March 2019 meeting?", "No minutes of a meeting in"),
    ("What is overdue as at 1 March 2020?", "None of the actions in these documents are overdue"),
    (
        "What actions are outstanding for Chief Superintendent Garrowby?",
        "None of the actions in these documents are still open for Chief Superintendent Garrowby",
    ),
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


@pytest.mark.parametrize(("question", "words"), NOTHING)
def test_where_the_register_has_none_it_says_so(sample, question, words):
    answer = answer_from_register(question, sample.register, TODAY)
    assert answer is not None
    assert (answer.count, answer.items) == (0, ())
    assert words in answer.text


def test_it_says_which_minutes_it_looked_at(sample):
    answer = answer_from_register("Status of action 99?", sample.register, TODAY)
    assert answer is not None
    assert answer.text.endswith(
        "They hold 21 actions, in the minutes of 16 July 2024, 15 October 2024, 21 January 2025, "
        "15 April 2025 and 14 October 2025."
    )


def test_an_action_that_a_passage_names_is_not_denied(sample):
    question, passages = "Status of action 99?", ("Plan\nAction 99: amber, due in May.",)
    assert answer_from_register(question, sample.register, TODAY, passages) is None


@pytest.mark.parametrize("question", [question for question, _ in NOTHING])
def test_a_library_without_actions_denies_nothing(register_of, question):
    assert answer_from_register(question, register_of([]), TODAY) is None


def test_a_history_tells_every_meeting(sample):
    answer = answer_from_register("Full history of action 1", sample.register, TODAY)
    assert answer is not None
    days = ("16 July 2024, new", "15 October 2024, ongoing", "21 January 2025, ongoing")
    assert [day for day in (*days, "15 April 2025, closed") if f"- {day}" not in answer.text] == []
    assert {item.document for item in answer.items} >= {
        f"accountability-meeting-{day}" for day in ("2024-10-15", "2025-01-21", "2025-04-15")
    }


def test_an_action_is_known_by_its_reference_and_told_with_the_cells_beside_it(make, register_of):
    register = register_of(
        [
            make(
                date(2025, 3, 11),
                "PS/25/03",
                "Provide a list of the posts held empty.",
                owner="Mr Tull",
                owner_span=Span(60, 67),
                due=date(2025, 3, 21),
            ),
            make(date(2025, 3, 11), "PS/25/04", "Have a co-ordinator in post."),
        ]
    )
    answer = answer_from_register("ps/25/03 - owner and task", register, TODAY)
    assert answer
    assert "Provide a list of the posts held empty. Owner: Mr Tull." in answer.text
    assert [item.quote for item in answer.items] == [
        "Provide a list of the posts held empty.",
        "Mr Tull",
    ]
    assert answer_from_register("Who is PS/25/033 about?", register, TODAY) is None


def test_a_promise_of_another_month_is_none_of_the_month_asked_about(make, register_of):
    register = register_of(
        [make(date(2025, 10, 3), "15", "The CC is to ask about call-back for deaf callers.")]
    )
    asked = "What did the CC promise in {} about call-back for deaf callers?"
    assert answer_from_register(asked.format("October 2025"), register, TODAY)
    assert answer_from_register(asked.format("November 2024"), register, TODAY) is None
