"""Columns, running lines, lists and headings of made PDFs."""

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, ListFlowable, PageBreak, PageTemplate


def test_columns_are_read_one_after_the_other(tmp_path, read, prose_of, justified, prose):
    paragraphs = [f"Part {number} begins here. {prose * (1 + number % 3)}" for number in range(16)]
    path = tmp_path / "columns.pdf"
    template = BaseDocTemplate(str(path), pagesize=A4)
    frames = [Frame(50, 50, 235, 700), Frame(305, 50, 235, 700)]
    template.addPageTemplates([PageTemplate(frames=frames)])
    template.build([justified(paragraph) for paragraph in paragraphs])
    raw = read(path)
    # A page that ends with a sentence does not say whether its last paragraph is over.
    assert " ".join(prose_of(raw)) == " ".join(" ".join(paragraphs).split())
    assert len(raw.pages) > 1


def test_a_table_beside_a_column_is_read_after_it(draw_pdf, read, prose_of):
    def page(canvas):
        for row in range(12):
            canvas.drawString(50, 700 - 14 * row, f"Left line {row} with words enough to fill")
            canvas.drawString(330, 700 - 14 * row, f"Right line {row} with as many words")

    words = " ".join(prose_of(read(draw_pdf(page))))
    assert words.index("Left line 11") < words.index("Right line 0")


def headed(canvas, page):
    canvas.setFont("Helvetica", 8)
    canvas.drawString(50, 815, "Finance report – July 2025")
    canvas.drawString(50, 25, "Office of the Commissioner")
    canvas.drawRightString(540, 25, f"Page {page + 3} of 9")


def test_running_lines_and_page_numbers_are_left_out(make_pdf, read, prose_of, text, prose):
    long = [text(f"Paragraph {number}. {prose * 4}") for number in range(30)]
    raw = read(make_pdf(*long, margins=headed))
    words = " ".join(prose_of(raw))
    assert len(raw.pages) >= 3
    assert "Finance report" not in words
    assert "Office of the Commissioner" not in words
    assert "of 9" not in words
    assert [page.label for page in raw.pages] == [str(page.number + 3) for page in raw.pages]
    assert words.count("Paragraph") == 30


@pytest.mark.parametrize("pages_with_header", [{1, 2}, {2}])
def test_running_lines_of_two_pages(make_pdf, read, prose_of, text, prose, pages_with_header):
    def margins(canvas, page):
        if page in pages_with_header:
            headed(canvas, page)

    whole = (prose * 50).strip()
    raw = read(make_pdf(text("Finance report", "Title"), text(whole), margins=margins))
    assert len(raw.pages) == 2
    assert prose_of(raw)[:2] == ["Finance report", whole]
    assert raw.pages[1].label == "5"


def test_a_paragraph_goes_on_over_the_page(make_pdf, read, text, prose):
    whole = (prose * 90).strip()
    raw = read(make_pdf(text(whole), margins=headed))
    (block,) = raw.blocks
    assert len(raw.pages) == 3
    assert [run.page for run in block.runs] == [page.number for page in raw.pages]
    assert " ".join(run.text for run in block.runs) == whole


def test_figures_near_the_foot_that_are_no_page_numbers_stay(draw_pdf, read, prose_of):
    def page(number, height):
        return lambda canvas: canvas.drawString(50, height, str(number))

    raw = read(draw_pdf(page(412, 40), page(87, 60), page(95, 80)))
    assert prose_of(raw) == ["412", "87", "95"]


@pytest.mark.parametrize("start", ["•", "1", "a"])
def test_list_items(make_pdf, read, prose_of, items_of, text, prose, start):
    items = ["The first was refused.", prose.strip(), "The last is open."]
    kind = "bullet" if start == "•" else "1"
    flowable = ListFlowable([text(item) for item in items], bulletType=kind, start=start)
    raw = read(make_pdf(text("It was resolved that:"), flowable))
    if kind == "bullet":
        assert items_of(raw) == items
    else:
        assert len(prose_of(raw)) == 4


def test_a_drawn_dot_is_a_bullet(draw_pdf, read, items_of):
    def page(canvas):
        for row, item in enumerate(["Calls were answered sooner", "Fewer were lost"]):
            canvas.circle(70, 704 - 20 * row, 1.8, fill=1, stroke=0)
            canvas.drawString(84, 700 - 20 * row, item)

    assert items_of(read(draw_pdf(page))) == ["Calls were answered sooner", "Fewer were lost"]


def test_headings_by_size_and_weight(make_pdf, read, headings_of, text, prose):
    raw = read(
        make_pdf(
            text("Annual Report", "Title"),
            text(prose),
            text("Finance", "Heading1"),
            text(prose),
            text("Reserves", "Heading2"),
            text(prose),
            text("<b>The Panel noted this.</b>"),
            text("<b>A bold line</b>"),
            text(prose),
        )
    )
    assert headings_of(raw) == ["Annual Report", "Finance", "Reserves", "A bold line"]
    levels = [block.level for block in raw.blocks if block.kind == "heading"]
    assert levels == sorted(levels)
    assert len(set(levels)) >= 3


