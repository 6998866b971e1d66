from datetime import date

import pytest

from assistant.candidates import all_stems
from assistant.question import asks_of_present, understand
from assistant.vocabulary import make_vocabulary
from assistant.wants import Want
from index.results import Lexicon

TODAY = date(2026, 3, 1)
VOCABULARY = make_vocabulary(
    Lexicon(
        passages=200,
        frequency={
            "precept": 12,
            "commissioner": 90,
            "burglary": 8,
            "polygraph": 1,
            "officers": 80,
            "rural": 6,
            "sexual": 9,
            "offences": 20,
            "rape": 9,
            "serious": 14,
            "and": 200,
        },
        acronyms={"RaSSO": ("Rape and Serious Sexual Offences",)},
    )
)


def test_a_slip_is_mended_and_said() -> None:
    question = understand("what did the comissioner say about burglry", VOCABULARY, TODAY)
    assert question.corrections == (("comissioner", "commissioner"), ("burglry", "burglary"))


def test_everyday_words_stand_for_the_official_ones() -> None:
    question = understand("Do they use lie detectors?", VOCABULARY, TODAY)
    detector = next(c for c in question.concepts if c.text == "lie detectors")
    assert detector.known
    assert 0 < detector.credit({"polygraph"}) < 1 == detector.credit(all_stems("a lie detector"))


def test_short_forms_are_those_of_the_library() -> None:
    question = understand("How many RaSSO victims?", VOCABULARY, TODAY)
    short = next(c for c in question.concepts if c.text == "RaSSO")
    assert short.named
    assert short.credit(all_stems("rape and serious sexual offences")) == 1


def test_a_phrase_counts_for_less_where_its_words_stand_apart() -> None:
    question = understand("How many custody visitors are there?", VOCABULARY, TODAY)
    visitors = next(c for c in question.concepts if c.text == "custody visitors")
    assert visitors.credit(all_stems("There are 34 custody visitors.")) == 1
    apart = visitors.credit(all_stems("Those in custody did not wish to see visitors."))
    assert 0 < apart < 1


def test_dates_are_periods_not_concepts() -> None:
    question = understand("How many burglaries in 2022/23?", VOCABULARY, TODAY)
    assert [(p.start, p.end) for p in question.periods] == [(date(2022, 4, 1), date(2023, 3, 31))]
    assert [c.text for c in question.concepts if c.weight > 0.2] == ["burglaries"]
    assert Want.NUMBER in question.wants


@pytest.mark.parametrize(
    "asked",
    [
        "How long is the wait now?",
        "Has it been decided to close the desk?",
        "Has the panel agreed to the move yet?",
        "Is the drone still in use?",
        "Who is the present Chair?",
        "Was it more this time round?",
    ],
)
def test_what_asks_how_things_stand_is_of_the_present(asked: str) -> None:
    assert asks_of_present(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "Who has been Chair?",
        "Who was present?",
        "When was it decided?",
        "How many have been solved?",
    ],
)
def test_what_asks_how_things_were_is_not(asked: str) -> None:
    assert not asks_of_present(asked)
