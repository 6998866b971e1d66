"""Reading a PDF: its pages to words and lines, these to blocks."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from ingest.document import FileFormat, Page
from ingest.errors import DamagedFile, EncryptedFile, TextlessFile, TooManyPages
from ingest.pdf.blocks import blocks_of
from ingest.pdf.columns import Column, reading_order
from ingest.pdf.drawing import page_drawing
from ingest.pdf.file_info import FileInfo, file_info
from ingest.pdf.flow import flow_of
from ingest.pdf.lines import lines_of
from ingest.pdf.margins import PageLines, Trimmed, trim_pages
from ingest.pdf.placing import Placing
from ingest.pdf.shapes import PageContent
from ingest.pdf.tables import PageTable, take_tables
from ingest.pdf.words import page_words
from ingest.raw import RawDocument
from ingest.settings import IngestSettings


def read_pdf(path: Path, settings: IngestSettings) -> RawDocument:
    """Read a PDF file.

    Raises EncryptedFile, DamagedFile, TooManyPages or TextlessFile.
    """
    data = path.read_bytes()
    pages = list(_pages(path.name, data, settings))
    info = file_info(data)
    tables, lines = _tables_and_lines(pages)
    trimmed = trim_pages(lines)
    columns: list[Column] = []
    for page, kept in zip(tables, trimmed, strict=True):
        columns += reading_order(kept.lines, page)
    blocks = blocks_of(flow_of(columns))
    if not blocks:
        raise TextlessFile(path.name, "has no text on any page", "It may be a scan.")
    return RawDocument(
        format=FileFormat.PDF,
        blocks=blocks,
        pages=_labelled(trimmed, info),
        info=info.info,
    )


def _pages(name: str, data: bytes, settings: IngestSettings) -> Iterator[PageContent]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFile(
                name, "is locked with a password", "Save a copy without one."
            ) from error
        raise DamagedFile(name, "is not a readable PDF", "Fetch or export it again.") from error
    with document:
        if len(document) > settings.max_pages:
            raise TooManyPages(
                name,
                f"has {len(document)} pages, more than the {settings.max_pages} allowed",
                "Split it, or raise max_pages.",
            )
        for number in range(1, len(document) + 1):
            yield _page(document, number)


def _page(document: pypdfium2.PdfDocument, number: int) -> PageContent:
    page = document[number - 1]
    left, bottom, right, top = page.get_cropbox()
    placing = Placing(left, bottom, right, top, page.get_rotation() // 90)
    words, unmapped = page_words(page.get_textpage(), placing)
    drawing = page_drawing(page, placing)
    return PageContent(number, placing.width, placing.height, words, drawing, unmapped)


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


def _labelled(trimmed: list[Trimmed], info: FileInfo) -> tuple[Page, ...]:
    labels: list[str | None] = [page.label for page in trimmed]
    if len(info.labels) == len(trimmed):
        labels = [own or printed for own, printed in zip(info.labels, labels, strict=True)]
    return tuple(Page(number, label) for number, label in enumerate(labels, start=1))
