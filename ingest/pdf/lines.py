"""From words to lines: words on one level, left to right, parted at wide gaps."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.pdf.shapes import Box, Word

GAP = 1.5  # in font sizes: a wider white space parts two columns or cells
SAME_LEVEL = 0.45  # of the height: middles closer than this stand on one line, raised figures too
LABEL_GAP = 7.0  # what follows a bullet or number may stand this far off
BULLET = re.compile(r"[•◦▪‣●○■□➢➤▶✓✔·∙⁃\uf0b7\uf0a7\uf0d8\uf076o§–—-]")
LABEL = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]?|\d{1,3}\.", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one level with no wide gap between them.

    `text` is the words with single spaces, `size` that of most letters in points, `bold` holds if
    all are. `bullet` is a bullet that is drawn, not written. `apart` is a line made of several
    that stand on one level with wide gaps: no sentence goes on from it, or into it. `tight` is one
    word that fills its line, so that it may be broken off there.
    """

    words: tuple[Word, ...]
    box: Box
    page: int
    text: str
    size: float
    bold: bool
    bullet: bool = False
    apart: bool = False
    tight: bool = False


def lines_of(words: Sequence[Word], page: int, dots: Sequence[Box] = ()) -> list[Line]:
    """The lines of a page or cell, from the top, those on one level from the left."""
    lines: list[Line] = []
    for level in _levels(words):
        lines += [line_of(part, page) for part in _parted(level)]
    return _with_bullets(lines, dots) if dots else lines


def _levels(words: Sequence[Word]) -> list[list[Word]]:
    levels: list[list[Word]] = []
    first_middle = first_height = 0.0
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        middle, height = (word.top + word.bottom) / 2, word.bottom - word.top
        if levels and middle - first_middle <= SAME_LEVEL * max(height, first_height):
            levels[-1].append(word)
        else:
            levels.append([word])
            first_middle, first_height = middle, height
    for level in levels:
        level.sort(key=lambda word: word.left)
    return levels


def _parted(level: Sequence[Word]) -> list[list[Word]]:
    parts: list[list[Word]] = [[level[0]]]
    for word in level[1:]:
        before = parts[-1]
        allowed = GAP * max(word.size, before[-1].size)
        if len(before) == 1 and _is_label(before[0].text):
            allowed = LABEL_GAP * word.size
        if word.left - before[-1].right > allowed:
            parts.append([word])
        else:
            before.append(word)
    return parts


def _is_label(text: str) -> bool:
    return BULLET.fullmatch(text) is not None or LABEL.fullmatch(text) is not None


def line_of(words: Sequence[Word], page: int) -> Line:
    """The line that these words make, given from the left."""
    box = Box(
        words[0].left,
        min([word.top for word in words]),
        max([word.right for word in words]),
        max([word.bottom for word in words]),
    )
    text = " ".join([word.text for word in words])
    bold = all(word.bold for word in words)
    return Line(tuple(words), box, page, text, _size(words), bold)


def _size(words: Sequence[Word]) -> float:
    sizes = {word.size for word in words}
    if len(sizes) == 1:
        return words[0].size
    weights = dict.fromkeys(sizes, 0)
    for word in words:
        weights[word.size] += len(word.text)
    return max(weights, key=lambda size: (weights[size], size))


def merged(lines: Sequence[Line]) -> Line:
    """One line of several that stand on one level, from the left."""
    if len(lines) == 1:
        return lines[0]
    words = [word for line in lines for word in line.words]
    return replace(line_of(words, lines[0].page), bullet=lines[0].bullet, apart=True)


def _with_bullets(lines: Sequence[Line], dots: Sequence[Box]) -> list[Line]:
    """Mark each line that has a drawn dot just before it, at its middle height."""
    marked: list[Line] = []
    for line in lines:
        reach = 3 * line.size
        bullet = any(
            line.box.top < (dot.top + dot.bottom) / 2 < line.box.bottom
            and -1 < line.box.left - dot.right < reach
            for dot in dots
        )
        marked.append(replace(line, bullet=True) if bullet else line)
    return marked
