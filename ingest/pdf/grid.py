"""From ruling lines to the cells of a table.

A grid is a set of rules that touch one another. Its cells are the smallest boxes between them;
where the wall between two is missing, they are one merged cell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.pdf.shapes import Box, Drawing, Rule

NEAR = 2.2  # rules closer than this are one rule, drawn once per cell
TOUCH = 3.0  # ends of rules closer than this meet
OPEN_END = 6.0  # uprights going on this far past the last level rule leave a row open there
SHADE = 5.0  # a shade's edge nearer than this to a rule is the rule's cell
MAX_CELLS = 10_000
MAX_RULES = 600  # after merging; a page with more is a drawing


Owner = tuple[tuple[int, ...], ...]  # for each unit of a grid, the place of its cell


@dataclass(frozen=True, slots=True)
class Cell:
    """A merged cell: its first row and column, and how many of each it covers."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table. `edges` across are `xs`, down are `ys`.

    `owner[row][column]` is the place in `cells` of the cell that covers this unit.
    `open_top` and `open_bottom` say that the first or last row has no rule to close it, as where
    a row runs over a page.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]
    owner: Owner
    open_top: bool = False
    open_bottom: bool = False

    @property
    def box(self) -> Box:
        """The outline."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def merged_rules(rules: Sequence[Rule]) -> list[Rule]:
    """The same lines with those that lie on one another, or follow one another, made one."""
    merged: list[Rule] = []
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and rule.at - group[0].at > NEAR:
            merged += _along(group)
            group = []
        group.append(rule)
    return merged + _along(group)


def _along(group: Sequence[Rule]) -> list[Rule]:
    """Rules at one place across, merged along their length."""
    if not group:
        return []
    at = sum(rule.at for rule in group) / len(group)
    spans: list[tuple[float, float]] = []
    for rule in sorted(group, key=lambda rule: rule.start):
        if spans and rule.start <= spans[-1][1] + TOUCH:
            spans[-1] = (spans[-1][0], max(spans[-1][1], rule.end))
        else:
            spans.append((rule.start, rule.end))
    return [Rule(at, start, end) for start, end in spans]


def find_grids(drawing: Drawing) -> list[Grid]:
    """The grids of a page, smallest first, so that one inside another is filled before it."""
    level, upright = merged_rules(drawing.level), merged_rules(drawing.upright)
    if len(level) + len(upright) > MAX_RULES or not level or not upright:
        return []
    grids = [
        grid
        for flats, talls in _touching(level, upright)
        if (grid := _grid([*flats, *_shade_rules(drawing, flats, talls)], talls)) is not None
    ]
    return sorted(grids, key=lambda grid: grid.box.width * grid.box.height)


def _touching(
    level: Sequence[Rule], upright: Sequence[Rule]
) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that cross or meet, directly or through others."""
    parent = list(range(len(level) + len(upright)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, flat in enumerate(level):
        for j, tall in enumerate(upright, start=len(level)):
            if (
                flat.start - TOUCH <= tall.at <= flat.end + TOUCH
                and tall.start - TOUCH <= flat.at <= tall.end + TOUCH
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate([*level, *upright]):
        flats, talls = groups.setdefault(root(i), ([], []))
        (flats if i < len(level) else talls).append(rule)
    return [members for members in groups.values() if members[0] and members[1]]


def _shade_rules(drawing: Drawing, level: Sequence[Rule], upright: Sequence[Rule]) -> list[Rule]:
    """The upper and lower edges of shaded cells: a header may be parted by its shade alone."""
    left, right = min(rule.at for rule in upright), max(rule.at for rule in upright)
    top, bottom = min(rule.start for rule in upright), max(rule.end for rule in upright)
    return [
        Rule(at, shade.left, shade.right)
        for shade in drawing.shades
        if shade.left >= left - TOUCH and shade.right <= right + TOUCH
        for at in (shade.top, shade.bottom)
        if top + TOUCH < at < bottom - TOUCH and all(abs(rule.at - at) > SHADE for rule in level)
    ]


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    """The grid of rules that touch. Rules that part no two cells (underlines) do not count."""
    xs = _with_ends(_places(upright), [(rule.start, rule.end) for rule in level], least=1)
    ys = _with_ends(_places(level), [(rule.start, rule.end) for rule in upright], least=2)
    level = [rule for rule in level if _parts(rule, xs)]
    upright = [rule for rule in upright if _parts(rule, ys)]
    if not level or not upright:
        return None
    flats, talls = _places(level), _places(upright)
    xs = _with_ends(talls, [(rule.start, rule.end) for rule in level], least=1)
    ys = _with_ends(flats, [(rule.start, rule.end) for rule in upright], least=2)
    columns, rows = len(xs) - 1, len(ys) - 1
    if min(columns, rows) < 1 or columns * rows > MAX_CELLS:
        return None
    cells, owner = _cells(columns, rows, _Walls(xs, ys, level, upright))
    return Grid(tuple(xs), tuple(ys), cells, owner, ys[0] < flats[0], ys[-1] > flats[-1])


def _with_ends(
    places: Sequence[float], crossing: Sequence[tuple[float, float]], least: int
) -> list[float]:
    """The places with one more at an open side, past which at least `least` rules go on."""
    ends = list(places)
    if sum(start < places[0] - OPEN_END for start, _ in crossing) >= least:
        ends.insert(0, min(start for start, _ in crossing))
    if sum(end > places[-1] + OPEN_END for _, end in crossing) >= least:
        ends.append(max(end for _, end in crossing))
    return ends


def _parts(rule: Rule, places: Sequence[float]) -> bool:
    """Whether a rule runs the whole way from one of these places to the next."""
    return any(
        rule.start <= one + TOUCH and two - TOUCH <= rule.end for one, two in pairwise(places)
    )


def _places(rules: Sequence[Rule]) -> list[float]:
    """Where rules stand across, those near one another taken together."""
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at - places[-1] > NEAR:
            places.append(at)
    return places


class _Walls:
    """Which sides of the units of a grid have a rule."""

    def __init__(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        level: Sequence[Rule],
        upright: Sequence[Rule],
    ) -> None:
        self._columns = [(one + two) / 2 for one, two in pairwise(xs)]
        self._rows = [(one + two) / 2 for one, two in pairwise(ys)]
        self._level = [[rule for rule in level if abs(rule.at - y) <= NEAR] for y in ys]
        self._upright = [[rule for rule in upright if abs(rule.at - x) <= NEAR] for x in xs]

    def above(self, row: int, column: int) -> bool:
        """Whether a rule stands over a unit."""
        middle = self._columns[column]
        return any(rule.start <= middle <= rule.end for rule in self._level[row])

    def before(self, row: int, column: int) -> bool:
        """Whether a rule stands left of a unit."""
        middle = self._rows[row]
        return any(rule.start <= middle <= rule.end for rule in self._upright[column])


def _cells(columns: int, rows: int, walls: _Walls) -> tuple[tuple[Cell, ...], Owner]:
    """Merge the units of a grid over missing walls."""
    owner: list[list[int]] = [[-1] * columns for _ in range(rows)]
    cells: list[Cell] = []
    for row in range(rows):
        for column in range(columns):
            if owner[row][column] < 0:
                cell = _cell(row, column, owner, walls)
                for place in range(row, row + cell.rows):
                    owner[place][column : column + cell.columns] = [len(cells)] * cell.columns
                cells.append(cell)
    return tuple(cells), tuple(tuple(line) for line in owner)


def _cell(row: int, column: int, owner: Sequence[Sequence[int]], walls: _Walls) -> Cell:
    """The cell that begins at a unit: as wide, then as high, as no wall parts it."""
    wide = high = 1
    while (
        column + wide < len(owner[0])
        and owner[row][column + wide] < 0
        and not walls.before(row, column + wide)
    ):
        wide += 1
    across = range(column, column + wide)
    while row + high < len(owner) and not any(
        owner[row + high][place] >= 0 or walls.above(row + high, place) for place in across
    ):
        high += 1
    return Cell(row, column, high, wide)
