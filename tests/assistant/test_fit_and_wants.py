import pytest

from assistant.fit import figures_with_words, fit, holds_wanted, repeats_facts
from assistant.wants import Want, find_wants, speaker_asked_of

from .shelf import Shelf


@pytest.mark.parametrize(
    ("question", "wanted", "not_wanted"),
    [
        ("How many officers are there?", {Want.NUMBER}, {Want.AMOUNT}),
        ("How much did the pilot cost?", {Want.AMOUNT}, set()),
        ("What share of residents agreed?", {Want.PERCENT}, {Want.NUMBER}),
        ("Who chairs the board?", {Want.WHO}, {Want.WHEN}),
        ("When does the pilot end?", {Want.WHEN}, set()),
        ("Do staff get help when somebody is hurt?", {Want.YES_NO}, {Want.WHEN}),
        ("What does the force mean by hotspots?", {Want.DEFINITION}, {Want.NUMBER}),
        ("Why was it delayed?", {Want.WHY}, set()),
        ("Has burglary gone up or down?", {Want.CHANGE, Want.YES_NO}, set()),
        ("Why was the number of crashes higher?", {Want.WHY}, {Want.NUMBER, Want.CHANGE}),
        ("Why, and by how much, did it rise?", {Want.WHY, Want.NUMBER}, set()),
        ("What did people say of the £15 increase?", set(), {Want.AMOUNT}),
        ("When the tax went up what did a house pay?", set(), {Want.WHEN}),
        ("What's the name of the Hobley district road safety commander?", {Want.PERSON}, set()),
        ("Partnership director - name", {Want.PERSON, Want.WHO}, set()),
        ("What grade did the inspectors award?", {Want.GRADE}, set()),
        ("How was the force rated?", {Want.GRADE}, set()),
    ],
)
def test_what_is_asked_for(question: str, wanted: set[Want], not_wanted: set[Want]) -> None:
    found = find_wants(question)
    assert wanted <= found
    assert not not_wanted & found


def test_a_date_is_not_a_number() -> None:
    assert fit(frozenset({Want.NUMBER}), "It was agreed on 4 May 2024.") == 0
    assert fit(frozenset({Want.NUMBER}), "There were 41 in May 2024.") == 1
    assert fit(frozenset({Want.NUMBER}), "It fell by 12%.") == 0


def test_a_fact_wanted_must_be_there() -> None:
    assert not holds_wanted(frozenset({Want.AMOUNT}), "The works are under way.", row=False)
    assert holds_wanted(frozenset({Want.AMOUNT}), "The works cost £4.2m.", row=False)
    assert holds_wanted(frozenset({Want.AMOUNT}), "Estates\t1,204\t1,310", row=True)
    assert not holds_wanted(frozenset({Want.NUMBER}), "Burglary\tData not available", row=True)
    assert holds_wanted(frozenset({Want.WHY}), "No reason is given.", row=False)


@pytest.mark.parametrize(
    "text",
    [
        "It will open later this year.",
        "It opens in September.",
        "It opens in May.",
        "The Wintersea centre closes over Christmas.",
        "It is due by the end of the financial year.",
        "They will report next summer.",
        "A reply is sent within 20 working days.",
        "The doors open at 5.30pm.",
        "They met on Friday 1 March.",
    ],
)
def test_a_time_need_not_be_a_date(text: str) -> None:
    assert fit(frozenset({Want.WHEN}), text) == 1


@pytest.mark.parametrize(
    "text", ["The march may go ahead.", "They may meet.", "It is under way.", "He works nights."]
)
def test_what_may_be_is_no_time(text: str) -> None:
    assert fit(frozenset({Want.WHEN}), text) == 0


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("12% of calls were lost.", True),
        ("12 per cent were lost.", True),
        ("Twelve per cent were lost.", True),
        ("It rose by 3 percentage points.", True),
        ("It rose by 2pp.", True),
        ("A third of the calls were lost.", True),
        ("Half of the calls were lost.", True),
        ("The percentage of calls lost fell.", False),
        ("The rate is told per cent of calls.", False),
        ("It was the third meeting of the second quarter.", False),
        ("It fell in the first half.", False),
        ("41 were lost.", False),
    ],
)
def test_a_percentage_has_a_figure(text: str, held: bool) -> None:
    assert fit(frozenset({Want.PERCENT}), text) == float(held)


