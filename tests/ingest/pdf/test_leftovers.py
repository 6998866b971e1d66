"""Markup printed on the page comes out; printed asterisks stay."""

import pytest

from ingest.document import BlockKind
from ingest.pdf.leftovers import without_leftovers
from ingest.raw import RawBlock, Run


def paragraph(*texts):
    return RawBlock(BlockKind.PARAGRAPH, tuple(Run(text, page) for page, text in texts))


def texts(blocks):
    return [[run.text for run in block.runs] for block in blocks]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("**Table 1** shows it", "Table 1 shows it"),
        ("*Increase visible policing*", "Increase visible policing"),
        ('<ul style="list-style-type: none"> Complaints', "Complaints"),
        ("Crime &amp; Safety", "Crime & Safety"),
        ("Figures marked * are estimates", "Figures marked * are estimates"),
        ("less than 5 < 10", "less than 5 < 10"),
        ("R&D costs", "R&D costs"),
    ],
)
def test_one_paragraph(printed, read):
    assert texts(without_leftovers([paragraph((1, printed))])) == [[read]]


def test_emphasis_over_two_paragraphs():
    opened = paragraph((1, "**Table 1: Summary of the budget"))
    closed = paragraph((1, "(as of 31 March 2024)**"))
    assert texts(without_leftovers([opened, closed])) == [
        ["Table 1: Summary of the budget (as of 31 March 2024)"]
    ]
    name = paragraph((2, "Norfolk Police and Crime Panel**"))
    signed = paragraph((1, "**Mr A. Bell, Chairman,"))
    assert texts(without_leftovers([signed, name])) == [
        ["Mr A. Bell, Chairman,"],
        ["Norfolk Police and Crime Panel"],
    ]


def test_emphasis_over_a_page_end_and_in_cells():
    block = paragraph((1, "**The whole is"), (2, "in bold**"))
    assert texts(without_leftovers([block])) == [["The whole is", "in bold"]]
    table = RawBlock(BlockKind.TABLE, rows=(((Run("**Total**", 1),), (Run("<p>12</p>", 1),)),))
    (cleaned,) = without_leftovers([table])
    assert cleaned.rows == (((Run("Total", 1),), (Run("12", 1),)),)


def test_a_block_of_nothing_but_markup_goes():
    assert without_leftovers([paragraph((1, "</ul>"))]) == ()
