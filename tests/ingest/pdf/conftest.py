"""PDF files made on the spot, and lines and words set by hand."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, SimpleDocTemplate
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

from ingest.document import BlockKind
from ingest.pdf import read_pdf
from ingest.pdf.lines import Line, line_of
from ingest.pdf.shapes import Word
from ingest.raw import RawBlock, RawDocument
from ingest.settings import IngestSettings

STYLES = getSampleStyleSheet()
PLAIN = ParagraphStyle("plain", STYLES["Normal"], spaceAfter=8)
JUSTIFIED = ParagraphStyle("justified", PLAIN, alignment=TA_JUSTIFY)
ADVANCE = 0.5  # of the size: how wide a letter is in lines set by hand

SENTENCES = (
    "The Commissioner asked the Chief Constable why fewer calls had been answered in time. "
    "He said that three causes had been found, and that each had been dealt with since then. "
)


@pytest.fixture(scope="session")
def text() -> Callable[..., Flowable]:
    """A paragraph to put into a PDF; `style` is one of reportlab's sample styles."""

    def make(words: str, style: str = "") -> Flowable:
        return Text(words, STYLES[style] if style else PLAIN)

    return make


@pytest.fixture(scope="session")
def justified() -> Callable[[str], Flowable]:
    return lambda words: Text(words, JUSTIFIED)


@pytest.fixture(scope="session")
def prose() -> str:
    return SENTENCES


@pytest.fixture(scope="session")
def grid() -> Callable[..., Flowable]:
    """A table with reportlab style commands; its long cells wrap."""

    def make(rows: Sequence[Sequence[object]], *style: tuple, **kwargs) -> Flowable:
        cells = [
            [
                Text(cell, PLAIN) if isinstance(cell, str) and len(cell) > 40 else cell
                for cell in row
            ]
            for row in rows
        ]
        return Grid(cells, style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *style], **kwargs)

    return make


@pytest.fixture
def make_pdf(tmp_path: Path) -> Callable[..., Path]:
    """Write a PDF of flowables; `margins` draws on every page."""

    def make(
        *flowables: Flowable,
        margins: Callable[[Canvas, int], None] | None = None,
        name: str = "paper.pdf",
        **kwargs,
    ) -> Path:
        path = tmp_path / name

        def draw(canvas: Canvas, template: SimpleDocTemplate) -> None:
            if margins:
                margins(canvas, template.page)

        template = SimpleDocTemplate(str(path), pagesize=A4, **kwargs)
        template.build(list(flowables), onFirstPage=draw, onLaterPages=draw)
        return path

    return make


@pytest.fixture
def draw_pdf(tmp_path: Path) -> Callable[..., Path]:
    """Write a PDF of pages that functions draw on a canvas."""

    def make(*pages: Callable[[Canvas], None], name: str = "drawn.pdf") -> Path:
        path = tmp_path / name
        canvas = Canvas(str(path), pagesize=A4)
        for page in pages:
            page(canvas)
            canvas.showPage()
        canvas.save()
        return path

    return make


@pytest.fixture
def read() -> Callable[..., RawDocument]:
    def read(path: Path, **settings) -> RawDocument:
        return read_pdf(path, IngestSettings(**settings))

    return read


def words_of(block: RawBlock) -> str:
    return " ".join(run.text for run in block.runs)


def rows_of(block: RawBlock) -> list[list[str]]:
    return [[" ".join(run.text for run in cell) for cell in row] for row in block.rows]


@pytest.fixture
def prose_of() -> Callable[[RawDocument], list[str]]:
    """The words of all blocks but tables."""
    return lambda raw: [words_of(b) for b in raw.blocks if b.kind is not BlockKind.TABLE]


@pytest.fixture
def headings_of() -> Callable[[RawDocument], list[str]]:
    return lambda raw: [words_of(b) for b in raw.blocks if b.kind is BlockKind.HEADING]


@pytest.fixture
def items_of() -> Callable[[RawDocument], list[str]]:
    return lambda raw: [words_of(b) for b in raw.blocks if b.kind is BlockKind.LIST_ITEM]


@pytest.fixture
def tables_of() -> Callable[[RawDocument], list[list[list[str]]]]:
    """The cells' words of every table."""
    return lambda raw: [rows_of(b) for b in raw.blocks if b.kind is BlockKind.TABLE]


def set_words(
    line: str, left: float = 50.0, top: float = 100.0, size: float = 10.0, bold: bool = False
) -> list[Word]:
    """The words of a line, every letter equally wide."""
    words: list[Word] = []
    for text in line.split(" "):
        right = left + ADVANCE * size * len(text)
        words.append(Word(text, left, top, right, top + 1.2 * size, size, bold))
        left = right + ADVANCE * size
    return words


@pytest.fixture(scope="session")
def set_line() -> Callable[..., Line]:
    def make(line: str, page: int = 1, **place) -> Line:
        return line_of(set_words(line, **place), page)

    return make


@pytest.fixture(scope="session")
def set_line_words() -> Callable[..., list[Word]]:
    return set_words
