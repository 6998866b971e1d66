import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.structure.cells import is_gap, is_number, is_value, is_year


@pytest.mark.parametrize(
    "text",
    [
        *("1,234", "-20.1%", "−3%", "0.9pp", "-1.7p.p", "(73)", "(£23,600,000)", "£1.5m", "+8,800"),
        *("16.8m", "00:12:31", "97:47:27", "0 pp", "12.0 FTE", "£ 40", "5*", "~30", "1,045.50"),
        *("3 days", "(5.50%)", "(11.8%)", "£171,653,993", "927k"),
    ],
)
def test_figures(text):
    assert is_number(text)
    assert is_value(text)


@pytest.mark.parametrize(
    "text", ["Data not available", "Not applicable", "n/a", "N/A", "-", "–", "Nil", "**", "TBC"]
)
def test_gaps(text):
    assert is_gap(text)
    assert is_value(text)
    assert not is_number(text)


@pytest.mark.parametrize(
    "text",
    ["North", "Table 4", "2 May 2024", "16+ referrals", "Data quality", "", "Not good enough"],
)
def test_words(text):
    assert not is_value(text)


def test_years_are_labels_more_often_than_figures():
    assert is_year("2024")
    assert is_year("2023/24")
    assert is_year("2023-2024")
    assert not is_year("2,024")
    assert not is_year("1234")


@given(st.integers(-(10**9), 10**9), st.sampled_from(["", "%", "pp", " hours"]))
def test_every_grouped_number_is_one(number, unit):
    assert is_number(f"{number:,}{unit}")
    assert is_number(f"({abs(number):,}{unit})")
    assert is_number(f"£{abs(number):,}")


@given(st.text(max_size=200))
def test_any_text_gets_an_answer_soon(text):
    assert is_value(text) == (is_number(text) or is_gap(text))
