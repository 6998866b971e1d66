from datetime import date

from assistant.question import understand
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
    assert 0 < detector.credit({"polygraph"}) < 1 == detector.credit({"lie", "detector"})


def test_short_forms_are_those_of_the_library() -> None:
    question = understand("How many RaSSO victims?", VOCABULARY, TODAY)
    short = next(c for c in question.concepts if c.text == "RaSSO")
    assert short.named
    assert short.credit({"rape", "and", "serious", "sexual", "offenc"}) == 1


def test_dates_are_periods_not_concepts() -> None:
    question = understand("How many burglaries in 2022/23?", VOCABULARY, TODAY)
    assert [(p.start, p.end) for p in question.periods] == [(date(2022, 4, 1), date(2023, 3, 31))]
    assert [c.text for c in question.concepts if c.weight > 0.2] == ["burglaries"]
    assert Want.NUMBER in question.wants
