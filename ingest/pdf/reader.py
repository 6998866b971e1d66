"""Reading a PDF: its pages to words and lines, these to blocks."""

import statistics
from pathlib import Path

from ingest.document import FileFormat, Page
from ingest.errors import TextlessFile
from ingest.pdf.blocks import blocks_of
from ingest.pdf.columns import Column, reading_order
from ingest.pdf.extract import open_pdf, page_content
from ingest.pdf.file_info import FileInfo, file_info
from ingest.pdf.flow import flow_of
from ingest.pdf.lines import lines_of
from ingest.pdf.margins import PageLines, Trimmed, trim_pages
from ingest.pdf.scans import read_pictures
from ingest.pdf.shapes import PageContent
from ingest.pdf.tables import PageTable, take_tables
from ingest.raw import RawDocument
from ingest.settings import IngestSettings


def read_pdf(path: Path, settings: IngestSettings) -> RawDocument:
    """Read a PDF file.

    Raises EncryptedFile, DamagedFile, TooManyPages or TextlessFile.
    """
    data = path.read_bytes()
    with open_pdf(path.name, data, settings) as document:
        extracted = [page_content(document, index) for index in range(len(document))]
        pages, problems = read_pictures(document, extracted, settings)
    info = file_info(data)
    tables, lines = _tables_and_lines(pages)
    trimmed = trim_pages(lines)
    rights = [_right(page, kept) for page, kept in zip(tables, trimmed, strict=True)]
    usual = statistics.median(rights) if rights else 0.0
    columns: list[Column] = []
    for page, found, kept, right in zip(pages, tables, trimmed, rights, strict=True):
        rules = page.drawing.level
        columns += reading_order(kept.lines, found, rules, max(right, min(usual, page.width)))
    blocks = blocks_of(flow_of(columns))
    if not blocks:
        what = "; ".join(problems) or "has no text on any page"
        raise TextlessFile(path.name, what, "Nothing of it was read.")
    return RawDocument(
        format=FileFormat.PDF,
        blocks=blocks,
        pages=_labelled(trimmed, info),
        info=info.info,
        problems=problems,
    )


def _tables_and_lines(
    pages: list[PageContent],
) -> tuple[list[list[PageTable]], list[PageLines]]:
    tables: list[list[PageTable]] = []
    lines: list[PageLines] = []
    for page in pages:
        found, rest = take_tables(page)
        tables.append(found)
        on_page = lines_of(rest, page.number, page.drawing.dots)
        lines.append(PageLines(page.number, page.height, tuple(on_page)))
    return tables, lines


def _right(tables: list[PageTable], page: Trimmed) -> float:
    """How far to the right anything on a page reaches."""
    boxes = [*(table.box for table in tables), *(line.box for line in page.lines)]
    return max((box.right for box in boxes), default=0.0)


def _labelled(trimmed: list[Trimmed], info: FileInfo) -> tuple[Page, ...]:
    labels: list[str | None] = [page.label for page in trimmed]
    if len(info.labels) == len(trimmed):
        labels = [own or printed for own, printed in zip(info.labels, labels, strict=True)]
    return tuple(Page(number, label) for number, label in enumerate(labels, start=1))
