"""Sources as plain text: the words alone, and as the usual text conversions have them.

A conversion keeps tables as tab-separated lines whose cells hold `<p>` and `<b>`, and a row that
runs over a page is cut in two with the header repeated between.
"""

import html

from eval.sample.inline import marked, plain
from eval.sample.markup import (
    PAGE_BREAK_IN_CELL,
    Break,
    Cell,
    Chart,
    Contents,
    Grid,
    Heading,
    Item,
    Paragraph,
    Source,
    SourceBlock,
    contents_depth,
)


def plain_text(source: Source) -> str:
    """The words of a source in reading order, cells parted by tabs: what a quote must stand in."""
    return "\n".join(_plain_block(block) for block in source.blocks)


def _plain_block(block: SourceBlock) -> str:
    match block:
        case Grid(rows=rows):
            return "\n".join(
                "\t".join(plain(" ".join(_words(cell))) for cell in row) for row in rows
            )
        case Paragraph(text=text, label=label):
            return plain(f"{label} {text}".strip())
        case Heading(text=text) | Item(text=text) | Chart(title=text):
            return plain(text)
        case Break() | Contents():
            return ""


def _words(cell: Cell) -> list[str]:
    return [paragraph for paragraph in cell if paragraph != PAGE_BREAK_IN_CELL]


def text_conversion(source: Source) -> str:
    """The source as a text conversion of it would read."""
    parts = [_converted(block, source) for block in source.blocks]
    return "\n".join(part for part in parts if part) + "\n"


def _converted(block: SourceBlock, source: Source) -> str:
    match block:
        case Heading(level=level, text=text):
            return f"\n{'#' * (level + 1)} {plain(text)}\n"
        case Item(level=level, text=text):
            return f"{'  ' * (level - 1)}- {_link_lost(text)}"
        case Paragraph(text=text, label=label):
            return f"{'- ' if label else ''}{label}{' ' if label else ''}{_link_lost(text)}\n"
        case Chart(title=title):
            return f"{title}\n\n![]()\n"
        case Grid(rows=rows):
            return "\n".join(_table_lines(rows)) + "\n"
        case Contents():
            return _contents(source)
        case Break():
            return "\n"


def _link_lost(text: str) -> str:
    return marked(text, r"**\1**", r"[\1](#)")


def _contents(source: Source) -> str:
    names = [b.text for b in source.blocks if isinstance(b, Heading) and contents_depth(b)]
    return "\n".join(f"{name}\t{3 + place // 2}" for place, name in enumerate(names)) + "\n"


def _table_lines(rows: tuple[tuple[Cell, ...], ...]) -> list[str]:
    header = "\t".join(plain(" ".join(cell)) for cell in rows[0])
    lines = [header]
    for row in rows[1:]:
        for place, half in enumerate(_halves(row)):
            if place:
                lines += ["", header]
            lines.append("\t".join(_cell(cell) for cell in half))
    return lines


def _halves(row: tuple[Cell, ...]) -> list[tuple[Cell, ...]]:
    for column, cell in enumerate(row):
        if PAGE_BREAK_IN_CELL in cell:
            cut = cell.index(PAGE_BREAK_IN_CELL)
            first, rest = [*row], [Cell()] * len(row)
            first[column], rest[column] = cell[:cut], cell[cut + 1 :]
            return [tuple(first), *_halves(tuple(rest))]
    return [row]


def _cell(cell: Cell) -> str:
    paragraphs = [
        marked(paragraph, r"<b>\1</b>", r"\1", lambda words: html.escape(words, quote=False))
        for paragraph in cell
    ]
    if len(paragraphs) == 1:
        return paragraphs[0]
    return " ".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
