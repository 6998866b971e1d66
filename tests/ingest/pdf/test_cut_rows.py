"""Rows cut by a page's end where the writer closes the table there, as Word does."""

import pytest

from ingest.pdf.cut_rows import joined_tables
from ingest.pdf.paragraphs import paragraphs_of
from ingest.pdf.shapes import Box
from ingest.pdf.tables import PageTable

EDGES, RIGHT = (50.0, 200.0, 350.0), 500.0


@pytest.fixture
def table(set_line):
    def make(*rows, page=1, edges=EDGES):
        def cell(text, left):
            lines = [
                set_line(line, left=left + 4, top=100 + 12 * place, page=page)
                for place, line in enumerate(text.split("\n"))
                if line
            ]
            return tuple(paragraphs_of(lines, left + 140))

        cells = tuple(
            tuple(cell(text, left) for text, left in zip(row, edges, strict=True)) for row in rows
        )
        return PageTable(Box(edges[0], 100, RIGHT, 400), edges, cells)

    return make


def texts(table):
    return [
        [" ".join(line.text for paragraph in cell for line in paragraph.lines) for cell in row]
        for row in table.rows
    ]


HEADER = ["Indicator", "Last year", "This year"]


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        (  # goes on in small letters
            ["Calls lost", "Data not", "12"],
            ["", "available", ""],
            ["Calls lost", "Data not available", "12"],
        ),
        (  # stops before a noun
            ["Why was it?", "It was agreed by the", ""],
            ["", "Panel in May.", ""],
            ["Why was it?", "It was agreed by the Panel in May.", ""],
        ),
        (  # stops within brackets
            ["The new plan (i.e.", "It began.", ""],
            ["May 2024)", "", ""],
            ["The new plan (i.e. May 2024)", "It began.", ""],
        ),
        (  # no room for the next word
            ["Open Child protection cases", "42", "53"],
            ["Medium Risk", "", ""],
            ["Open Child protection cases Medium Risk", "42", "53"],
        ),
    ],
)
def test_cut_rows_are_joined(table, upper, lower, whole):
    joined = joined_tables(table(HEADER, upper), table(lower, ["Next", "1", "2"], page=2))
    assert joined is not None
    assert texts(joined) == [HEADER, whole, ["Next", "1", "2"]]
    repeated = joined_tables(table(HEADER, upper), table(HEADER, lower, page=2))
    assert repeated is not None
    assert texts(repeated) == [HEADER, whole]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["Calls lost", "12", "14"], ["Calls answered", "98", "97"]),
        (["Was it late?", "It was not.", ""], ["And now?", "It still is.", ""]),
        (["Rural crimes in this county", "37", "41"], ["First-time entrants", "Not known", ""]),
        (["Volunteer type", "Indicator", "Last 12 months"], ["Specials", "Strength", "148"]),
        (["Domestic abuse", "Solved", "12"], ["", "Charged", "9"]),
        (["Was it late?", "It was not.", ""], ["", "It was early.", ""]),
    ],
)
def test_whole_rows_are_not(table, upper, lower):
    assert joined_tables(table(HEADER, upper), table(lower, page=2)) is None


def test_other_columns_are_another_table(table):
    upper = table(HEADER, ["Calls lost", "Data not", "12"])
    lower = table(["", "available", ""], page=2, edges=(50.0, 240.0, 400.0))
    assert joined_tables(upper, lower) is None
