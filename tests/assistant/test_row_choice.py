from datetime import date
from decimal import Decimal

import pytest

from assistant.question import understand
from assistant.row_choice import Condition, Order, find_condition, is_limit
from assistant.vocabulary import make_vocabulary
from index.results import Lexicon

VOCABULARY = make_vocabulary(Lexicon(10, {"burglary": 5}, {}))


def asked(words):
    return understand(words, VOCABULARY, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("Which district had the most burglaries?", Condition(Order.HIGHEST)),
        ("Which grade had the shortest median time?", Condition(Order.LOWEST)),
        ("Which posts have a salary above £60,000?", Condition(Order.ABOVE, Decimal(60000))),
        ("What grants were under £5k?", Condition(Order.BELOW, Decimal(5000))),
        ("Which account lost followers?", Condition(Order.FELL)),
        ("How many visits were made to each suite?", Condition(Order.EACH, noun="suit")),
        ("Emissions by source in 2024/25", Condition(Order.EACH, noun="sourc")),
        ("How many burglaries were there?", None),
        ("What was done over the summer?", None),
    ],
)
def test_a_condition_on_rows_is_read(question, condition):
    assert find_condition(asked(question)) == condition


def test_the_limit_need_not_stand_in_the_rows():
    question = asked("Which posts have a salary above £60,000?")
    assert [c.text for c in question.wanted if is_limit(question, c)] == ["£60,000"]
