import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.words import (
    bag,
    capital_stem,
    fold,
    is_numbered,
    is_record,
    is_short_form,
    numbered_stem,
    other_form,
    pair_stem,
    pairs,
    stem,
    stems,
    words,
)


def test_figures_compare_without_commas_and_currency() -> None:
    assert stem("1,605") == "1605" == stem("£1,605")
    assert stem("8th") == "8"
    written = [w.text for w in words("£1.5m, 84.7% in 2022/23")]
    assert written == ["£1.5m", "84.7%", "in", "2022/23"]


@pytest.mark.parametrize(
    ("sum_", "pounds"),
    [
        ("£175k", "175000"),
        ("£175K", "175000"),
        ("£175,000", "175000"),
        ("£175 thousand", "175000"),
        ("£1.5m", "1500000"),
        ("£1.5 million", "1500000"),
        ("£1,500,000", "1500000"),
        ("£2bn", "2000000000"),
        ("£0.5m", "500000"),
        ("£100m", "100000000"),
    ],
)
def test_a_sum_is_one_word_and_compares_by_its_pounds(sum_: str, pounds: str) -> None:
    assert [(w.text, w.stem) for w in words(f"It cost {sum_}.")][2:] == [(sum_, pounds)]


def test_only_the_letters_that_scale_a_sum_belong_to_it() -> None:
    assert [w.text for w in words("£12 mainly, £13 km")] == ["£12", "mainly", "£13", "km"]


@pytest.mark.parametrize(
    ("text", "numbered"),
    [
        ("Action 19", "action_19"),
        ("phase two", "phase_2"),
        ("Phase 2", "phase_2"),
        ("Safer Streets 5", "street_5"),
        ("Pillar Twelve", "pillar_12"),
    ],
)
def test_one_of_a_numbered_kind_has_a_stem_of_its_own(text: str, numbered: str) -> None:
    assert numbered in bag(words(text))
    first, second = words(text)[-2:]
    assert is_numbered(first, second)
    assert numbered_stem(first, second) == numbered


@pytest.mark.parametrize(
    "text",
    ["phase 2024", "the 12", "two officers", "40 12", "Phase, 2", "phase thirteen", "Phase one"],
)
def test_a_year_a_count_and_a_number_further_off_name_nothing(text: str) -> None:
    assert not any("_" in stem_ for stem_ in bag(words(text)))


def test_a_small_word_and_a_number_name_nothing_but_one_of_a_known_kind_of_record() -> None:
    assert not is_numbered(*words("officers two"))
    assert is_numbered(*words("action two"))
    assert [is_record(word) for word in words("Action Streets decisions")] == [True, False, True]


def test_capitals_have_a_stem_of_their_own() -> None:
    assert bag(words("the VOICE course")) >= {"^voic", "voic"}
    assert "^voic" not in bag(words("Voice of the voice"))
    assert capital_stem(words("VOICE")[0]) == "^voic"
    assert [w.text for w in words("VOICE PC G4S Voice") if is_short_form(w)] == ["VOICE"]


def test_words_that_stand_together_are_pairs_beside_the_bag() -> None:
    found = words("The custody visitors came")
    assert pairs(found) == {"the custodi", "custodi visitor", "visitor came"}
    assert pair_stem("custodi", "visitor") in pairs(found)
    assert not pairs(found) & bag(found)
    assert pairs(words("Visitors")) == pairs([]) == frozenset()


def test_words_compare_by_stem_and_plain_apostrophes() -> None:
    assert stem("Officers") == stem("officer’s") == "offic"
    assert stems("The officers were trained") == {"offic", "train"}


def test_fold_makes_typography_plain() -> None:
    assert fold("“King’s  Lynn” – A") == '"king\'s lynn" - a'


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.start + len(word.text)] == word.text
        assert word.stem == stem(word.text)


def test_a_consultant_is_no_consultation() -> None:
    assert stem("consultants") == stem("consultant") != stem("consultation")


def test_the_plural_of_a_short_form_that_ends_in_o_is_the_short_form() -> None:
    assert stem("PCSOs") == stem("pcsos") == stem("PCSO")
    assert stem("CBOs") == stem("CBO")
    assert stem("photos") == stem("photo")
    assert other_form(stem("PCSOs")) == "pcsos"
    assert other_form(stem("officers")) is None
