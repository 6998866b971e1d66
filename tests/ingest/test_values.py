from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.values import CellValue, ValueKind, read_value, read_value_under

CELLS = [
    ("1,234", ValueKind.NUMBER, "1234"),
    ("(73)", ValueKind.NUMBER, "-73"),
    ("-20.1%", ValueKind.PERCENT, "-20.1"),
    ("–4.5%", ValueKind.PERCENT, "-4.5"),
    ("+4,300", ValueKind.NUMBER, "4300"),
    ("0.9pp", ValueKind.POINTS, "0.9"),
    ("-2 percentage points", ValueKind.POINTS, "-2"),
    ("£1.5m", ValueKind.MONEY, "1500000"),
    ("-£64,000", ValueKind.MONEY, "-64000"),
    ("£2.6 million", ValueKind.MONEY, "2600000"),
    ("3:39", ValueKind.DURATION, "219"),
    ("00:12:31", ValueKind.DURATION, "751"),
]


@pytest.mark.parametrize(("text", "kind", "worth"), CELLS)
def test_figures_are_typed(text, kind, worth):
    assert read_value(text) == CellValue(kind, Decimal(worth))


@pytest.mark.parametrize("text", ["", "-", "n/a", "Data not available", "Not applicable"])
def test_a_gap_has_no_worth(text):
    assert read_value(text) == CellValue(ValueKind.GAP)


@pytest.mark.parametrize("text", ["Quenmouth", "12 of 14", "see note 3"])
def test_words_have_no_worth(text):
    assert read_value(text) == CellValue(ValueKind.WORDS)


@given(st.integers(-(10**9), 10**9))
def test_any_whole_number_is_worth_itself(number):
    assert read_value(f"{number:,}").worth == number


@given(st.decimals(0, 10**6, places=2), st.sampled_from(["%", "pp", ""]))
def test_brackets_are_negative(number, unit):
    assert read_value(f"({number}{unit})").worth == -number


@given(st.text(max_size=40))
def test_any_text_is_a_value(text):
    value = read_value(text)
    assert (value.worth is None) == (value.kind in (ValueKind.GAP, ValueKind.WORDS))


UNDER = [
    ("Budget £000", "1,204", ValueKind.MONEY, "1204000"),
    ("£’000", "(73)", ValueKind.MONEY, "-73000"),
    ("Cost (£m)", "2.5", ValueKind.MONEY, "2500000"),
    ("Cost (£)", "41,200", ValueKind.MONEY, "41200"),
    ("Change (%)", "-20.1", ValueKind.PERCENT, "-20.1"),
    ("Change in percentage points", "0.9", ValueKind.POINTS, "0.9"),
    ("Budget £000", "£1.5m", ValueKind.MONEY, "1500000"),
    ("Budget £000", "12%", ValueKind.PERCENT, "12"),
    ("Payments over £500", "3", ValueKind.NUMBER, "3"),
    ("% of £m", "3", ValueKind.NUMBER, "3"),
    ("Last 12 months", "812", ValueKind.NUMBER, "812"),
]


@pytest.mark.parametrize(("column", "text", "kind", "worth"), UNDER)
def test_a_column_says_what_its_figures_are_counted_in(column, text, kind, worth):
    assert read_value_under(column, text) == CellValue(kind, Decimal(worth))


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_column_never_makes_a_figure_of_what_is_none(column, text):
    assert (read_value_under(column, text).worth is None) == (read_value(text).worth is None)
