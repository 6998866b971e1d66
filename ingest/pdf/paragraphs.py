"""From lines to paragraphs, by the signs a reader goes by.

A new paragraph begins after a wider space, a short last line, an indent, another type, a bullet
or a number. Each sign alone can mislead, so the words have a say too: a line that ends without a
full stop before one that begins in lower case goes on.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.pdf.lines import BULLET, Line
from ingest.pdf.shapes import Box

WIDER = 1.3  # a step from line to line this many times the usual one ends a paragraph
LIKELY_STEP = 1.5  # no more, unless lines are seen to go on further apart
FARTHEST = 2.2  # no two lines of a paragraph are further apart than this, in font sizes
MID_SENTENCE = 0.25  # of the width: room that shows a line to be short though no stop ends it
LETTER = 1.3  # a letter may be so much wider than those of a word are on average
INDENT = 0.8  # in font sizes
SAME_SIZE = 0.08  # share by which sizes of one paragraph may differ
OTHER_SIZE = 0.3  # share by which they differ in no sentence
BROKEN = re.compile(r"\w-$")
ENDED = re.compile(r"[.!?:;][\"'”’)\]]*$")
NUMBERED = re.compile(
    r"(?:\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}|\(?(?:[a-z]|[ivx]{2,4})\)|[a-h]\.)\s"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that read on. `bullet` holds for a list item whose mark is drawn or written."""

    lines: tuple[Line, ...]
    bullet: bool = False

    @property
    def box(self) -> Box:
        """The outline of its lines."""
        return Box(
            min(line.box.left for line in self.lines),
            self.lines[0].box.top,
            max(line.box.right for line in self.lines),
            self.lines[-1].box.bottom,
        )

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def size(self) -> float:
        """The size of its first line, in points."""
        return self.lines[0].size


def paragraphs_of(lines: Sequence[Line], right: float) -> list[Paragraph]:
    """The paragraphs of one column or cell, whose lines may reach as far as `right`."""
    step = usual_step(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _breaks(groups[-1], line, right, step):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(tuple(_tight(group, right)), is_item(group[0])) for group in groups]


def _tight(lines: Sequence[Line], right: float) -> list[Line]:
    """The lines, those marked where a word alone on one leaves no room for the next letter."""
    marked = list(lines)
    for place, (line, following) in enumerate(pairwise(lines)):
        if len(line.words) == 1:
            word = following.words[0]
            letter = (word.right - word.left) / len(word.text)
            if right - line.box.right < LETTER * letter:
                marked[place] = replace(line, tight=True)
    return marked


def is_item(line: Line) -> bool:
    """Whether a line begins with a bullet."""
    return line.bullet or (len(line.words) > 1 and BULLET.fullmatch(line.words[0].text) is not None)


def usual_step(lines: Sequence[Line]) -> float:
    """From line to line within paragraphs, in font sizes.

    Best told by lines that go on in mid-sentence; else the least step that is common, as far as it
    is a likely one.
    """
    steps: Counter[float] = Counter()
    sure: Counter[float] = Counter()
    for one, two in pairwise(lines):
        if one.page == two.page and one.size > 0:
            step = round((two.box.top - one.box.top) / one.size, 1)
            if 0.7 < step < FARTHEST:
                steps[step] += 1
                sure[step] += runs_on(one, two)
    if sure.total() > 0:
        return max(sure, key=lambda step: (sure[step], -step))
    enough = max(steps.values(), default=0) * 0.2
    common = [step for step, count in steps.items() if count >= enough]
    return min([*common, LIKELY_STEP])


def _breaks(before: Sequence[Line], line: Line, right: float, step: float) -> bool:
    """Whether `line` begins a new paragraph after the lines `before`."""
    last = before[-1]
    if is_item(line) or line.apart or last.apart:
        return True
    size = max(last.size, 1.0)
    if _changes_weight(last, line):
        return True
    if abs(line.size - size) > OTHER_SIZE * min(size, line.size):
        return True
    if abs(line.size - size) > SAME_SIZE * size:
        return not runs_on(last, line) or line.box.top - last.box.top > FARTHEST * size
    down = (line.box.top - last.box.top) / size
    if down > min(step * WIDER, FARTHEST) or down < -0.5:
        return True
    if runs_on(last, line):
        return False
    if NUMBERED.match(line.text) and (
        _continues_numbers(before[0], line)
        or ENDED.search(last.text)
        or is_short(last, line, right)
    ):
        return True
    return is_short(last, line, right) or _is_indented(before, line, size)


def _changes_weight(last: Line, line: Line) -> bool:
    """Whether bold type begins or ends with the whole line, not in the middle of a sentence."""
    return line.bold != last.bold and line.words[0].bold != last.words[-1].bold


def runs_on(last: Line, line: Line) -> bool:
    """Whether the words go on: no stop at the end and a small letter after it, or a hyphen."""
    if BROKEN.search(last.text):
        return line.text[0].isalnum()
    return line.text[0].islower() and not ENDED.search(last.text) and not NUMBERED.match(line.text)


def _continues_numbers(first: Line, line: Line) -> bool:
    """Whether both lines begin with a number at the same place, as items of one list do."""
    return NUMBERED.match(first.text) is not None and abs(first.box.left - line.box.left) < 2.0


def is_short(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of `line` would still have fitted on the line before.

    Words tied by no-break spaces look like several, so in mid-sentence it takes more room.
    """
    first = line.words[0]
    room = right - last.box.right
    if not ENDED.search(last.text) and room < MID_SENTENCE * (right - last.box.left):
        return False
    return room > (first.right - first.left) + last.size


def _is_indented(before: Sequence[Line], line: Line, size: float) -> bool:
    """Whether `line` stands further in than a line that is not the paragraph's first."""
    inward = line.box.left - before[-1].box.left
    if len(before) == 1:
        return False
    return abs(inward) > INDENT * size
