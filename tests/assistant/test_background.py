"""What a follow-up leans on says what it is about, and never more than it says itself."""

from datetime import date

from assistant.background import on_background
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
