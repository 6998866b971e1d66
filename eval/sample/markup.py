"""The few block kinds that the sample's sources are written in, and how a source is read.

A source is a text file: `key: value` lines between two `---` lines, then one paragraph a line:

    # Heading            (one to four signs)
    - item               (two spaces of indent per level)
    [7.2] text           (a paragraph with its printed number)
    !table 40 30 30      (widths in percent; then `a | b | c` lines, the first one the header)
    !pairs 30 70         (as !table, but without a header)
    !rows 30 70          (header line, then rows of long cells: `L:` opens the left, `R:` the right)
    !end                 (ends either)
    !break, !contents, !chart Figure 1: title

A line `~~` within a long cell is where the text conversion breaks its page. Inline marks are
`**bold**` and `[words](address)`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE_BREAK_IN_CELL = "~~"
Cell = tuple[str, ...]  # its paragraphs


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of depth `level`, 1 outermost."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words, after their printed number if they have one."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A bullet of depth `level`, 1 outermost."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `widths` are shares of the text width, `header` whether `rows[0]` is one."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    header: bool = True


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of which only the title can be read."""

    title: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new page, where there are pages."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the headings that `contents_depth` lists."""


SourceBlock = Heading | Paragraph | Item | Grid | Chart | Break | Contents


def contents_depth(heading: Heading) -> int:
    """How deep a heading stands in the list of contents: 1 or 2; 0 where it is not listed."""
    if heading.level == 2 and heading.text != "Contents":
        return 1
    return 2 if heading.level == 3 and heading.text[0].isdigit() else 0


_HEADING = re.compile(r"(#{1,4}) (.*)")
_ITEM = re.compile(r"( *)- (.*)")
_NUMBERED = re.compile(r"\[(\S+)\] (.*)")


@dataclass(frozen=True, slots=True)
class Source:
    """One document to be built: its name, its metadata and its blocks."""

    name: str
    meta: dict[str, str]
    blocks: tuple[SourceBlock, ...]


def read_sources(folder: Path) -> list[Source]:
    """All sources of a folder, by name."""
    return [read_source(path) for path in sorted(folder.glob("*.md"))]


def read_source(path: Path) -> Source:
    """Read one source file; a line that is out of place raises ValueError naming the file."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    meta = {
        key.strip(): value.strip() for key, value in (line.split(":", 1) for line in _lines(head))
    }
    return Source(path.stem, meta, tuple(_blocks(iter(_lines(body)), path.name)))


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]


def _blocks(lines: Iterator[str], name: str) -> Iterator[SourceBlock]:
    for line in lines:
        if line.startswith("!"):
            yield _directive(line, lines, name)
        elif match := _HEADING.fullmatch(line):
            yield Heading(len(match[1]), match[2])
        elif match := _ITEM.fullmatch(line):
            yield Item(1 + len(match[1]) // 2, match[2])
        elif match := _NUMBERED.fullmatch(line):
            yield Paragraph(match[2], label=match[1])
        else:
            yield Paragraph(line)


def _directive(line: str, lines: Iterator[str], name: str) -> SourceBlock:
    word, _, rest = line.partition(" ")
    if word == "!break":
        return Break()
    if word == "!contents":
        return Contents()
    if word == "!chart":
        return Chart(rest)
    inside = list(iter(lambda: next(lines, "!end"), "!end"))
    if word in ("!table", "!pairs"):
        rows = [_short_row(row) for row in inside]
    elif word == "!rows":
        rows = [_short_row(inside[0]), *_long_rows(inside[1:])]
    else:
        raise ValueError(f"{name}: unknown directive {word}")
    if len({len(row) for row in rows}) != 1:
        raise ValueError(f"{name}: rows of unequal length in the table starting {inside[0]!r}")
    widths = tuple(int(width) for width in rest.split()) or (1,) * len(rows[0])
    return Grid(tuple(rows), widths, header=word != "!pairs")


def _short_row(line: str) -> tuple[Cell, ...]:
    return tuple((cell.strip(),) for cell in line.split("|"))


def _long_rows(lines: list[str]) -> Iterator[tuple[Cell, ...]]:
    left: list[str] = []
    right: list[str] = []
    side = left
    for line in lines:
        if line.startswith("L: ") or line == "L:":
            if left or right:
                yield tuple(left), tuple(right)
            left, right = [line[3:]], []
            side = left
        elif line.startswith("R: ") or line == "R:":
            right = [line[3:]]
            side = right
        else:
            side.append(line)
    yield tuple(left), tuple(right)
