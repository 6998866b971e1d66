"""The words that ask, told from the same words where they ask nothing."""

import pytest

from assistant.fit import holds_wanted
from assistant.wants import Want, find_wants


@pytest.mark.parametrize(
    "question",
    [
        "Names of the officers who were dismissed?",
        "What is the name of the Tarnwick victim?",
        "Who is the youngest officer in Ketterby?",
        "Who was the first person to finish it?",
        "Who's the author of the plan?",
    ],
)
def test_a_persons_name_is_wanted(question: str) -> None:
    assert find_wants(question) >= {Want.PERSON, Want.WHO}


@pytest.mark.parametrize(
    "question",
    [
        "Who runs the Wintersea centre?",
        "Which charity runs it?",
        "Which provider was chosen?",
        "Which builder was chosen?",
        "What was the name of the tenderer?",
    ],
)
def test_whoever_does_a_thing_need_not_be_a_person(question: str) -> None:
    wants = find_wants(question)
    assert Want.WHO in wants
    assert Want.PERSON not in wants


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Who chairs the board?", Want.WHO),
        ("Please say who chairs the board", Want.WHO),
        ("To whom was it sent?", Want.WHO),
        ("At the Thorlebridge board, who spoke?", Want.WHO),
        ("Where does the board meet?", Want.WHERE),
        ("Tell me where it is", Want.WHERE),
        ("When is the next panel, and where?", Want.WHERE),
        ("When is the next panel, and where?", Want.WHEN),
        ("Do you know when it opens?", Want.WHEN),
        ("Who chairs it and since when?", Want.WHEN),
        ("When did people call, and how many were there?", Want.WHEN),
    ],
)
def test_who_where_and_when_ask(question: str, asked: Want) -> None:
    assert asked in find_wants(question)


@pytest.mark.parametrize(
    ("question", "not_asked"),
    [
        ("How many adults who live alone were visited?", Want.WHO),
        ("How many victims whose case was closed were women?", Want.WHO),
        ("Did they search the house where she lived?", Want.WHERE),
        ("How many died in the town where the crash happened?", Want.WHERE),
        ("When people call, how many get through?", Want.WHEN),
        ("When a call comes in, who answers it?", Want.WHEN),
        ("Do staff get help when somebody is hurt?", Want.WHEN),
    ],
)
def test_who_where_and_when_that_only_tell_which_ask_nothing(
    question: str, not_asked: Want
) -> None:
    assert not_asked not in find_wants(question)


@pytest.mark.parametrize(
    "question",
    [
        "Committee Officer for the May panel?",
        "Clerk at the July board",
        "Press officer?",
        "Substitute for Cllr Reed on 9 July 2024?",
    ],
)
def test_a_role_alone_asks_who(question: str) -> None:
    assert find_wants(question) == {Want.WHO}


@pytest.mark.parametrize(
    "question", ["Can the clerk vote?", "How do I become an officer?", "Officers in Quenmouth"]
)
def test_a_question_that_speaks_of_a_role_does_not_ask_who(question: str) -> None:
    assert Want.WHO not in find_wants(question)


@pytest.mark.parametrize(
    "question",
    [
        "What is Operation Lapwing?",
        "what's hotspot policing",
        "What is Operation Lapwing, and does it still run in Quenmouth?",
        "What are custody visitors and do they get training?",
        "What counts as a hotspot?",
        "What is meant by a hotspot?",
        "RJ = ?",
    ],
)
def test_what_a_thing_is_asks_for_a_definition(question: str) -> None:
    assert Want.DEFINITION in find_wants(question)


@pytest.mark.parametrize(
    "question",
    [
        "What is the salary of the clerk?",
        "How many visits count towards the target?",
        "What does the report say?",
    ],
)
def test_not_every_what_asks_for_a_definition(question: str) -> None:
    assert Want.DEFINITION not in find_wants(question)


@pytest.mark.parametrize(
    "question",
    [
        "How much was the Wintersea pilot?",
        "What did the pilot cost?",
        "Total annual cost of the pilot",
        "Provide the yearly budget",
        "Which sites cost over £5,000?",
        "Clerk's salary?",
    ],
)
def test_money_is_wanted_where_it_is_asked_for(question: str) -> None:
    assert Want.AMOUNT in find_wants(question)


@pytest.mark.parametrize(
    "question",
    [
        "Which officers sat on the group of five that set the fees?",
        "Does the fee cover the cost?",
        "Please give the date on which the panel first heard of the budget",
        "Who told the board about a rise in fines?",
    ],
)
def test_money_that_is_only_spoken_of_is_not_wanted(question: str) -> None:
    assert Want.AMOUNT not in find_wants(question)


@pytest.mark.parametrize(
    "question", ["Why did it rise by 12%?", "Is it true that 12 % of calls were lost?"]
)
def test_a_percentage_that_the_question_tells_is_not_wanted(question: str) -> None:
    assert Want.PERCENT not in find_wants(question)


@pytest.mark.parametrize(
    "question", ["What % of calls were lost?", "What is the abandonment rate?", "% of calls lost"]
)
def test_a_percentage_asked_for_is_wanted(question: str) -> None:
    assert Want.PERCENT in find_wants(question)


@pytest.mark.parametrize(
    "question",
    [
        "How was it left?",
        "How was the matter of the figures left?",
        "How did the talks with Tarnwick end?",
        "What came of the review of the figures?",
        "What has been done about the noise?",
        "what's being done to the old bridge",
    ],
)
def test_how_a_thing_was_left_asks_for_its_state_and_no_number(question: str) -> None:
    assert find_wants(question) == {Want.STATUS}


def test_a_number_asked_for_beside_the_state_is_wanted() -> None:
    assert find_wants("How many are there, and what is the status?") >= {Want.NUMBER, Want.STATUS}


def test_how_often_is_told_by_a_figure_or_by_a_word() -> None:
    wants = find_wants("SGB - what was it and how often did it sit?")
    assert Want.FREQUENCY in wants
    assert holds_wanted(wants, "The board was a quarterly meeting.", row=False)
    assert holds_wanted(wants, "It met on 14 occasions.", row=False)
    assert not holds_wanted(wants, "The board was a meeting of chief officers.", row=False)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("How much anti-social behaviour was there in Ketterby?", Want.NUMBER),
        ("How much money was there in the fund?", Want.AMOUNT),
        ("Please confirm the sum awarded to the office", Want.AMOUNT),
        ("Amounts claimed for travel in 2024", Want.AMOUNT),
    ],
)
def test_how_much_of_a_thing_is_a_count_and_a_sum_is_money(question: str, asked: Want) -> None:
    assert find_wants(question) & {Want.NUMBER, Want.AMOUNT} == {asked}


def test_what_was_voted_on_is_not_asked_for() -> None:
    assert Want.AMOUNT not in find_wants("Recorded votes against the precept at the Panel?")
