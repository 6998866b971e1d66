"""Reading order: the columns of a page, each from its top to its bottom.

Lines side by side on several levels with a clear gutter between them are columns of text; a line
or table across the gutter ends them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.pdf.lines import Line
from ingest.pdf.tables import PageTable

LEAST_LEVELS = 4  # levels with a gutter that make columns
GUTTER = 6.0  # points

Item = Line | PageTable


@dataclass(frozen=True, slots=True)
class Column:
    """Lines and tables read from the top; its lines may reach as far as `right`."""

    items: tuple[Item, ...]
    right: float


def reading_order(lines: Sequence[Line], tables: Sequence[PageTable]) -> list[Column]:
    """The columns of a page in the order they are read."""
    items: list[Item] = sorted([*lines, *tables], key=lambda item: (item.box.top, item.box.left))
    columns: list[Column] = []
    for band in _bands(items):
        columns += _split(band)
    return columns


def _bands(items: Sequence[Item]) -> list[list[Item]]:
    """The page cut from side to side wherever columns begin or end."""
    bands: list[list[Item]] = []
    gutter: tuple[float, float] | None = None
    for level in _levels(items):
        gap = _gap(level)
        if gutter is not None:
            narrowed = _without(gutter, level)
            if narrowed is not None:
                gutter = narrowed
                bands[-1] += level
                continue
        if gap is not None or not bands or gutter is not None:
            bands.append([])
        gutter = gap
        bands[-1] += level
    return bands


def _levels(items: Sequence[Item]) -> list[list[Item]]:
    levels: list[list[Item]] = []
    bottom = 0.0
    for item in items:
        middle = (item.box.top + item.box.bottom) / 2
        if levels and item.box.top < bottom and (middle < bottom):
            levels[-1].append(item)
            bottom = max(bottom, item.box.bottom) if isinstance(item, PageTable) else bottom
        else:
            levels.append([item])
            bottom = item.box.bottom
    return levels


def _gap(level: Sequence[Item]) -> tuple[float, float] | None:
    """The white space between the first two items on a level that stand side by side."""
    by_left = sorted(level, key=lambda item: item.box.left)
    for one, two in pairwise(by_left):
        if two.box.left - one.box.right >= GUTTER:
            return one.box.right, two.box.left
    return None


def _without(gutter: tuple[float, float], level: Sequence[Item]) -> tuple[float, float] | None:
    """What is left of a gutter beside these items; None where one stands across it."""
    left, right = gutter
    for item in level:
        if item.box.right <= right and item.box.left < left:
            left = max(left, item.box.right)
        elif item.box.left >= left:
            right = min(right, item.box.left)
        else:
            return None
    return (left, right) if right - left >= GUTTER else None


def _split(band: Sequence[Item]) -> list[Column]:
    """The columns of a band, left ones first; a band without a lasting gutter stays whole."""
    right = max(item.box.right for item in band)
    whole = [Column(tuple(band), right)]
    if len(_levels(band)) < LEAST_LEVELS:
        return whole
    gutter = _band_gutter(band)
    if gutter is None:
        return whole
    middle = (gutter[0] + gutter[1]) / 2
    sides = (
        [item for item in band if item.box.left < middle],
        [item for item in band if item.box.left >= middle],
    )
    return [column for side in sides if side for column in _split(side)]


def _band_gutter(band: Sequence[Item]) -> tuple[float, float] | None:
    """A gutter that runs down the whole band with text on both sides of several levels."""
    gutter: tuple[float, float] | None = None
    shared = 0
    for level in _levels(band):
        gap = _gap(level)
        shared += gap is not None
        if gutter is None:
            gutter = gap
        elif (gutter := _without(gutter, level)) is None:
            return None
    return gutter if shared >= LEAST_LEVELS else None
