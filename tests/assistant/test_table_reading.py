"""Reading a row: which columns a question means, and whether they are of the years it asks for."""

from datetime import date

import pytest

from assistant.candidates import Candidate
from assistant.question import Question, understand
from assistant.table_reading import asked_cells, read_row, tells_other_years
from ingest.dates import PeriodKind

from .shelf import TODAY, Shelf

REPORT = """# Report on safety

Police and Crime Commissioner for Marlshire

## Crimes

Kind\t2022/23\t2023/24
Burglary\t901\t812

## Vehicles

Kind\t2023\t2024
Vans\t3\t5

## Posts

Post\tGrade\tPay
Clerk\t4\t£21,000
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf({"report": REPORT})


def row(shelf: Shelf, label: str) -> Candidate:
    return next(c for c in shelf.candidates() if c.text.startswith(f"{label}\t"))


def asked(shelf: Shelf, question: str, today: date = TODAY) -> Question:
    return understand(question, shelf.vocabulary, today)


@pytest.mark.parametrize(
    "question",
    [
        "How many burglaries in 2019/20?",
        "How many burglaries in 2024?",
        "How many burglaries in 2019/20 and 2020/21?",
        "How many burglaries between 2016/17 and 2019/20?",
        "How many burglaries in the quarter to September 2025?",
    ],
)
def test_columns_of_other_years_are_told(shelf: Shelf, question: str) -> None:
    assert tells_other_years(asked(shelf, question), row(shelf, "Burglary"))


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("How many burglaries in 2023/24?", "Burglary"),
        ("How many burglaries in 2019/20 and 2023/24?", "Burglary"),  # one of them will do
        ("How many burglaries between 2022/23 and 2023/24?", "Burglary"),
        ("How many burglaries since 2019?", "Burglary"),
        ("How many burglaries were there?", "Burglary"),  # no year is asked for
        ("How many burglaries in June 2023?", "Burglary"),  # a month is no other year
        ("How many burglaries in the quarter to June 2023?", "Burglary"),
        ("How many vans in 2024?", "Vans"),
        ("What was the pay of the clerk in 2019/20?", "Clerk"),  # no column is of a year
    ],
)
def test_columns_are_of_no_other_years(shelf: Shelf, question: str, label: str) -> None:
    assert not tells_other_years(asked(shelf, question), row(shelf, label))


def test_a_sentence_tells_no_years_in_columns(shelf: Shelf) -> None:
    question = asked(shelf, "What did the Commissioner do in 2019/20?")
    sentence = next(c for c in shelf.candidates() if c.row is None)
    assert not tells_other_years(question, sentence)


@pytest.mark.parametrize(
    ("label", "today", "cell"),
    [
        ("Burglary", date(2023, 5, 1), "901"),
        ("Burglary", date(2024, 2, 1), "901"),
        ("Burglary", date(2024, 5, 1), "812"),
        ("Burglary", date(2025, 1, 1), "812"),
        ("Vans", date(2024, 5, 1), "3"),
        ("Vans", date(2025, 1, 1), "5"),
    ],
)
def test_last_year_is_the_column_of_the_financial_or_the_calendar_year(
    shelf: Shelf, label: str, today: date, cell: str
) -> None:
    question = asked(shelf, f"How many {label} last year?", today)
    assert [period.kind for period in question.periods] == [PeriodKind.LAST_YEAR]
    assert asked_cells(question, row(shelf, label)) == cell
    assert not tells_other_years(question, row(shelf, label))


def test_a_table_without_last_year_tells_other_years(shelf: Shelf) -> None:
    question = asked(shelf, "How many burglaries last year?", date(2026, 5, 1))
    assert tells_other_years(question, row(shelf, "Burglary"))


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("How many burglaries since April 2023?", "812"),
        ("How many burglaries since 2019?", "901; 812"),
        ("How many burglaries before April 2023?", "901"),
        ("How many burglaries between 2022/23 and 2023/24?", "901; 812"),
    ],
)
def test_columns_within_the_time_asked_for_are_meant(
    shelf: Shelf, question: str, cells: str
) -> None:
    asked_for = asked(shelf, question)
    assert asked_cells(asked_for, row(shelf, "Burglary")) == cells
    assert read_row(asked_for, row(shelf, "Burglary")).exact


def test_a_row_is_told_with_its_other_cells_unless_briefly(shelf: Shelf) -> None:
    question = asked(shelf, "How many burglaries in 2023/24?")
    burglary = row(shelf, "Burglary")
    whole, brief = read_row(question, burglary), read_row(question, burglary, briefly=True)
    assert whole.text == "Burglary: 812 (2023/24). (same row: 901 (2022/23).)"
    assert brief.text == "Burglary: 812 (2023/24)."
    assert (brief.spans, brief.exact) == (whole.spans, True)


def test_a_row_of_which_no_column_is_asked_for_is_told_whole_even_briefly(shelf: Shelf) -> None:
    question = asked(shelf, "How many burglaries were there?")
    brief = read_row(question, row(shelf, "Burglary"), briefly=True)
    assert brief.text == "Burglary: 901 (2022/23); 812 (2023/24)."
    assert not brief.exact
