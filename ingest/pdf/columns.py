"""Reading order: the columns of a page, each from its top to its bottom.

Lines side by side on several levels, with a clear gutter between them, are columns of text or the
cells of a table without upright rules; a line or table across the gutter ends them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.pdf.aligned import aligned_table
from ingest.pdf.lines import Line, merged
from ingest.pdf.shapes import Box, Rule
from ingest.pdf.tables import PageTable
from ingest.pdf.white import Columns, find_columns

LEAST_LEVELS = 4  # levels with lines on both sides that make columns of text
LEAST_WORDS = 3  # to a line, on either side
GUTTER = 6.0  # points
HEADER_LINES = 4
HEADER_STEP = 2.5  # font sizes from a header line to the next

Item = Line | PageTable
Gutter = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Level:
    """Lines at one height from the left, or one table. `beside` are tables at that height."""

    items: tuple[Item, ...]
    beside: tuple[Box, ...] = ()

    @property
    def boxes(self) -> list[Box]:
        """The places of all that stands at this height, from the left."""
        return sorted([*(item.box for item in self.items), *self.beside])

    @property
    def lines(self) -> list[Line]:
        """Its lines."""
        return [item for item in self.items if isinstance(item, Line)]


@dataclass(frozen=True, slots=True)
class Column:
    """Lines and tables read from the top; its lines may reach as far as `right`."""

    items: tuple[Item, ...]
    right: float


def reading_order(
    lines: Sequence[Line], tables: Sequence[PageTable], rules: Sequence[Rule], right: float
) -> list[Column]:
    """The columns of a page in the order they are read.

    `rules` are the page's level rules; `right` is how far lines may reach that stand in no column.
    """
    return _ordered(_levels(lines, tables), rules, right)


def _ordered(levels: Sequence[Level], rules: Sequence[Rule], right: float) -> list[Column]:
    columns: list[Column] = []
    plain: list[Level] = []
    place = 0
    while place < len(levels):
        band, gutter = _band(levels[place:])
        place += len(band)
        table = _table(band, plain, rules)
        if table is not None:
            plain.append(Level((table,)))
        elif gutter is not None and _are_columns(band, gutter):
            band = [*_taken_back(plain, gutter), *band]
            columns += [_plain(plain, right)] if plain else []
            plain = []
            columns += _side_by_side(band, gutter, rules, right)
        else:
            plain += band
    return columns + ([_plain(plain, right)] if plain else [])


def _levels(lines: Sequence[Line], tables: Sequence[PageTable]) -> list[Level]:
    """Lines whose heights overlap, together, from the left; each table alone; all from the top."""
    groups: list[list[Line]] = []
    bottom = 0.0
    for line in sorted(lines, key=lambda line: line.box.top):
        if groups and (line.box.top + line.box.bottom) / 2 < bottom:
            groups[-1].append(line)
        else:
            groups.append([line])
            bottom = line.box.bottom
    levels = [Level((table,)) for table in tables]
    for group in groups:
        top, bottom = group[0].box.top, group[0].box.bottom
        beside = (
            table.box for table in tables if table.box.top < bottom and top < table.box.bottom
        )
        levels.append(Level(tuple(sorted(group, key=lambda line: line.box.left)), tuple(beside)))
    return sorted(levels, key=lambda level: min(item.box.top for item in level.items))


def _band(levels: Sequence[Level]) -> tuple[list[Level], Gutter | None]:
    """The levels from the first on that keep its gutter free; it alone if it has none."""
    gutter = _gap(levels[0])
    band = [levels[0]]
    if gutter is None:
        return band, None
    for level in levels[1:]:
        narrowed = _without(gutter, level)
        if narrowed is None:
            break
        gutter = narrowed
        band.append(level)
    return band, gutter


def _gap(level: Level) -> Gutter | None:
    """The white space between the first two things that stand side by side."""
    for one, two in pairwise(level.boxes):
        if two.left - one.right >= GUTTER:
            return one.right, two.left
    return None


def _without(gutter: Gutter, level: Level) -> Gutter | None:
    """What is left of a gutter beside these items; None where one stands across it."""
    left, right = gutter
    for box in level.boxes:
        if box.right <= right and box.left < left:
            left = max(left, box.right)
        elif box.left >= left:
            right = min(right, box.left)
        else:
            return None
    return (left, right) if right - left >= GUTTER else None


def _are_columns(band: Sequence[Level], gutter: Gutter) -> bool:
    """Whether both sides of a gutter are running text, or a table beside it."""
    if sum(_gap(level) is not None for level in band) < LEAST_LEVELS:
        return False
    middle = (gutter[0] + gutter[1]) / 2
    lines = [line for level in band for line in level.lines]
    sides = (
        [line for line in lines if line.box.left < middle],
        [line for line in lines if line.box.left >= middle],
    )
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
    header: list[Level] = []
    top = min(line.box.top for line in below)
    for level in reversed(plain[-HEADER_LINES:]):
        line = level.lines[0] if len(level.lines) == 1 else None
        if line is None or not columns.fits(line) or top - line.box.top > HEADER_STEP * line.size:
            break
        header.insert(0, level)
        top = line.box.top
    return header


def _taken_back(plain: list[Level], gutter: Gutter) -> list[Level]:
    """The last plain levels that stand wholly beside the gutter belong to its columns too."""
    taken: list[Level] = []
    while plain and (narrowed := _without(gutter, plain[-1])) is not None:
        gutter = narrowed
        taken.insert(0, plain.pop())
    return taken


def _side_by_side(
    band: Sequence[Level], gutter: Gutter, rules: Sequence[Rule], right: float
) -> list[Column]:
    middle = (gutter[0] + gutter[1]) / 2
    left_side = [side for level in band if (side := _part(level, middle, left=True)).items]
    right_side = [side for level in band if (side := _part(level, middle, left=False)).items]
    reach = max((item.box.right for level in left_side for item in level.items), default=right)
    return [*_ordered(left_side, rules, reach), *_ordered(right_side, rules, right)]


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
