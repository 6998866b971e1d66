import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words import words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,605 calls", "1605 calls"),
        ("£1,234,567", "1234567"),
        ("2023/24", "2023-24"),
        ("2023/24", "2023–24"),
        ("2023/24", "2023/2024"),
        ("the Commissioner’s plan", "the commissioner plan"),
        ("the Commissioner's plan", "the Commissioner’s plan"),
        ("officers' pay", "officers pay"),
        ("O’Brien", "OBrien"),
        ("café", "CAFE"),
        ("ﬁre", "fire"),
        ("11.6%", "11.6"),
        ("“quoted”", "quoted"),
        ("co‑operate", "co-operate"),
    ],
)
def test_two_spellings_give_the_same_words(one, other):
    assert words(one) == words(other)


def test_a_compound_is_found_in_all_three_spellings():
    found = set(words("fly-tipping"))
    assert found >= set(words("fly tipping"))
    assert found >= set(words("flytipping"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paragraph 7.28", ["paragraph", "7.28"]),
        ("decision 2019-64", ["decision", "2019", "64", "201964"]),
        ("on 8.10.2024", ["on", "8.10.2024"]),
        ("s.12(1)", ["s", "12", "1"]),
        ("£1.5m", ["1.5m"]),
        ("  ", []),
        ("– ? !", []),
    ],
)
def test_numbers_and_references_stay_findable(text, expected):
    assert words(text) == expected


@given(st.text())
def test_any_text_gives_lower_case_words_without_spaces(text):
    for word in words(text):
        assert word
        assert word == word.lower()
        assert not any(char.isspace() for char in word)


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    once = words(text)
    assert [part for word in once for part in words(word)] == once
