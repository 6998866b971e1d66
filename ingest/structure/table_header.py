"""Which rows of a table are its header, and what its columns are called."""

import re
from collections.abc import Sequence

from ingest.structure.cells import is_number, is_unit, is_value, is_year

Grid = Sequence[Sequence[str]]

_MAX_HEADER_ROWS = 3
_MAX_HEADER_WORDS = 14
_NAMES = """
    name names role title post rank date dates month year quarter period item items member members
    substitute representing representative organisation attendee attendees description subject
    summary indicator indicators area district activity action actions owner status update updates
    progress lead question questions answer answers response responses priority objective outcome
    outcomes measure measures target category type detail details reference ref no number id
    decision amount value total budget actual variance cost grant recipient supplier service
    project purpose risk impact likelihood mitigation score comment comments notes reason
    expenditure income source volume count percentage change difference average report topic
    meeting meetings post posts salary pay band grade village place expense rate fund award
    provider contract right aim issue recommendation due deadline present time venue location page
"""
_COLUMN_NAMES = frozenset(_NAMES.split())


def header_rows(grid: Grid) -> int:
    """How many leading rows are header rows; 0 where the table begins with its data."""
    if len(grid) < 2:
        return 0
    titles = _title_rows(grid)
    if not _may_be_header(grid[titles]) or not _heads(grid, titles):
        return 0
    count = titles + 1
    while count < min(_MAX_HEADER_ROWS, len(grid) - 1) and _is_second(grid[count - 1], grid[count]):
        count += 1
    return count


def column_names(grid: Grid, header: int) -> tuple[str, ...]:
    """One name per column: the header cells over it, outermost first, merged ones carried right."""
    width = len(grid[0])
    if not header:
        return ("",) * width
    rows = [list(row) for row in grid[_title_rows(grid) : header]]
    for upper in rows[:-1]:
        for place in range(1, width):
            if not upper[place] and upper[place - 1] and rows[-1][place]:
                upper[place] = upper[place - 1]
    return tuple(
        " ".join(dict.fromkeys(row[place] for row in rows if row[place])) for place in range(width)
    )


def title_of(grid: Grid, header: int) -> str:
    """The name the header itself gives the table, "" if none.

    Either a first row with one filled cell ("Date: 14 January 2020"), or a first header cell
    that begins in capitals, where the other columns are named in the usual way ("BROADLAND",
    "BROADLAND – Indicator").
    """
    if not header:
        return ""
    if _title_rows(grid):
        return grid[0][0]
    first, *others = grid[0]
    name = re.split(r"\s+[–—-]\s+|:\s", first)[0]
    capitals = name.isupper() and len(re.sub(r"[^A-Z]", "", name)) >= 3
    if capitals and others and not any(other.isupper() and len(other) > 3 for other in others):
        return name
    return ""


def _title_rows(grid: Grid) -> int:
    """1 where the first row is a title over a header row of its own, else 0."""
    if len(grid) < 3 or sum(map(bool, grid[0])) != 1 or not grid[0][0]:
        return 0
    second = grid[1]
    return int(sum(map(bool, second)) >= 2 and _may_be_header(second) and _names_columns(second))


def _may_be_header(row: Sequence[str]) -> bool:
    filled = [text for text in row if text]
    if not filled or any(len(text.split()) > _MAX_HEADER_WORDS * 2 for text in filled):
        return False
    figures = sum(is_number(text) and not is_year(text) for text in filled)
    return figures == 0 and len(filled) * 2 >= len(row)


def _heads(grid: Grid, place: int) -> bool:
    """Whether the row differs from those under it as a header does."""
    row, below = grid[place], grid[place + 1 :]
    columns = range(1, len(row))
    for column in columns:
        values = [cells[column] for cells in below if cells[column]]
        figures = sum(is_value(text) for text in values)
        if values and figures * 2 >= len(values) and not is_value(row[column]):
            return True
        if values and figures * 2 >= len(values) and is_year(row[column]):
            return True
    return _names_columns(row) or _is_terse(row, below)


def _names_columns(row: Sequence[str]) -> bool:
    filled = [text for text in row if text]
    named = [
        text
        for text in filled
        if len(text.split()) <= _MAX_HEADER_WORDS
        and any(word.strip("():/,.").lower() in _COLUMN_NAMES for word in re.split(r"[\s/]+", text))
    ]
    missed = len(filled) - len(named)
    return missed * 3 <= len(filled) - 1 and not any(text.endswith(".") for text in filled)


def _is_terse(row: Sequence[str], below: Grid) -> bool:
    """Every cell filled and much shorter than the words under it."""
    lengths = [len(text) for cells in below for text in cells if text]
    if len(row) < 3 or not all(row) or not lengths:
        return False
    return sum(map(len, row)) / len(row) * 1.7 <= sum(lengths) / len(lengths)


def _is_second(upper: Sequence[str], row: Sequence[str]) -> bool:
    """Whether `row` is a further header row under `upper`."""
    filled = [text for text in row[1:] if text]
    if not filled or any(is_number(text) and not is_year(text) for text in filled):
        return False
    if all(is_unit(text) or is_year(text) for text in filled):
        return True
    return not row[0] and any(not text for text in upper[1:]) and all(row[1:])
