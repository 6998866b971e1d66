"""What a public question must not hold, and what it must not be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import AnswerStatus
from assistant.safety import PersonalData, personal_data, refusal, reports_crime

HELD = [
    ("write to jo.bloggs@example.co.uk please", PersonalData.EMAIL),
    ("write to jo.bloggs (at) example.org", PersonalData.EMAIL),
    ("jo\u200b.bloggs@exam\u200bple.org", PersonalData.EMAIL),
    ("ring 07700 900123 today", PersonalData.PHONE),
    ("ring 07700-900-123 today", PersonalData.PHONE),
    ("ring (01632) 960 983", PersonalData.PHONE),
    ("ring +44 7700 900123", PersonalData.PHONE),
    ("ring +44 (0) 20 7946 0018", PersonalData.PHONE),
    ("ring ０７７００ ９００１２３", PersonalData.PHONE),
    ("my number is AB 12 34 56 C", PersonalData.NATIONAL_INSURANCE),
    ("ab123456c", PersonalData.NATIONAL_INSURANCE),
    ("card 4111 1111 1111 1111", PersonalData.CARD),
    ("card 5500-0055-5555-5559", PersonalData.CARD),
    ("amex 378282246310005", PersonalData.CARD),
]

NOT_HELD = [
    "How did spending change from 2019-20 to 2024/25?",
    "What is decision 2024-64 about, and action 153?",
    "Why is £1,234,567,890 in the accounts on page 112?",
    "What does paragraph 7.28 of the report of 8 July 2025 say?",
    "Is 101 or 0800 555 111 the number to ring?",
    "What did the email campaign @ the county show cost?",
    "How many calls: 12345, 23456, 34567 or 45678?",
    "Card 4111 1111 1111 1112 does not check",
    "Did figures of 0.9pp, -20.1% and 1,605 hold?",
    "What is BG123456A, a reference?",
]

REPORTS = [
    "I have been assaulted by my neighbour",
    "I've just been robbed in the high street",
    "my car was stolen last night",
    "My house has been burgled",
    "I want to report a crime",
    "Someone is breaking into the shop next door",
    "there is a fight outside, send the police now",
    "a robbery is happening right now",
    "We are being threatened",
]

QUESTIONS = [
    "What support is there if someone has been raped?",
    "How many people were robbed in 2024?",
    "What did the Commissioner report on burglary?",
    "When did we have fewer robberies than last year?",
    "How are victims of stalking supported?",
    "Who is following up action 153?",
    "What happens when somebody reports a crime online?",
    "Is crime falling?",
    "I am following the plan: what does it say about theft?",
    "What is my council tax going to be?",
]


@pytest.mark.parametrize(("text", "kind"), HELD)
def test_personal_details_are_found(text, kind):
    assert personal_data(text) is kind


@pytest.mark.parametrize("text", NOT_HELD)
def test_figures_and_references_are_no_personal_details(text):
    assert personal_data(text) is None


@pytest.mark.parametrize("text", REPORTS)
def test_reports_of_crime_are_told_from_questions(text):
    assert reports_crime(text)


@pytest.mark.parametrize("text", QUESTIONS)
def test_questions_about_crime_are_answered(text):
    assert not reports_crime(text)
    assert refusal(text, 300) is None


def test_refusals_say_why_and_never_repeat_the_question():
    too_long = refusal("why " * 100, 300)
    assert too_long.status is AnswerStatus.BLOCKED_TOO_LONG
    assert "300" in too_long.message
    assert "400" in too_long.message
    personal = refusal("I am jo@example.org, what about me?", 300)
    assert personal.status is AnswerStatus.BLOCKED_PERSONAL_DATA
    assert "an email address" in personal.message
    assert "jo@example.org" not in personal.message
    crime = refusal("I have been mugged", 300)
    assert crime.status is AnswerStatus.BLOCKED_CRIME_REPORT
    assert "999" in crime.message
    assert "101" in crime.message


@given(st.text(max_size=400))
def test_any_text_is_taken_or_refused_without_an_error(text):
    result = refusal(text, 300)
    assert result is None or result.message
