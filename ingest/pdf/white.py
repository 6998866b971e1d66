"""The columns of words that stand under one another, told by the white between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.pdf.lines import Line, line_of
from ingest.pdf.shapes import Word

WHITE = 4.0  # points between columns, at least
STRAY = 0.1  # of the levels may reach across a column's edge, as a wide header does
SPACE = 0.45  # font sizes: words of two cells are further apart than words of one

Level = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Columns:
    """The left and right edge of each column."""

    edges: tuple[tuple[float, float], ...]

    def of(self, word: Word | Line) -> int:
        """The column that a word, or most of a line, stands in."""
        left, right = (word.left, word.right) if isinstance(word, Word) else word.box[::2]
        shares = [min(right, end) - max(left, start) for start, end in self.edges]
        return shares.index(max(shares))

    def cut(self, line: Line) -> dict[int, Line]:
        """The parts of a line that stand in each column."""
        parts: dict[int, list[Word]] = {}
        for word in line.words:
            parts.setdefault(self.of(word), []).append(word)
        if len(parts) == 1:
            return {next(iter(parts)): line}
        return {column: line_of(words, line.page) for column, words in parts.items()}

    def fits(self, line: Line) -> bool:
        """Whether a line stands in one of these columns, or falls apart into cells of several."""
        owners = [self.of(word) for word in line.words]
        return owners == sorted(owners) and all(
            two.left - one.right >= SPACE * one.size
            for (one, two), (a, b) in zip(pairwise(line.words), pairwise(owners), strict=True)
            if a != b
        )


def pieces(line: Line) -> list[tuple[float, float]]:
    """Where the parts of a line begin and end that wider spaces than usual part."""
    spans: list[tuple[float, float]] = []
    for word in line.words:
        if spans and word.left - spans[-1][1] < SPACE * word.size:
            spans[-1] = (spans[-1][0], word.right)
        else:
            spans.append((word.left, word.right))
    return spans


def find_columns(core: Sequence[Level]) -> Columns | None:
    """The columns of levels that each have words in several; None if no white parts them."""
    allowed = int(STRAY * len(core))
    events: list[tuple[float, int]] = []
    for level in core:
        for line in level:
            for left, right in pieces(line):
                events += [(left, 1), (right, -1)]
    events.sort()
    spans: list[tuple[float, float]] = []
    depth, start = 0, 0.0
    for at, change in events:
        before, depth = depth, depth + change
        if before <= allowed < depth:
            start = at
            if spans and at - spans[-1][1] < WHITE:
                start = spans.pop()[0]
        elif depth <= allowed < before:
            spans.append((start, at))
    return Columns(tuple(spans)) if len(spans) > 1 else None
