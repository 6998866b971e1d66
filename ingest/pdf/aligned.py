"""Tables without upright rules: cells that stand under one another.

Rows are parted by level rules where there are enough of them, else by wider steps, else each line
is one; a line with nothing in the first column goes on with the row above it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.pdf.lines import Line
from ingest.pdf.paragraphs import paragraphs_of
from ingest.pdf.shapes import Box, Rule
from ingest.pdf.tables import CellParagraphs, PageTable
from ingest.pdf.white import Columns, Level, find_columns

LEAST_ROWS = 3
LEAST_FIGURES = 3  # columns, in which two rows are a table too if they hold figures
CORE = 0.5  # of the rows have words in more than one column
PROSE_FILL = 0.72  # a column of prose fills its width line by line,
PROSE_WORDS = 4.0  # with so many words to a line
PROSE_ROOM = 0.25  # of the table's width, at least
RULED = 0.3  # of the boundaries between levels
WIDER_STEP = 1.18
VALUE = re.compile(
    r"[-–+(]?[£$€]?\d[\d,.:/]*\s?(?:%|p\.?p\.?|[mkbn]{1,2})?\)?|[-–]|n/?a|nil", re.IGNORECASE
)

TableRow = list[list[Line]]  # the lines of each column


def aligned_table(levels: Sequence[Level], rules: Sequence[Rule]) -> PageTable | None:
    """The table these levels make; None if they are text."""
    columns = find_columns([level for level in levels if len(level) > 1])
    if columns is None:
        return None
    ruled = [_ruled(one, two, rules) for one, two in pairwise(levels)]
    by_rules = sum(ruled) >= max(2, RULED * len(ruled))
    step = _inner_step(levels)
    if not by_rules and _is_text(levels, columns, step):
        return None
    begins = _beginnings(levels, columns, ruled, step, by_rules)
    rows = _rows(levels, columns, begins)
    if not _is_table(rows, columns):
        return None
    cells = tuple(_cells(row, columns) for row in rows)
    lines = [line for level in levels for line in level]
    return PageTable(_outline(lines), tuple(left for left, _ in columns.edges), cells)


def _is_table(rows: Sequence[TableRow], columns: Columns) -> bool:
    core = [row for row in rows if sum(bool(cell) for cell in row) > 1]
    if len(core) < CORE * len(rows):
        return False
    if len(core) >= LEAST_ROWS:
        return True
    figures = [sum(bool(cell) and _is_value(cell) for cell in row[1:]) for row in core]
    return (
        len(columns.edges) >= LEAST_FIGURES
        and len(core) == LEAST_ROWS - 1
        and max(figures) >= len(columns.edges) / 2
    )


def _is_value(cell: Sequence[Line]) -> bool:
    return len(cell) == 1 and VALUE.fullmatch(cell[0].text) is not None


def _is_text(levels: Sequence[Level], columns: Columns, step: float | None) -> bool:
    """Whether the columns are running text side by side, or labels before their values."""
    inside: list[list[Line]] = [[] for _ in columns.edges]
    for level in levels:
        for line in level:
            for column, part in columns.cut(line).items():
                inside[column].append(part)
    width = columns.edges[-1][1] - columns.edges[0][0]
    prose = [
        right - left >= PROSE_ROOM * width and is_prose(lines)
        for lines, (left, right) in zip(inside, columns.edges, strict=True)
    ]
    if prose[0] or sum(prose) > 1 or (any(prose) and step is None):
        return True
    labels = sum(line.text.endswith(":") for line in inside[0])
    return labels > len(inside[0]) / 2


def is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines are running text: of many words, and most as wide as the widest."""
    if not lines:
        return False
    width = max(line.box.right for line in lines) - min(line.box.left for line in lines)
    words = sum(len(line.words) for line in lines) / len(lines)
    fill = sum(line.box.width for line in lines) / len(lines) / max(width, 1.0)
    values = sum(VALUE.fullmatch(line.text) is not None for line in lines)
    return fill >= PROSE_FILL and words >= PROSE_WORDS and values < len(lines) / 2


def _beginnings(
    levels: Sequence[Level],
    columns: Columns,
    ruled: Sequence[bool],
    step: float | None,
    by_rules: bool,
) -> list[bool]:
    """For each level after the first, whether it begins a row."""
    if by_rules:
        return list(ruled)
    begins: list[bool] = []
    for (above, level), rule in zip(pairwise(levels), ruled, strict=True):
        if step is not None:
            begins.append(rule or _top(level) - _top(above) > step * WIDER_STEP)
        else:
            begins.append(rule or (columns.of(level[0]) == 0 and not _goes_on(level)))
    return begins


def _rows(levels: Sequence[Level], columns: Columns, begins: Sequence[bool]) -> list[TableRow]:
    rows: list[TableRow] = []
    for level, new in zip(levels, [True, *begins], strict=True):
        if new:
            rows.append([[] for _ in columns.edges])
        for line in level:
            for column, part in columns.cut(line).items():
                rows[-1][column].append(part)
    return rows


def _ruled(above: Level, below: Level, rules: Sequence[Rule]) -> bool:
    """Whether a rule parts two levels along most of their width."""
    top = max(line.box.top for line in above)
    bottom = min(line.box.bottom for line in below)
    left = min(line.box.left for line in (*above, *below))
    right = max(line.box.right for line in (*above, *below))
    return any(
        top < rule.at < bottom and min(rule.end, right) - max(rule.start, left) > (right - left) / 2
        for rule in rules
    )


def _inner_step(levels: Sequence[Level]) -> float | None:
    """The step between lines of one cell, where steps between rows are clearly wider."""
    steps = Counter(round(_top(two) - _top(one)) for one, two in pairwise(levels))
    common = sorted(step for step, count in steps.items() if count >= 2)
    if len(common) < 2 or common[-1] <= common[0] * WIDER_STEP + 1:
        return None
    return float(common[0])


def _goes_on(level: Level) -> bool:
    """Whether a level with words in the first column only is the rest of a label."""
    return len(level) == 1 and (level[0].text[0].islower() or level[0].text[0] == "(")


def _top(level: Level) -> float:
    return min(line.box.top for line in level)


def _cells(row: TableRow, columns: Columns) -> tuple[CellParagraphs, ...]:
    return tuple(
        tuple(paragraphs_of(lines, right))
        for lines, (_, right) in zip(row, columns.edges, strict=True)
    )


def _outline(lines: Sequence[Line]) -> Box:
    return Box(
        min(line.box.left for line in lines),
        min(line.box.top for line in lines),
        max(line.box.right for line in lines),
        max(line.box.bottom for line in lines),
    )
