"""Reading with pypdf what pdfium cannot open."""

import pytest
from reportlab.platypus import PageBreak

from ingest.errors import DamagedFile, TooManyPages
from ingest.pdf import reader
from ingest.pdf.fallback import LOST, read_plainly
from ingest.settings import IngestSettings


def test_lines_and_pages_without_pdfium(make_pdf, text, prose_of, read, monkeypatch):
    path = make_pdf(text("The Panel noted it."), PageBreak(), text("It rose at noon."))

    def broken(*_):
        raise DamagedFile("paper.pdf", "is damaged", "")

    monkeypatch.setattr(reader, "open_pdf", broken)
    raw = read(path)
    assert prose_of(raw) == ["The Panel noted it.", "It rose at noon."]
    assert [block.runs[0].page for block in raw.blocks] == [1, 2]
    assert [page.number for page in raw.pages] == [1, 2]
    assert raw.problems == (LOST,)


def test_what_no_reader_opens():
    with pytest.raises(DamagedFile, match="no reader can open it"):
        read_plainly("x.pdf", b"%PDF-1.4 and nothing more", IngestSettings())


def test_page_limit(make_pdf, text):
    path = make_pdf(text("One."), PageBreak(), text("Two."))
    with pytest.raises(TooManyPages, match="has 2 pages, more than the 1 allowed"):
        read_plainly("x.pdf", path.read_bytes(), IngestSettings(max_pages=1))
