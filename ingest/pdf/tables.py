"""Tables of one page: the words of each ruled cell, as paragraphs."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pdf.grid import Grid, find_grids
from ingest.pdf.lines import lines_of
from ingest.pdf.paragraphs import Paragraph, paragraphs_of
from ingest.pdf.shapes import Box, PageContent, Word

LEAST_CELLS = 2  # with fewer cells that hold words it is a frame, not a table
SLIVER = 4.5  # a blank row or column narrower than this is the space of a double rule
PADDING = 2.0  # room left of a cell's right rule that words never enter
TOP = 0.25  # of the page: the rest of a row from the page before begins no lower

CellParagraphs = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table, or the piece of one that stands on a page. Blank and merged cells are empty.

    `open_top` and `open_bottom`: the first or last row is cut by the page's edge. `lone` has words
    in one cell only: a frame round text, unless it goes on with a table of the page before.
    """

    box: Box
    edges: tuple[float, ...]
    rows: tuple[tuple[CellParagraphs, ...], ...]
    open_top: bool = False
    open_bottom: bool = False
    lone: bool = False

    @property
    def paragraphs(self) -> list[Paragraph]:
        """All that stands in its cells, in reading order."""
        return [paragraph for row in self.rows for cell in row for paragraph in cell]


def take_tables(page: PageContent) -> tuple[list[PageTable], list[Word]]:
    """The ruled tables of a page, and the words that stand in none."""
    tables: list[PageTable] = []
    rest = list(page.words)
    for grid in find_grids(page.drawing):
        inside, outside = _split(grid, rest)
        at_top = grid.ys[0] < TOP * page.height
        table = _table(grid, inside, page.number, at_top) if inside else None
        if table is not None:
            tables.append(table)
            rest = outside
    return tables, rest


def _split(grid: Grid, words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    left, top, right, bottom = grid.box
    inside: list[Word] = []
    outside: list[Word] = []
    for word in words:
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        (inside if left <= x <= right and top <= y <= bottom else outside).append(word)
    return inside, outside


def _table(grid: Grid, words: Sequence[Word], page: int, at_top: bool) -> PageTable | None:
    """The table of a grid; None for a frame. What tops a page may go on with a table before it."""
    filled: dict[int, list[Word]] = {}
    for word in words:
        row = bisect_right(grid.ys, (word.top + word.bottom) / 2) - 1
        column = bisect_right(grid.xs, (word.left + word.right) / 2) - 1
        row, column = min(row, len(grid.ys) - 2), min(column, len(grid.xs) - 2)
        filled.setdefault(grid.owner[row][column], []).append(word)
    rows = _kept(grid, filled, axis=0)
    columns = _kept(grid, filled, axis=1)
    cut = grid.open_top or grid.open_bottom
    lone = len(filled) < LEAST_CELLS and not cut
    if len(columns) < 2 or (lone and not at_top):
        return None
    paragraphs = {index: _cell(grid, index, inside, page) for index, inside in filled.items()}
    return PageTable(
        box=grid.box,
        edges=tuple(grid.xs[column] for column in columns),
        rows=tuple(
            tuple(_unit(grid, paragraphs, row, column, rows, columns) for column in columns)
            for row in rows
        ),
        open_top=grid.open_top,
        open_bottom=grid.open_bottom,
        lone=lone,
    )


def _kept(grid: Grid, filled: dict[int, list[Word]], axis: int) -> list[int]:
    """The rows (axis 0) or columns (axis 1) in which some cell with words begins, or is wide."""
    edges = grid.ys if axis == 0 else grid.xs
    begun = {(grid.cells[index].row, grid.cells[index].column)[axis] for index in filled}
    wide = [edges[i + 1] - edges[i] > SLIVER for i in range(len(edges) - 1)]
    return [
        i for i in range(len(edges) - 1) if i in begun or (wide[i] and not _covered(grid, i, axis))
    ]


def _covered(grid: Grid, index: int, axis: int) -> bool:
    """Whether every cell of this row or column began in an earlier one."""
    if axis == 0:
        return all(grid.cells[owner].row < index for owner in grid.owner[index])
    return all(grid.cells[line[index]].column < index for line in grid.owner)


def _unit(
    grid: Grid,
    paragraphs: dict[int, CellParagraphs],
    row: int,
    column: int,
    rows: Sequence[int],
    columns: Sequence[int],
) -> CellParagraphs:
    """The words of a cell where it begins, nothing where it only goes on."""
    index = grid.owner[row][column]
    cell = grid.cells[index]
    first_row = next(r for r in rows if r >= cell.row)
    first_column = next(c for c in columns if c >= cell.column)
    return paragraphs.get(index, ()) if (row, column) == (first_row, first_column) else ()


def _cell(grid: Grid, index: int, words: Sequence[Word], page: int) -> CellParagraphs:
    cell = grid.cells[index]
    right = grid.xs[cell.column + cell.columns]
    lines = lines_of(words, page)
    margin = min(line.box.left for line in lines) - grid.xs[cell.column]
    reach = right - max(min(margin, 8.0), PADDING)
    return tuple(paragraphs_of(lines, reach))