@pytest.mark.parametrize(
    ("text", "person", "anybody"),
    [
        ("Ada Brindle was named.", True, True),
        ("Cllr Reed took the chair.", True, True),
        ("PC Sedge was there.", True, True),
        ("Marlshire County Council was named.", False, True),
        ("The OPCCM named it.", False, True),
        ("The youngest of them was named.", False, False),
    ],
)
def test_a_person_is_told_by_a_persons_name(text: str, person: bool, anybody: bool) -> None:
    assert holds_wanted(frozenset({Want.PERSON, Want.WHO}), text, row=False) is person
    assert holds_wanted(frozenset({Want.WHO}), text, row=False) is anybody


@pytest.mark.parametrize(
    "text",
    [
        "Model 3 was chosen.",
        "Phase 2 began.",
        "It ran over the last 12 months.",
        "See pages 35-36 of the papers.",
    ],
)
def test_the_number_of_a_thing_and_a_span_of_time_count_nothing(text: str) -> None:
    assert fit(frozenset({Want.NUMBER}), text) == 0


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The patrols of Quenmouth look for the Fatal Four.", False),
        ("It was named Operation Seven.", False),
        ("The Big Three met in Tarnwick.", False),
        ("There were four.", True),
        ("Four wardens work in Tarnwick.", True),
        ("The board met. Four came.", True),
        ("The patrols of Tarnwick: Seven wardens.", True),
        ("The Fatal Four were told of by seven wardens.", True),
        ("They may go once they have signed.", False),
        ("They went once.", True),
    ],
)
def test_a_number_word_in_a_name_counts_nothing(text: str, counts: bool) -> None:
    assert fit(frozenset({Want.NUMBER}), text) == float(counts)
    assert holds_wanted(frozenset({Want.NUMBER}), text, row=False) is counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("4.2 The board met in Quenmouth.", False),
        ("4.2.1 The board met.", False),
        ("4.2. The board met.", False),
        ("4. The board met.", False),
        ("12) The board met.", False),
        ("The board met.\n4.3 It went home.", False),
        ("4.2 The board met 41 times.", True),
        ("It met 4.2 times a year.", True),
        ("41 boards met.", True),
    ],
)
def test_the_number_of_a_paragraph_counts_nothing(text: str, counts: bool) -> None:
    assert fit(frozenset({Want.NUMBER}), text) == float(counts)
    assert holds_wanted(frozenset({Want.NUMBER}), text, row=False) is counts


def test_each_figure_is_told_with_the_words_around_it() -> None:
    found = figures_with_words("In 2023/24 the team stopped 1,215 vehicles. It fined 41 drivers.")
    assert len(found) == 2  # the year is no figure
    assert any("stopped vehicles" in around for around in found)
    assert any("fined drivers" in around for around in found)


@pytest.mark.parametrize(
    ("text", "graded"),
    [
        ("It was judged to require improvement.", True),
        ("It was graded as requiring improvement.", True),
        ("Inspectors called its work inadequate.", True),
        ("The report came out in May.", False),
    ],
)
def test_a_grade_is_one_of_those_that_inspectors_give(text: str, graded: bool) -> None:
    assert holds_wanted(frozenset({Want.GRADE}), text, row=False) is graded


@pytest.mark.parametrize(
    ("question", "text", "repeats"),
    [
        ("When in 2023/24 was it agreed?", "It was discussed in 2023/24.", True),
        ("When in 2023/24 was it agreed?", "It was agreed in July 2023.", False),
        ("When in 2023/24 was it agreed?", "In 2023/24 it was agreed by 5 May.", False),
        ("How many of the 187 visits were at night?", "There were 187 visits.", True),
        ("How many of the 187 visits were at night?", "Of 187 visits 20 were at night.", False),
        ("How many of the 187 visits were at night?", "Of 187 visits nine were at night.", False),
        ("What happened to the 187 visits?", "There were 187 visits.", False),
    ],
)
def test_what_the_question_gives_is_no_answer(question: str, text: str, repeats: bool) -> None:
    assert repeats_facts(Shelf({}).asked(question), text) is repeats


def test_whose_words_are_asked_for_is_told_from_the_question() -> None:
    assert speaker_asked_of("What did the Chief Constable say about bins?") == "the Chief Constable"
    assert speaker_asked_of("What was said about bins?") == ""
