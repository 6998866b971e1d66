"""From the words and lines of all pages to one stream of paragraphs and tables."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pdf.columns import Column, reading_order
from ingest.pdf.flow import Part, flow_of
from ingest.pdf.frames import take_frames
from ingest.pdf.lines import lines_of
from ingest.pdf.margins import PageLines, Trimmed, trim_pages
from ingest.pdf.shapes import PageContent
from ingest.pdf.tables import PageTable, take_tables


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document's paragraphs and tables in reading order, and each page's printed number."""

    flow: tuple[Part, ...]
    labels: tuple[str | None, ...]


def lay_out(pages: Sequence[PageContent]) -> LaidOut:
    """Find tables, drop running lines, put columns in order, and join what pages cut."""
    tables: list[list[PageTable]] = []
    lines: list[PageLines] = []
    for page in pages:
        found, rest = take_tables(page)
        tables.append(found)
        on_page = lines_of(rest, page.number, page.drawing.dots)
        lines.append(PageLines(page.number, page.height, tuple(on_page)))
    trimmed = trim_pages(lines)
    rights = [_right(page, kept) for page, kept in zip(tables, trimmed, strict=True)]
    usual = statistics.median(rights) if rights else 0.0
    columns: list[Column] = []
    for page, found, kept, right in zip(pages, tables, trimmed, rights, strict=True):
        # A page of short lines only (a cover) has the margins of the others.
        reach = max(right, min(usual, page.width))
        shades = page.drawing.shades
        frames, lines_left = take_frames(kept.lines, shades, page.width, page.height)
        columns += reading_order(lines_left, [*found, *frames], page.drawing.level, reach)
    return LaidOut(tuple(flow_of(columns)), tuple(page.label for page in trimmed))


def _right(tables: Sequence[PageTable], page: Trimmed) -> float:
    """How far to the right anything on a page reaches."""
    boxes = [*(table.box for table in tables), *(line.box for line in page.lines)]
    return max((box.right for box in boxes), default=0.0)
