"""Rows that the end of a page cuts in two, made whole.

Where no rule closes the row at the page's end it plainly is cut. Where the writer closes it, as
Word does, the words must say so: a cell ends in mid-sentence and goes on, and none begins anew.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.pdf.aligned import VALUE
from ingest.pdf.lines import Line
from ingest.pdf.paragraphs import ENDED, Paragraph, runs_on
from ingest.pdf.tables import CellParagraphs, PageTable

SAME_EDGE = 3.0  # points
OPEN_END = re.compile(
    r"(?:,|\b(?:a|an|and|are|as|at|be|by|for|from|has|have|in|is|its|of|on|or|that|the|their|to|was"
    r"|were|which|with))$"
)

Row = tuple[CellParagraphs, ...]


def joined_tables(earlier: PageTable, later: PageTable) -> PageTable | None:
    """One table of two on following pages, if a row goes on from one to the other."""
    if not same_columns(earlier, later):
        return None
    if earlier.open_bottom and later.open_top:
        return _joined(earlier, later, later.rows)
    repeated = _texts(later.rows[0]) == _texts(earlier.rows[0])
    rows = later.rows[1:] if repeated else later.rows
    if rows and _goes_on(earlier, earlier.rows[-1], rows[0]):
        return _joined(earlier, later, rows)
    return None


def same_columns(one: PageTable, other: PageTable) -> bool:
    """Whether two tables have their columns at the same places."""
    return len(one.edges) == len(other.edges) and all(
        abs(mine - theirs) <= SAME_EDGE for mine, theirs in zip(one.edges, other.edges, strict=True)
    )


def _joined(earlier: PageTable, later: PageTable, rows: Sequence[Row]) -> PageTable:
    whole = tuple(_cell(a, b) for a, b in zip(earlier.rows[-1], rows[0], strict=True))
    return replace(
        earlier,
        rows=(*earlier.rows[:-1], whole, *rows[1:]),
        open_bottom=later.open_bottom,
        lone=False,
    )


def _cell(upper: CellParagraphs, lower: CellParagraphs) -> CellParagraphs:
    """A cell of both parts; a sentence that was cut is one paragraph again."""
    if not upper or not lower or ENDED.search(upper[-1].lines[-1].text) or lower[0].bullet:
        return upper + lower
    middle = Paragraph((*upper[-1].lines, *lower[0].lines), upper[-1].bullet)
    return (*upper[:-1], middle, *lower[1:])


def _texts(row: Row) -> list[str]:
    return [" ".join(line.text for paragraph in cell for line in paragraph.lines) for cell in row]


def _goes_on(table: PageTable, upper: Row, lower: Row) -> bool:
    """Whether `lower`, which begins a page, is the rest of `upper`, which ends one."""
    rights = (*table.edges[1:], table.box.right)
    filled = sum(bool(cell) for cell in lower)
    evidence = False
    for column, (above, below) in enumerate(zip(upper, lower, strict=True)):
        if not above or not below:
            continue
        last, first = above[-1].lines[-1], below[0].lines[0]
        if filled > 1 and (VALUE.fullmatch(first.text) or VALUE.fullmatch(last.text)):
            return False
        cut = (
            runs_on(last, first)
            or _is_open(above[-1])
            or _is_full(last, first, table.edges[column], rights[column])
        )
        if column == 0 and not cut:
            return False
        evidence = evidence or cut
    return evidence


def _is_open(paragraph: Paragraph) -> bool:
    """Whether a paragraph stops where no sentence does: within brackets, or before a noun."""
    text = paragraph.lines[-1].text
    words = " ".join(line.text for line in paragraph.lines)
    return words.count("(") > words.count(")") or OPEN_END.search(text) is not None


def _is_full(last: Line, first: Line, left: float, right: float) -> bool:
    """Whether a line that ends no sentence had no room for the first word of the next."""
    if ENDED.search(last.text) or not first.text[0].isalnum():
        return False
    margin = max(last.box.left - left, 0.0)
    word = first.words[0]
    return right - margin - last.box.right < word.right - word.left
