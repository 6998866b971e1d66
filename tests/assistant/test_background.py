"""What a follow-up leans on says what it is about, and never more than it says itself."""

from datetime import date

from assistant.background import Hints, on_background
from assistant.question import understand
from assistant.vocabulary import make_vocabulary
from assistant.wants import Want
from index.results import Lexicon

VOCABULARY = make_vocabulary(
    Lexicon(100, {"burglaries": 9, "robberies": 5, "solved": 30, "urban": 3, "drone": 2}, {})
)


def asked(words):
    return understand(words, VOCABULARY, date(2026, 1, 1))


def weights(question):
    return {concept.text: concept.weight for concept in question.concepts}


def test_earlier_words_weigh_less_than_the_new_ones():
    earlier = asked("How many burglaries were solved in 2023/24?")
    whole = on_background(asked("robberies there"), [earlier], close=True)
    assert weights(whole)["robberies"] > 2 * weights(whole)["burglaries"]
    assert whole.wants == earlier.wants
    assert whole.searched[whole.periods[0].span.start : whole.periods[0].span.end] == "2023/24"


def test_what_a_follow_up_asks_for_itself_counts():
    earlier = asked("How many burglaries were solved?")
    whole = on_background(asked("When was it started?"), [earlier], close=True)
    assert whole.wants == {Want.WHEN}


def test_a_question_with_a_name_of_its_own_stands_alone():
    earlier = asked("How many burglaries were solved?")
    question = asked("What does Operation Heron do?")
    assert on_background(question, [earlier], close=False) == question


def concept(question, text):
    return next(c for c in question.concepts if c.text == text)


def test_the_answer_must_speak_of_what_is_asked_of_the_earlier_things():
    earlier = asked("How many robberies were there?")
    whole = on_background(
        asked("How many of the robberies were urban?"), [earlier], True, Hints(about="urban")
    )
    assert concept(whole, "urban").focused
    assert not concept(whole, "robberies").focused


def test_a_person_may_be_spoken_of_by_surname_or_office():
    whole = on_background(
        asked("What is Ada Brindle’s salary?"),
        [asked("Who is the Chief Clerk?")],
        close=True,
        hints=Hints(person="Ada Brindle", office="Chief Clerk"),
    )
    surname = concept(whole, "Brindle’s")
    assert surname.credit({"chief", "clerk"}) > 0
    assert surname.credit({"clerk"}) == 0
    assert not concept(whole, "Ada").named


def test_a_name_from_an_answer_is_not_demanded_later():
    earlier = asked("When did Ada Brindle start?")
    question = asked("How many burglaries were there then?")
    assert concept(on_background(question, [earlier], True), "Brindle").named
    doubted = on_background(question, [earlier], True, Hints(doubted="Ada Brindle"))
    assert not concept(doubted, "Brindle").named


def test_what_came_of_it_in_the_end_is_of_no_earlier_time():
    earlier = asked("What happened to Action 10 in April 2025?")
    whole = on_background(asked("Was the drone bought?"), [earlier], True, Hints(outcome=True))
    assert whole.periods == ()
    assert not concept(whole, "Action 10").named


def test_a_verb_left_off_is_that_of_the_question_before():
    earlier = asked("When did the drone fly in urban areas?")
    whole = on_background(asked("When was the drone meant to?"), [earlier], close=True)
    assert concept(whole, "urban").weight == concept(earlier, "urban").weight


def test_how_a_matter_stands_is_of_no_earlier_time():
    earlier = asked("How many burglaries were solved last year?")
    assert on_background(asked("And were they urban?"), [earlier], True).periods
    assert not on_background(asked("Has it been decided to buy a drone?"), [earlier], True).periods
