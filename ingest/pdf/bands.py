"""Bands of a page: neighbouring levels of lines that keep one gutter free."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.pdf.frames import Frame
from ingest.pdf.lines import Line
from ingest.pdf.shapes import Box
from ingest.pdf.tables import PageTable

GUTTER = 6.0  # points
FAR = 2.5  # line heights of white that end a band
CLOSE = 1.0  # line heights of white between lines of one text
SAME_TEXT = 0.5  # line heights of white between lines of one paragraph
WIDE = 0.7  # of a column's width: a line of running text
ALIGNED = 2.5  # points by which edges of one column may differ
SHORT = 8.0  # line heights: a wider line is prose
SAME_SIZE = 0.12
INDENT = 24.0  # points by which lines of one column of text may begin further left

Block = PageTable | Frame
Item = Line | Block
Gutter = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Level:
    """Lines at one height from the left, or one table or frame.

    `beside` are tables and frames at that height.
    """

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

    @property
    def top(self) -> float:
        """Where its highest item begins."""
        return min(item.box.top for item in self.items)

    @property
    def bottom(self) -> float:
        """Where its lowest item ends."""
        return max(item.box.bottom for item in self.items)


def levels_of(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Level]:
    """Lines whose heights overlap, together, from the left; each block alone; all from the top."""
    groups: list[list[Line]] = []
    bottom = 0.0
    for line in sorted(lines, key=lambda line: line.box.top):
        if groups and (line.box.top + line.box.bottom) / 2 < bottom:
            groups[-1].append(line)
        else:
            groups.append([line])
            bottom = line.box.bottom
    levels = [Level((block,)) for block in sorted(blocks, key=lambda block: block.box.left)]
    for group in groups:
        top, bottom = group[0].box.top, group[0].box.bottom
        beside = (
            block.box for block in blocks if block.box.top < bottom and top < block.box.bottom
        )
        levels.append(Level(tuple(sorted(group, key=lambda line: line.box.left)), tuple(beside)))
    return sorted(levels, key=lambda level: level.top)


def gap_of(level: Level) -> Gutter | None:
    """The white space between the first two things that stand side by side."""
    for one, two in pairwise(level.boxes):
        if two.left - one.right >= GUTTER:
            return one.right, two.left
    return None


def without(gutter: Gutter, level: Level) -> Gutter | None:
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


@dataclass(frozen=True, slots=True)
class Band:
    """Levels with one gutter, None if there is none; it ends with things right of it.

    `rest` are the levels after it that leave the gutter free, with nothing right of it.
    """

    levels: tuple[Level, ...]
    gutter: Gutter | None = None
    rest: tuple[Level, ...] = ()

    @property
    def followed(self) -> list[Level]:
        """The band with the levels that follow it closely, in the same type."""
        levels = list(self.levels)
        for level in self.rest:
            if white_between(levels[-1], level) > CLOSE or not _same_type(levels[-1], level):
                break
            levels.append(level)
        return levels

    @property
    def with_text(self) -> list[Level]:
        """The band with the paragraphs that go on in its left column."""
        levels = [*self.levels, *self.rest]
        kept = len(self.levels)
        left = min(box.left for level in self.levels for box in level.boxes)
        width = (self.gutter[0] if self.gutter else 0.0) - left
        for place in range(kept, len(levels)):
            close = white_between(levels[place - 1], levels[place]) <= SAME_TEXT
            wide = any(line.box.width >= WIDE * width for line in levels[place - 1].lines)
            # The last line of a paragraph may be short, but not the one before it.
            if close and (wide or kept == place):
                kept = place + 1
        return levels[:kept]


def band_of(levels: Sequence[Level]) -> Band:
    """The levels from the first on that keep its gutter free; it alone if it has none."""
    gutter = gap_of(levels[0])
    if gutter is None:
        return Band((levels[0],))
    band = [levels[0]]
    side = _Side(_right_of(gutter, levels[0]))
    waiting: list[Level] = []
    for level in levels[1:]:
        before = waiting[-1] if waiting else band[-1]
        narrowed = without(gutter, level)
        if narrowed is None or white_between(before, level) > FAR:
            break
        boxes = _right_of(narrowed, level)
        if (not boxes and isinstance(level.items[0], Frame)) or len(level.boxes) > len(boxes) + 1:
            break  # a box by itself, or more than one column left of the gutter
        if boxes and not side.takes(boxes, white_between(before, level) <= CLOSE):
            break
        gutter = narrowed
        if boxes:
            side.add(boxes)
            band += [*waiting, level]
            waiting = []
        else:
            waiting.append(level)
    return Band(tuple(band), gutter, tuple(waiting))


class _Side:
    """What has been seen right of a gutter: the edges of its columns."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._left = min(box.left for box in boxes)
        self._boxes: list[Box] = []
        self.add(boxes)

    def add(self, boxes: Sequence[Box]) -> None:
        """Remember where these stand."""
        self._left = min([self._left, *(box.left for box in boxes)])
        self._boxes += boxes

    def takes(self, boxes: Sequence[Box], close: bool) -> bool:
        """Whether these may stand in the same columns; `close` to what is above them."""
        prose = sum(box.width > SHORT * box.height for box in self._boxes)
        by_left = prose > len(self._boxes) / 2
        aligned = any(_aligned(box, seen, by_left) for box in boxes for seen in self._boxes)
        inside = min(box.left for box in boxes) >= self._left - INDENT
        return aligned or (close and inside and len(boxes) == 1)


def _aligned(one: Box, other: Box, by_left: bool) -> bool:
    """Whether two boxes begin, end or have their middle at one place; prose ends anywhere."""
    if abs(one.left - other.left) <= ALIGNED:
        return True
    middles = abs((one.left + one.right) - (other.left + other.right)) / 2
    return not by_left and min(abs(one.right - other.right), middles) <= ALIGNED


def _right_of(gutter: Gutter, level: Level) -> list[Box]:
    return [box for box in level.boxes if box.left >= gutter[0]]


def white_between(above: Level, below: Level) -> float:
    """The white between two levels, in heights of the lower one's lines."""
    heights = [line.box.height for line in below.lines]
    return (below.top - above.bottom) / min(heights) if heights else 0.0


def _same_type(one: Level, other: Level) -> bool:
    """Whether lines of two levels are about as large."""
    return any(
        abs(line.size - below.size) <= SAME_SIZE * line.size
        for line in one.lines
        for below in other.lines
    )
