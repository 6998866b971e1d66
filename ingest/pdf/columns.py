"""Reading order: the columns of a page, each from its top to its bottom.

Lines side by side on several levels, with a clear gutter between them, are columns of text or the
cells of a table without upright rules; a line or table across the gutter ends them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pdf.aligned import aligned_table, is_prose
from ingest.pdf.bands import (
    FAR,
    Band,
    Block,
    Gutter,
    Item,
    Level,
    band_of,
    gap_of,
    levels_of,
    white_between,
    without,
)
from ingest.pdf.lines import Line, merged
from ingest.pdf.paragraphs import runs_on
from ingest.pdf.shapes import Rule
from ingest.pdf.tables import PageTable
from ingest.pdf.white import Columns, find_columns

LEAST_LEVELS = 4  # levels with lines on both sides that make columns of text
LEAST_WORDS = 3  # to a line, on either side
HEADER_LINES = 4
HEADER_STEP = 2.5  # font sizes from a header line to the next


@dataclass(frozen=True, slots=True)
class Column:
    """Lines, tables and frames read from the top; its lines may reach as far as `right`."""

    items: tuple[Item, ...]
    right: float


def reading_order(
    lines: Sequence[Line], blocks: Sequence[Block], rules: Sequence[Rule], right: float
) -> list[Column]:
    """The columns of a page in the order they are read.

    `rules` are the page's level rules; `right` is how far lines may reach that stand in no column.
    """
    return _ordered(levels_of(lines, blocks), rules, right)


def _ordered(levels: Sequence[Level], rules: Sequence[Rule], right: float) -> list[Column]:
    columns: list[Column] = []
    plain: list[Level] = []
    place = 0
    while place < len(levels):
        band = band_of(levels[place:])
        table = _table(band.followed, plain, rules)
        if table is not None:
            taken = band.followed
            plain.append(Level((table,)))
        elif band.gutter is not None and _are_columns(band.levels, band.gutter):
            taken = band.with_text
            sides = [*_taken_back(plain, band), *taken]
            columns += [_plain(plain, right)] if plain else []
            plain = []
            following = levels[place + len(taken) :][:1]
            columns += _side_by_side(sides, band.gutter, rules, right, following)
        else:
            taken = list(band.levels)
            plain += taken
        place += len(taken)
    return columns + ([_plain(plain, right)] if plain else [])


def _are_columns(band: Sequence[Level], gutter: Gutter) -> bool:
    """Whether the sides of a gutter are running text, or such text with something beside it."""
    if sum(gap_of(level) is not None for level in band) < LEAST_LEVELS:
        return False
    middle = (gutter[0] + gutter[1]) / 2
    lines = [line for level in band for line in level.lines]
    sides = (
        [line for line in lines if line.box.left < middle],
        [line for line in lines if line.box.left >= middle],
    )
    if is_prose(sides[0]):
        return True
    return all(sum(len(line.words) for line in side) >= LEAST_WORDS * len(side) for side in sides)


def _table(band: Sequence[Level], plain: list[Level], rules: Sequence[Rule]) -> PageTable | None:
    """The table that a band is. Lines just above it that fall into its columns are its header."""
    lines = [level.lines for level in band]
    if any(len(kept) < len(level.boxes) for kept, level in zip(lines, band, strict=True)):
        return None
    columns = find_columns([level for level in lines if len(level) > 1])
    header = _header(plain, columns, lines[0]) if columns is not None else []
    table = aligned_table([*(level.lines for level in header), *lines], rules)
    if table is not None and header:
        del plain[-len(header) :]
    return table


def _header(plain: Sequence[Level], columns: Columns, below: Sequence[Line]) -> list[Level]:
    """The last plain levels that stand in the columns of a table below them."""
    header: list[Level] = []
    top = min(line.box.top for line in below)
    for level in reversed(plain[-HEADER_LINES:]):
        lines = level.lines
        if not lines or top - level.top > HEADER_STEP * lines[0].size:
            break
        owners = {columns.of(word) for line in lines for word in line.words}
        if len(owners) < 2 or not all(columns.fits(line) for line in lines):
            break
        header.insert(0, level)
        top = level.top
    return header


def _taken_back(plain: list[Level], band: Band) -> list[Level]:
    """The last plain levels that belong to a band's right column, which begins above its left."""
    gutter, below = band.gutter, band.levels[0]
    taken: list[Level] = []
    begins = 0
    for level in reversed(plain):
        gutter = without(gutter, level) if gutter is not None else None
        if gutter is None or white_between(level, below) > FAR:
            break
        on_right = all(box.left >= gutter[0] for box in level.boxes)
        if not level.lines and not (on_right and level.bottom > band.levels[0].top):
            break
        taken.insert(0, level)
        begins = len(taken) if on_right else begins
        below = level
    kept = taken[len(taken) - begins :]
    del plain[len(plain) - len(kept) :]
    return kept


def _side_by_side(
    band: Sequence[Level],
    gutter: Gutter,
    rules: Sequence[Rule],
    right: float,
    following: Sequence[Level],
) -> list[Column]:
    """The columns left and right of a gutter.

    Text that flows round a box goes on below it in full width, so the box is read first.
    """
    middle = (gutter[0] + gutter[1]) / 2
    sides = [
        [part for level in band if (part := _part(level, middle, left)).items]
        for left in (True, False)
    ]
    reach = max((item.box.right for level in sides[0] for item in level.items), default=right)
    ordered = [_ordered(sides[0], rules, reach), _ordered(sides[1], rules, right)]
    if any(without(gutter, level) is None and _flows_on(sides[0], level) for level in following):
        ordered.reverse()
    return [column for columns in ordered for column in columns]


def _flows_on(side: Sequence[Level], following: Level) -> bool:
    """Whether the last line of a side goes on with the first one below the band."""
    last, first = side[-1].lines if side else [], following.lines
    return len(last) == 1 and len(first) == 1 and runs_on(last[0], first[0])


def _part(level: Level, middle: float, left: bool) -> Level:
    return Level(
        tuple(item for item in level.items if (item.box.left < middle) == left),
        tuple(box for box in level.beside if (box.left < middle) == left),
    )


def _plain(levels: Sequence[Level], right: float) -> Column:
    """Levels read from the top, what stands on one level as one line."""
    items: list[Item] = []
    for level in levels:
        items += [merged(level.lines)] if level.lines else level.items
    reach = max([right, *(item.box.right for item in items)])
    return Column(tuple(items), reach)