def test_the_outline_names_headings(draw_pdf, read, headings_of):
    def page(canvas):
        canvas.bookmarkPage("one")
        canvas.bookmarkPage("two")
        canvas.addOutlineEntry("Foreword", "one", level=0)
        canvas.addOutlineEntry("What we did", "two", level=1)
        canvas.setFont("Helvetica", 11)
        for row, line in enumerate(["Foreword", "Some words.", "What we  did", "More words."]):
            canvas.drawString(50, 700 - 40 * row, line)

    raw = read(draw_pdf(page))
    assert headings_of(raw) == ["Foreword", "What we did"]
    assert [block.level for block in raw.blocks if block.kind == "heading"] == [1, 2]


def test_a_turned_page_is_read_upright(draw_pdf, read, prose_of, tables_of):
    def page(canvas):
        canvas.setPageRotation(90)
        canvas.translate(595, 0)
        canvas.rotate(90)
        canvas.drawString(60, 500, "This page was turned to fit a wide table on it.")
        for y in (450, 430, 410):
            canvas.line(50, y, 700, y)
        for x in (50, 400, 700):
            canvas.line(x, 410, x, 450)
        for row, cells in enumerate([("Month", "Calls"), ("May", "1,204")]):
            canvas.drawString(60, 436 - 20 * row, cells[0])
            canvas.drawString(410, 436 - 20 * row, cells[1])

    raw = read(draw_pdf(page))
    assert prose_of(raw) == ["This page was turned to fit a wide table on it."]
    assert tables_of(raw) == [[["Month", "Calls"], ["May", "1,204"]]]


def test_what_the_file_says_of_itself(draw_pdf, read):
    def page(canvas):
        canvas.setTitle("Annual Report 2024/25")
        canvas.setAuthor("The Office")
        canvas.drawString(50, 700, "Words")

    raw = read(draw_pdf(page))
    assert raw.info["title"] == "Annual Report 2024/25"
    assert raw.info["author"] == "The Office"
    assert raw.info["created"].startswith("D:")


def test_a_blank_page_is_no_problem(make_pdf, read, text):
    raw = read(make_pdf(text("One."), PageBreak(), PageBreak(), text("Three.")))
    assert raw.problems == ()
    assert [block.runs[0].page for block in raw.blocks] == [1, len(raw.pages)]


def test_tinted_boxes_are_read_by_themselves(draw_pdf, read, prose_of):
    def page(canvas):
        for left, figure, words in ((60, "91.4%", "answered in"), (230, "1,204", "victims in")):
            canvas.setFillGray(0.9)
            canvas.rect(left - 10, 640, 140, 70, fill=1, stroke=0)
            canvas.setFillGray(0)
            canvas.setFont("Helvetica", 22)
            canvas.drawString(left, 680, figure)
            canvas.setFont("Helvetica", 11)
            canvas.drawString(left, 662, words)
            canvas.drawString(left, 648, "all of 2024/25")
        canvas.drawString(50, 600, "The year was a better one than the year before it.")

    assert prose_of(read(draw_pdf(page))) == [
        "91.4%",
        "answered in all of 2024/25",
        "1,204",
        "victims in all of 2024/25",
        "The year was a better one than the year before it.",
    ]


def test_text_that_flows_round_a_box_stays_whole(draw_pdf, read, prose_of):
    lines = [
        "When she took office the Commissioner promised to listen, and",
        "this year she held forty events in towns and villages, where",
        "more than three thousand people told her what mattered most to",
        "them. Their views have shaped every decision in this report and",
    ]
    last = "the precept itself, which rose by less than it would otherwise have done this year."

    def page(canvas):
        canvas.setFillGray(0.9)
        canvas.rect(400, 640, 150, 75, fill=1, stroke=0)
        canvas.setFillGray(0)
        canvas.setFont("Helvetica", 11)
        for row, line in enumerate(["Key facts", "Population 840,000", "Officers 1,912"]):
            canvas.drawString(410, 696 - 20 * row, line)
        for row, line in enumerate([*lines, last]):
            canvas.drawString(50, 700 - 15 * row, line)

    words = prose_of(read(draw_pdf(page)))
    assert " ".join([*lines, last]) in words
    assert " ".join(words).startswith("Key facts")


def test_a_table_below_columns_is_a_table(draw_pdf, read, tables_of, prose_of):
    rows = [
        ["District", "2023/24", "2024/25"],
        ["Coast", "6,870", "6,901"],
        ["Hill", "4,118", "3,985"],
    ]

    def page(canvas):
        for row in range(10):
            canvas.drawString(50, 740 - 14 * row, f"Left line {row} with words enough to fill.")
            canvas.drawString(320, 740 - 14 * row, f"Right line {row} with as many words in it.")
        canvas.drawString(50, 570, "Table 1: Crime by district")
        for row, cells in enumerate(rows):
            for left, cell in zip((50, 200, 330), cells, strict=True):
                canvas.drawString(left, 545 - 18 * row, cell)

    raw = read(draw_pdf(page))
    assert tables_of(raw) == [rows]
    words = prose_of(raw)
    assert words[-1] == "Table 1: Crime by district"
    joined = " ".join(words)
    assert joined.index("Left line 9") < joined.index("Right line 0")
