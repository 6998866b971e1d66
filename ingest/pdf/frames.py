"""Boxes of text that stand by themselves: sidebars, key figures, call-outs on a tinted ground.

What stands in one is read together. Shades that touch one another are cells of a table, and a
shade behind a single line is a row or a highlight: these are left alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pdf.lines import Line
from ingest.pdf.shapes import Box

TOUCHING = 3.0  # points
WIDEST = 0.85  # of the page's width: a wider shade is the ground of a page or section
TALLEST = 0.8  # of its height
LEAST_LINES = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines of a box that is read by itself."""

    box: Box
    lines: tuple[Line, ...]


def take_frames(
    lines: Sequence[Line], shades: Sequence[Box], width: float, height: float
) -> tuple[list[Frame], list[Line]]:
    """The boxes of a page of this size, and the lines that stand in none."""
    frames: list[Frame] = []
    rest = list(lines)
    for shade in sorted(set(shades), key=lambda box: (box.width * box.height, box)):
        if not _is_ground(shade, shades, width, height):
            continue
        inside = [line for line in rest if _holds(shade, line.box)]
        if len({round(line.box.top) for line in inside}) < LEAST_LINES:
            continue
        frames.append(Frame(shade, tuple(inside)))
        rest = [line for line in rest if not _holds(shade, line.box)]
    return frames, rest


def _is_ground(shade: Box, shades: Sequence[Box], width: float, height: float) -> bool:
    if shade.width > WIDEST * width or shade.height > TALLEST * height:
        return False
    return not any(_touch(shade, other) for other in shades if other != shade)


def _touch(one: Box, other: Box) -> bool:
    """Whether two boxes lie edge to edge, as cells and rows do; one within the other does not."""
    if _holds(one, other) or _holds(other, one):
        return False
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across >= -TOUCHING and down >= -TOUCHING


def _holds(outer: Box, inner: Box) -> bool:
    slack = 1.0
    return (
        outer.left - slack <= inner.left
        and inner.right <= outer.right + slack
        and outer.top - slack <= (inner.top + inner.bottom) / 2 <= outer.bottom + slack
    )
