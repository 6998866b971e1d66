from hypothesis import given
from hypothesis import strategies as st

from assistant.words import fold, stem, stems, words


def test_figures_compare_without_commas_and_currency() -> None:
    assert stem("1,605") == "1605" == stem("£1,605")
    assert stem("8th") == "8"
    assert [w.text for w in words("£1.5m, 84.7% in 2022/23")][:1] == ["£1.5"]
    assert "84.7%" in [w.text for w in words("£1.5m, 84.7% in 2022/23")]
    assert "2022/23" in [w.text for w in words("£1.5m, 84.7% in 2022/23")]


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
