"""Reading a PDF: its pages to words and lines, these to blocks."""

from collections.abc import Sequence
from pathlib import Path

from ingest.document import FileFormat, Page
from ingest.errors import DamagedFile, FileTooLarge, MismatchedFile, TextlessFile
from ingest.file_bytes import read_bytes
from ingest.pdf.blocks import blocks_of
from ingest.pdf.extract import open_pdf, page_content
from ingest.pdf.fallback import read_plainly
from ingest.pdf.file_info import FileInfo, file_info
from ingest.pdf.layout import lay_out
from ingest.pdf.scans import read_pictures
from ingest.pdf.shapes import PageContent
from ingest.raw import RawDocument
from ingest.settings import IngestSettings

MARK = b"%PDF-"
MARK_WITHIN = 1024  # bytes: readers allow some rubbish before the mark


def read_pdf(path: Path, settings: IngestSettings) -> RawDocument:
    """Read a PDF file.

    Raises: an IngestError: MismatchedFile, EncryptedFile, DamagedFile, TooManyPages, FileTooLarge,
    or TextlessFile where no page gives a word.
    """
    data = read_bytes(path, settings)
    if MARK not in data[:MARK_WITHIN]:
        raise MismatchedFile(
            path.name, "it is not a PDF, whatever its ending says", "Fetch or export it again."
        )
    try:
        pages, problems, info = _extract(path.name, data, settings)
    except DamagedFile:
        return read_plainly(path.name, data, settings)
    laid_out = lay_out(pages)
    tags = {(page.number, mark): page.headings[mark] for page in pages for mark in page.headings}
    blocks = blocks_of(laid_out.flow, info.outline, tags)
    if not blocks:
        what = "; ".join(problems) or "it has no words on any page"
        raise TextlessFile(path.name, what, "Nothing of it was read.")
    return RawDocument(
        format=FileFormat.PDF,
        blocks=blocks,
        pages=_labelled(laid_out.labels, info.labels),
        info=info.info,
        problems=(*problems, *_unread(info)),
    )


def _extract(
    name: str, data: bytes, settings: IngestSettings
) -> tuple[list[PageContent], tuple[str, ...], FileInfo]:
    with open_pdf(name, data, settings) as document:
        pages: list[PageContent] = []
        letters = 0
        for index in range(len(document)):
            pages.append(page_content(document, index))
            letters += sum(len(word.text) for word in pages[-1].words)
            if letters > settings.max_characters:
                raise FileTooLarge(
                    name,
                    f"it holds more than the {settings.max_characters:,} characters allowed",
                    "Split it, or raise the setting max_characters.",
                )
        read, problems = read_pictures(document, pages, settings)
        return read, problems, file_info(document)


def _labelled(printed: Sequence[str | None], own: Sequence[str]) -> tuple[Page, ...]:
    """The pages, labelled as the file says, else as a number printed on them does."""
    return tuple(
        Page(number, label or seen)
        for number, (label, seen) in enumerate(zip(own, printed, strict=True), start=1)
    )


def _unread(info: FileInfo) -> tuple[str, ...]:
    if not info.attachments:
        return ()
    return (f"{info.attachments} files attached inside it were not read",)
