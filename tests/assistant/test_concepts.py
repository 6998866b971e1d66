"""What a question speaks of: which words are one thing, which are names, which only carry it."""

import pytest

from assistant.candidates import all_stems
from assistant.concepts import (
    APART,
    EQUIVALENT,
    SCATTERED,
    UNCAPITALISED,
    Concept,
    find_concepts,
)
from assistant.vocabulary import make_vocabulary
from assistant.words import bag, words
from index.results import Lexicon

VOCABULARY = make_vocabulary(
    Lexicon(
        passages=200,
        frequency={
            "seafront": 4,
            "voice": 9,
            "course": 9,
            "robberies": 5,
            "streets": 9,
            "safer": 9,
            "protection": 12,
            "data": 20,
            "act": 6,
            "report": 60,
            "number": 50,
            "custody": 6,
            "visitor": 4,
        },
        acronyms={},
    )
)


def concepts(question: str) -> dict[str, Concept]:
    return {c.text: c for c in find_concepts(question, (), VOCABULARY)}


def said(text: str) -> frozenset[str]:
    return bag(words(text))


@pytest.mark.parametrize("written", ["sea front", "sea-front"])
def test_words_written_apart_find_the_one_word_that_the_library_writes(written: str) -> None:
    found = concepts(f"What was done on the {written}?")
    assert found["sea"].credit(said("Patrols on the seafront")) == 1
    assert found["front"].credit(said("Patrols on the seafront")) == 1
    assert found["sea"].credit(said("A boat at sea")) == 1


@pytest.mark.parametrize("question", ["Was the sea in front of it?", "Was it calm at sea, front?"])
def test_words_that_do_not_stand_together_are_not_one(question: str) -> None:
    assert all(not c.credit(said("the seafront")) for c in concepts(question).values())


def test_words_make_no_word_that_the_library_does_not_write() -> None:
    assert len(concepts("the foot bridge at Ketterby")["foot"].phrases) == 1


def test_a_short_form_is_more_than_the_everyday_word() -> None:
    voice = concepts("Who runs the VOICE course?")["VOICE"]
    assert voice.named
    assert voice.credit(said("The VOICE course")) == 1
    assert voice.credit(said("a voice in the dark")) == UNCAPITALISED < 1
    assert concepts("Who has a voice?")["voice"].credit(said("The VOICE course")) == 1


@pytest.mark.parametrize(
    ("question", "figure", "named"),
    [
        ("Did £200m go to Marlshire?", "£200m", True),
        ("Did about £200m go to Marlshire?", "£200m", False),
        ("Did around the £200m go to Marlshire?", "£200m", False),
        ("Who answers 101?", "101", True),
        ("How did it change over 8 years?", "8", False),
        ("When will all 20,000 recruits be here?", "20,000", False),
        ("Why was there a 5.19% rise?", "5.19%", True),
        ("Why did it rise by 12%?", "12%", True),
        ("What was the rate of 4.5?", "4.5", True),
    ],
)
def test_a_figure_that_counts_is_not_a_name(question: str, figure: str, named: bool) -> None:
    assert concepts(question)[figure].named is named


def test_an_act_of_parliament_is_not_named() -> None:
    found = concepts("Does the Data Protection Act hold for it, and the Marlshire Act?")
    assert not found["Data Protection Act"].named
    assert not found["Act"].named
    assert found["Marlshire"].named


def test_names_and_short_forms_are_named_and_an_opening_word_is_not() -> None:
    found = concepts("Robberies in Quenmouth: McKetter or CCTV? Streets?")
    assert {text for text, c in found.items() if c.named} == {"Quenmouth", "McKetter", "CCTV"}


def test_a_name_and_its_number_may_stand_apart_for_less() -> None:
    streets = concepts("How much did Safer Streets 5 cost?")["Streets 5"]
    assert streets.named
    assert streets.credit(said("Safer Streets 5 cost more")) == 1
    assert streets.credit(said("Safer Streets Round 5")) == APART
    assert streets.credit(said("Safer Streets Round 4")) == 0


def test_one_record_of_many_is_found_by_its_own_number_alone() -> None:
    section = concepts("Who may use section 136?")["section 136"]
    assert section.named
    assert section.credit(said("under section 136 of it")) == 1
    assert section.credit(said("this section, page 136")) == 0


@pytest.mark.parametrize(
    ("question", "carrier"),
    [
        ("How many reports of robberies were there?", "reports"),
        ("What percentage of people agreed?", "people"),
        ("What is the number of total robberies?", "total"),
        ("How many robberies were dealt with?", "dealt"),
    ],
)
def test_words_that_carry_the_asking_are_never_focused(question: str, carrier: str) -> None:
    found = concepts(question)
    assert not found[carrier].focused
    assert found[carrier].weight < 0.3


def test_what_is_counted_is_focused_and_where_is_not() -> None:
    found = concepts("How many robberies in Quenmouth?")
    assert [text for text, c in found.items() if c.focused] == ["robberies"]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("The custody visitors came to Quenmouth.", 1),
        ("Custody visitors: 31", 1),
        ("A visitor was taken into custody in Quenmouth.", SCATTERED),
        ("Visitors to custody; the custody visitors of Quenmouth", 1),
        ("The visitors came to Quenmouth.", 0),
    ],
)
def test_a_phrase_counts_for_less_where_its_words_stand_apart(text: str, credit: float) -> None:
    assert concepts("Who are the custody visitors?")["custody visitors"].credit(
        all_stems(text)
    ) == pytest.approx(credit)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("The data protection act holds.", 1),
        ("An act of data kept under protection", SCATTERED),
        ("Training in data protection", EQUIVALENT),
        ("The protection of data", EQUIVALENT * SCATTERED),
        ("The act was kept.", 0),
    ],
)
def test_so_does_an_equivalent(text: str, credit: float) -> None:
    act = concepts("Where is the data protection act?")["data protection act"]
    assert act.credit(all_stems(text)) == pytest.approx(credit)


def test_a_name_of_the_library_is_one_however_it_is_typed() -> None:
    vocabulary = make_vocabulary(Lexicon(200, {"hobley": 9}, {}, {"hobley": 9}))
    assert find_concepts("burglaries in hobley", (), vocabulary)[-1].named
    assert find_concepts("Hobley burglaries", (), vocabulary)[0].named
    assert find_concepts("Hobley's burglaries", (), vocabulary)[0].named


def test_an_unknown_short_form_stands_for_a_name_with_its_initials() -> None:
    names = {"Chief Digital and Information Officer": 2}
    words_ = dict.fromkeys(("chief", "digital", "and", "information", "officer"), 2)
    (found,) = find_concepts("CDIO", (), make_vocabulary(Lexicon(200, words_, {}, names)))
    assert found.known
    assert found.credit(all_stems("The Chief Digital and Information Officer spoke")) == EQUIVALENT


@pytest.mark.parametrize(
    "question",
    ["robberies as reported to the Streets Panel", "robberies, according to the Streets report"],
)
def test_where_it_was_said_need_not_be_named_again(question: str) -> None:
    concepts = find_concepts(question, (), VOCABULARY)
    told = next(c for c in concepts if c.text == "Streets")
    plain = find_concepts("robberies in Streets", (), VOCABULARY)[-1]
    assert plain.named
    assert not told.named
    assert told.weight < plain.weight
