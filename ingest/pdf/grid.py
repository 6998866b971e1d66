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
MAX_RULES = 600  # after merging; a page with more is a drawing


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
    owner: tuple[tuple[int, ...], ...]
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
    grids = [grid for members in _touching(level, upright) if (grid := _grid(*members)) is not None]
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


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    ys, xs = _places(level), _places(upright)
    tops = sum(rule.start < ys[0] - OPEN_END for rule in upright)
    ends = sum(rule.end > ys[-1] + OPEN_END for rule in upright)
    open_top, open_bottom = tops >= 2, ends >= 2
    if open_top:
        ys.insert(0, min(rule.start for rule in upright))
    if open_bottom:
        ys.append(max(rule.end for rule in upright))
    if min(rule.start for rule in level) < xs[0] - OPEN_END:
        xs.insert(0, min(rule.start for rule in level))
    if max(rule.end for rule in level) > xs[-1] + OPEN_END:
        xs.append(max(rule.end for rule in level))
    if len(xs) < 2 or len(ys) < 2:
        return None
    cells, owner = _cells(xs, ys, level, upright)
    return Grid(tuple(xs), tuple(ys), cells, owner, open_top, open_bottom)


def _places(rules: Sequence[Rule]) -> list[float]:
    """Where rules stand across, those near one another taken together."""
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at - places[-1] > NEAR:
            places.append(at)
    return places


def _cells(
    xs: Sequence[float], ys: Sequence[float], level: Sequence[Rule], upright: Sequence[Rule]
) -> tuple[tuple[Cell, ...], tuple[tuple[int, ...], ...]]:
    """Merge the units of a grid over missing walls."""
    columns, rows = list(pairwise(xs)), list(pairwise(ys))
    owner: list[list[int]] = [[-1] * len(columns) for _ in rows]
    cells: list[Cell] = []
    for row in range(len(rows)):
        for column in range(len(columns)):
            if owner[row][column] >= 0:
                continue
            wide = 1
            while (
                column + wide < len(columns)
                and owner[row][column + wide] < 0
                and not _walled(upright, xs[column + wide], rows[row])
            ):
                wide += 1
            high = 1
            while row + high < len(rows) and not any(
                owner[row + high][place] >= 0 or _walled(level, ys[row + high], columns[place])
                for place in range(column, column + wide)
            ):
                high += 1
            for r in range(row, row + high):
                owner[r][column : column + wide] = [len(cells)] * wide
            cells.append(Cell(row, column, high, wide))
    return tuple(cells), tuple(tuple(line) for line in owner)


def _walled(rules: Sequence[Rule], at: float, side: tuple[float, float]) -> bool:
    """Whether a rule at this place covers the middle of the side."""
    middle = (side[0] + side[1]) / 2
    return any(abs(rule.at - at) <= NEAR and rule.start <= middle <= rule.end for rule in rules)
