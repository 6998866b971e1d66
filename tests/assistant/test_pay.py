"""What an office is paid is not what another is."""

import pytest

from assistant.pay import tells_anothers_pay, tells_who_pays

PREVIOUS = "The previous Deputy, Ivor Penn, was paid £48,500 a year until the post ended."
APPOINTED = (
    "The Panel received the report of the Commissioner, which proposed Ada Brindle as Chief "
    "Constable of Marlshire, at a salary of £171,300 a year."
)


@pytest.mark.parametrize(
    ("question", "said", "another"),
    [
        ("How much does the commissioner get paid?", PREVIOUS, True),
        ("Please state the Commissioner's own salary.", APPOINTED, True),
        ("What is the PCC paid?", "The salary of the Commissioner is £78,400.", False),
        ("What does the PCC earn?", "The pay of two and a half staff is £94,000.", True),
        ("What is the PCC paid?", "The Commissioner approves the sum of £275,000.", True),
        ("What is the Chief Constable's salary?", APPOINTED, False),
        ("What is the CC's salary?", APPOINTED, False),
        ("What is the Deputy Chief Constable's salary?", APPOINTED, True),
        ("What was the Deputy Commissioner paid?", PREVIOUS, False),
        ("What is the salary of the DCC?", "The Deputy Chief Constable earns £140,000.", False),
    ],
)
def test_pay_is_of_the_office_named_nearest_to_it(question: str, said: str, another: bool) -> None:
    assert tells_anothers_pay(question, said, "") is another


@pytest.mark.parametrize(
    "question",
    [
        "How much did the Commissioner pay for the new station?",
        "How much was paid for the youth bus by the Commissioner?",
        "How many officers did the Chief Constable appoint?",
        "What are staff paid?",
    ],
)
def test_other_payments_are_no_matter(question: str) -> None:
    assert not tells_anothers_pay(question, APPOINTED, "")


def test_where_the_words_name_no_office_those_around_them_do() -> None:
    said = "It is £78,400 a year."
    asked = "What is the Commissioner's salary?"
    assert not tells_anothers_pay(asked, said, "Pay of the Commissioner")
    assert tells_anothers_pay(asked, said, "Pay of the Chief Executive")
    assert tells_anothers_pay(asked, said, "Other costs")


def test_his_pay_is_that_of_an_office_named_before_it() -> None:
    said, asked = "His salary is £39,000.", "What is the Deputy Commissioner's salary?"
    named = "The Commissioner announced that Ivor Penn is to be Deputy Commissioner."
    assert not tells_anothers_pay(asked, said, named)
    assert tells_anothers_pay("What is the Chief Constable's salary?", said, named)


@pytest.mark.parametrize(
    "asked", ["Who paid for the scheme?", "who's funding the bus?", "Who will pay for it?"]
)
def test_who_pays_is_told_by_words_of_paying(asked: str) -> None:
    assert tells_who_pays(asked, "The scheme is met by a Home Office grant.")
    assert tells_who_pays(asked, "The cost is shared between the office and the council.")
    assert not tells_who_pays(asked, "The scheme is managed by Nadia Sedge of the council.")


@pytest.mark.parametrize("asked", ["Who runs the scheme?", "Who is paid the most?"])
def test_other_questions_need_no_words_of_paying(asked: str) -> None:
    assert tells_who_pays(asked, "The scheme is managed by Nadia Sedge of the council.")
