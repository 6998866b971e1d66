"""Which pages are read from their picture, and what is said where that cannot be."""

import shutil
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader

from ingest.errors import TextlessFile
from ingest.pdf import scans
from ingest.pdf.quality import Fault, page_fault
from ingest.pdf.scans import page_names
from ingest.pdf.shapes import PageContent, Word
from ingest.time_needed import granting_time

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed"
)


def page(text, unmapped=0, pictured=0.0):
    words = tuple(Word(word, 0, 0, 10, 10, 10) for word in text.split())
    return PageContent(1, 595, 842, words, unmapped=unmapped, pictured=pictured)


PROSE = (
    "The Commissioner asked the Chief Constable why fewer calls had been answered in time "
    "during the autumn. He said that three causes had been found: new software which often failed, "
    "vacancies among the operators who take calls at night, and a sharp rise in calls on parking "
    "that belong to councils. Training began in October, recruits arrived before Christmas, and a "
    "leaflet explaining where to complain went to every household in the county. "
)


def shifted(text):
    """As a font reads whose letters are mapped three places on."""
    return "".join(chr(ord(sign) + 3) if sign.isalpha() else sign for sign in text)


NAMES = " ".join(
    f"{first} {last}"
    for first in ("Sarah", "Paul", "Judith", "Edith", "Oliver", "Parveen")
    for last in ("Taylor", "Sanford", "Amberley", "Marwood", "Strang", "Ashdene")
)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (page(PROSE), None),
        (page(NAMES), None),
        (page("Month 1 37 90.1% " * 60), None),
        (page("1,204 (73) £1.5m -0.4pp 12% " * 40), None),
        (page(""), None),
        (page("", pictured=0.9), Fault.PICTURE),
        (page("Scanned 12 June", pictured=0.8), Fault.PICTURE),
        (page("Foreword", pictured=0.2), None),
        (page(PROSE, unmapped=60), Fault.UNMAPPED),
        (page("\ue001\ue002 \ue003\ue004 " * 40), Fault.UNMAPPED),
        (page(shifted(PROSE.lower())), Fault.SCRAMBLED),
    ],
)
def test_faults(content, fault):
    assert page_fault(content) is fault


def test_page_names():
    assert page_names([3]) == "page 3"
    assert page_names([1, 2, 3, 7, 9, 10]) == "pages 1-3, 7, 9-10"


@pytest.fixture
def picture_page(read, draw_pdf):
    """A page drawn, and drawn again as nothing but its picture."""
    import pypdfium2

    def make(draw):
        plain = draw_pdf(draw, name="plain.pdf")
        with pypdfium2.PdfDocument(plain) as document:
            image = document[0].render(scale=150 / 72).to_pil()
        return lambda canvas: canvas.drawImage(ImageReader(image), 0, 0, 595, 842)

    return make


def words_page(canvas):
    canvas.setFont("Helvetica", 12)
    canvas.drawString(60, 740, "Minutes of the meeting held on 8 July 2025")
    for y in (700, 670, 640):
        canvas.line(50, y, 500, y)
    for x in (50, 250, 500):
        canvas.line(x, 640, x, 700)
    for row, cells in enumerate([("Question", "Answer"), ("Why was it late?", "It was not.")]):
        canvas.drawString(60, 680 - 30 * row, cells[0])
        canvas.drawString(260, 680 - 30 * row, cells[1])
    for row, item in enumerate(["Calls were answered sooner", "Fewer calls were lost"]):
        canvas.circle(70, 584 - 20 * row, 2, fill=1, stroke=0)
        canvas.drawString(84, 580 - 20 * row, item)


@needs_tesseract
def test_a_picture_is_read_like_a_page(draw_pdf, read, picture_page, prose_of, tables_of, items_of):
    raw = read(draw_pdf(picture_page(words_page)))
    assert prose_of(raw)[0] == "Minutes of the meeting held on 8 July 2025"
    assert tables_of(raw) == [[["Question", "Answer"], ["Why was it late?", "It was not."]]]
    assert items_of(raw) == ["Calls were answered sooner", "Fewer calls were lost"]
    assert raw.problems == ()


@needs_tesseract
def test_only_bad_pages_are_read_from_pictures_and_time_is_asked_for(
    draw_pdf, read, picture_page, prose_of
):
    picture = picture_page(words_page)
    asked: list[float] = []
    with granting_time(asked.append):
        raw = read(draw_pdf(words_page, picture, words_page), ocr_page_seconds=7.0)
    assert asked == [7.0]
    assert [text for text in prose_of(raw) if "Minutes" in text] == [
        "Minutes of the meeting held on 8 July 2025"
    ] * 3


def test_without_tesseract_the_pages_are_named(
    draw_pdf, read, picture_page, prose_of, monkeypatch: pytest.MonkeyPatch
):
    path = draw_pdf(words_page, picture_page(words_page), picture_page(words_page))
    monkeypatch.setattr(scans, "tesseract", lambda: None)
    raw = read(path)
    assert prose_of(raw)[0].startswith("Minutes")
    (problem,) = raw.problems
    assert problem.startswith("pages 2-3")
    assert "Tesseract is not installed" in problem


def test_without_tesseract_a_scan_fails_and_says_why(
    draw_pdf, read, picture_page, monkeypatch: pytest.MonkeyPatch
):
    path: Path = draw_pdf(picture_page(words_page))
    monkeypatch.setattr(scans, "tesseract", lambda: None)
    with pytest.raises(TextlessFile, match=r"picture.*Tesseract is not installed"):
        read(path)
    with pytest.raises(TextlessFile, match="switched off"):
        read(path, ocr=False)
