"""First step: every block's words made plain, blocks without words dropped."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.document import BlockKind
from ingest.markup import plain
from ingest.raw import RawBlock, RawCell, Run
from ingest.structure.titles import cannot_head
from ingest.structure.words import label_of

_BULLET = re.compile(r"[•●○▪■▫◦‣⁃∙·➢➤✓✔☑❖➔\uf0b7\uf0a7\uf0d8]\s*(?=\S)")
_BRACKETED_LINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_RULE = re.compile(r"[\s\-–—_=.*|]*")
_HAS_WORD = re.compile(r"\w")


def clean_blocks(blocks: Iterable[RawBlock]) -> list[RawBlock]:
    """Blocks with plain words; a table of one column becomes paragraphs."""
    return [clean for block in blocks for clean in _clean(block)]


def _clean(block: RawBlock) -> Iterator[RawBlock]:
    if block.kind is BlockKind.TABLE:
        yield from _clean_table(block)
        return
    runs = _clean_runs(block.runs)
    if not runs or not any(_HAS_WORD.search(run.text) for run in runs):
        return
    bullet = _BULLET.match(runs[0].text)
    if bullet and block.kind is not BlockKind.HEADING:
        runs = (replace(runs[0], text=runs[0].text[bullet.end() :]), *runs[1:])
        if block.kind is BlockKind.PARAGRAPH:
            block = replace(block, kind=BlockKind.LIST_ITEM, level=1, bold=False)
    if block.kind is BlockKind.HEADING and cannot_head(label_of(" ".join(r.text for r in runs))[1]):
        block = replace(block, kind=BlockKind.PARAGRAPH, level=0)
    yield replace(block, runs=runs)


def _clean_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    plain_runs = (replace(run, text=_BRACKETED_LINK.sub(r"\1", plain(run.text))) for run in runs)
    return tuple(run for run in plain_runs if run.text)


def _clean_table(block: RawBlock) -> Iterator[RawBlock]:
    rows = [tuple(_clean_runs(cell) for cell in row) for row in block.rows]
    rows = [row for row in rows if any(row) and not _is_rule(row)]
    width = max(map(len, rows), default=0)
    if width:
        yield replace(block, rows=tuple(_fit(row, width) for row in rows))


def settle_tables(blocks: Iterable[RawBlock]) -> list[RawBlock]:
    """Blocks with blank columns at a table's right edge dropped, and layout tables opened.

    A table that has no row of two filled cells becomes paragraphs. Asked after cut tables are
    joined, for the rest of a cut row may be one cell, and its blank ones say where it belongs.
    """
    settled: list[RawBlock] = []
    for block in blocks:
        if block.kind is not BlockKind.TABLE:
            settled.append(block)
        elif all(sum(map(bool, row)) < 2 for row in block.rows):
            cells = (cell for row in block.rows for cell in row if cell)
            settled.extend(RawBlock(BlockKind.PARAGRAPH, cell) for cell in cells)
        else:
            width = max(map(_width, block.rows))
            settled.append(replace(block, rows=tuple(row[:width] for row in block.rows)))
    return settled


def _is_rule(row: tuple[RawCell, ...]) -> bool:
    """Whether a row only draws a line under the one above, as Markdown tables do."""
    words = [run.text for cell in row for run in cell]
    return all(_RULE.fullmatch(text) for text in words) and any("--" in text for text in words)


def _width(row: tuple[RawCell, ...]) -> int:
    return max((place for place, cell in enumerate(row, start=1) if cell), default=0)


def _fit(row: tuple[RawCell, ...], width: int) -> tuple[RawCell, ...]:
    return (*row, *(() for _ in range(width - len(row))))
