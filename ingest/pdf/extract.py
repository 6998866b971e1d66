"""Opening a PDF with pdfium, and taking a page's words and lines out of it."""

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.errors import DamagedFile, EncryptedFile, TooManyPages
from ingest.pdf.drawing import page_drawing
from ingest.pdf.placing import Placing
from ingest.pdf.quality import FEW_WORDS
from ingest.pdf.shapes import PageContent
from ingest.pdf.tags import tagged_headings
from ingest.pdf.words import page_words
from ingest.settings import IngestSettings

OUTLINED = 150  # drawn shapes on a page without words: letters turned into outlines
MAX_PICTURES = 2_000


def open_pdf(name: str, data: bytes, settings: IngestSettings) -> pypdfium2.PdfDocument:
    """Open a PDF.

    Raises EncryptedFile, DamagedFile or TooManyPages.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFile(
                name, "is locked with a password", "Save a copy without one and add that."
            ) from error
        raise DamagedFile(name, "is damaged or no PDF", "Fetch or export it again.") from error
    count = len(document)
    if count == 0:
        document.close()
        raise DamagedFile(name, "has no pages", "Fetch or export it again.")
    if count > settings.max_pages:
        document.close()
        raise TooManyPages(
            name,
            f"has {count:,} pages, more than the {settings.max_pages:,} allowed",
            "Split it, or raise the setting max_pages.",
        )
    return document


def page_content(document: pypdfium2.PdfDocument, index: int) -> PageContent:
    """The words and lines of a page, counted from 0. A page that cannot be read has none."""
    number = index + 1
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return PageContent(number, 0.0, 0.0, (), broken=True)
    placing = _placing(page)
    text_page = page.get_textpage()
    words, unmapped = page_words(text_page, placing)
    drawing = page_drawing(page, placing)
    pictured = _pictured(page, placing) if len(words) < FEW_WORDS else 0.0
    headings = tagged_headings(page)
    text_page.close()
    page.close()
    return PageContent(
        number,
        placing.width,
        placing.height,
        words,
        drawing,
        unmapped,
        pictured,
        headings=headings,
    )


def _placing(page: pypdfium2.PdfPage) -> Placing:
    left, bottom, right, top = page.get_cropbox()
    return Placing(left, bottom, right, top, page.get_rotation() // 90)


def _pictured(page: pypdfium2.PdfPage, placing: Placing) -> float:
    """The share of a page that pictures cover, or 1 for text drawn as outlines."""
    area = placing.width * placing.height
    covered = 0.0
    for count, picture in enumerate(page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        if count >= MAX_PICTURES:
            break
        if picture.level > 0:
            return 1.0  # its place depends on the form around it: taken to cover the page
        left, bottom, right, top = picture.get_bounds()
        covered += max(right - left, 0.0) * max(top - bottom, 0.0)
    if covered == 0.0 and pdfium.FPDFPage_CountObjects(page.raw) > OUTLINED:
        return 1.0
    return covered / area if area > 0 else 0.0
