"""Pages as pictures, and where a quote stands on them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen import canvas

from ingest.errors import DamagedFile
from ingest.pdf.locate import boxes_of, occurrence_of
from ingest.pdf.render import render_page
from ingest.pdf.shapes import Word

LINES = {
    700: "Speed checks were made in 212 villages by volunteers.",
    520: "The depot bought 17 bicycles in March 2025, and the",
    505: "fund paid for all of them.",
    300: "Speed checks were made in 212 villages by volunteers.",
}


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    sheet = canvas.Canvas(str(path), pagesize=(595, 842))
    sheet.setFont("Helvetica", 11)
    for height, words in LINES.items():
        sheet.drawString(72, height, words)
    sheet.showPage()
    sheet.setPageRotation(90)
    sheet.drawString(72, 500, "A page that is turned.")
    sheet.showPage()
    sheet.save()
    return path


@pytest.fixture(scope="module")
def picture(pdf):
    return render_page(pdf, 1)


def test_a_page_is_drawn_as_wide_as_asked_with_its_words_in_place(pdf, picture):
    assert picture.png.startswith(b"\x89PNG")
    assert int.from_bytes(picture.png[16:20], "big") == pytest.approx(1_100, abs=1)
    assert (picture.width, picture.height) == pytest.approx((595, 842), abs=1)
    assert picture.words[0].text == "Speed"
    assert picture.words[0].left == pytest.approx(72, abs=2)
    assert len(render_page(pdf, 1, pixels=300).png) < len(picture.png)


def test_a_quote_over_two_lines_has_a_box_on_each(picture):
    first, second = boxes_of(picture.words, "in March 2025, and the fund paid")
    assert first.top < 842 - 520 < first.bottom + 1
    assert second.top < 842 - 505 < second.bottom + 1
    assert second.left == pytest.approx(72, abs=2)


def test_of_equal_places_the_one_meant_is_marked(picture):
    quote = "Speed checks were made in 212 villages"
    (upper,) = boxes_of(picture.words, quote)
    (lower,) = boxes_of(picture.words, quote, occurrence=1)
    assert upper.top < 842 - 690
    assert lower.top > 842 - 320
    text = "\n".join(LINES.values())
    assert occurrence_of(text, text.rindex("Speed"), quote) == 1
    assert occurrence_of(text, 0, quote) == 0


def test_spaces_hyphens_and_signs_do_not_hide_a_quote(picture):
    assert boxes_of(picture.words, "“the de-\npot bought  17 bi\u00adcycles”")


@pytest.mark.parametrize("quote", ["", "…", "words that are not there at all", "bought bread"])
def test_what_is_not_on_the_page_is_not_marked(picture, quote):
    assert boxes_of(picture.words, quote) == ()


def test_a_quote_drawn_in_another_order_is_marked_in_pieces():
    cells = "Average time to answer 101 calls took 3 minutes 58 seconds in December 2024".split()
    drawn = cells[6:] + cells[:6]
    words = [Word(text, n * 40.0, 10.0, n * 40.0 + 38, 20.0, 10.0) for n, text in enumerate(drawn)]
    boxes = boxes_of(words, " ".join(cells))
    covered = sum(box.width for box in boxes)
    assert covered > 0.8 * sum(word.right - word.left for word in words)


@given(st.text(max_size=60), st.integers(0, 3))
def test_no_text_upsets_the_search(quote, occurrence):
    words = [Word("a", 0, 0, 1, 1, 1), Word("b-c", 2, 0, 3, 1, 1)]
    assert len(boxes_of(words, quote, occurrence)) <= 2


def test_a_turned_page_is_drawn_as_it_is_read(pdf):
    turned = render_page(pdf, 2)
    wide, high = (int.from_bytes(turned.png[at : at + 4], "big") for at in (16, 20))
    assert wide / high == pytest.approx(turned.width / turned.height, rel=0.01)
    assert boxes_of(turned.words, "A page that is turned.")


@pytest.mark.parametrize("number", [0, 3, 99_999])
def test_a_page_that_is_not_there_cannot_be_drawn(pdf, number):
    with pytest.raises(DamagedFile, match="cannot be drawn"):
        render_page(pdf, number)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x00" * 100])
def test_a_broken_file_ends_only_the_child(tmp_path, content):
    path = tmp_path / "broken.pdf"
    path.write_bytes(content)
    with pytest.raises(DamagedFile):
        render_page(path, 1)


def test_a_page_of_kilometres_is_drawn_small(tmp_path):
    path = tmp_path / "vast.pdf"
    sheet = canvas.Canvas(str(path), pagesize=(14_400, 14_400))
    sheet.drawString(72, 72, "Small words on a vast page")
    sheet.showPage()
    sheet.save()
    assert len(render_page(path, 1, pixels=50_000).png) < 12_000_000
