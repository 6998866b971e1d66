"""Tables of made PDFs: every cell under its header, whatever rules there are."""

import pytest
from reportlab.lib import colors
from reportlab.platypus import PageBreak

FIGURES = [
    ["Budget heading", "2023/24 £000", "2024/25 £000", "Change %"],
    ["Police officers", "84,211", "88,102", "4.6%"],
    ["Police staff", "41,600", "43,512", "4.6%"],
    ["Premises", "7,304", "7,611", "4.2%"],
    ["Less income", "(3,900)", "(4,100)", "5.1%"],
    ["Total", "129,215", "135,125", "4.5%"],
]
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
RISKS = [
    ["Risk", "What is being done", "Owner"],
    ["Delay of the command system", "", "Chief Constable"],
    ["Vacancies in the control room", "", "Head of People"],
    ["Overspend", "None yet.", "CFO"],
]


def risks(prose):
    rows = [list(row) for row in RISKS]
    rows[1][1], rows[2][1] = prose.strip(), (prose * 2).strip()
    return rows


@pytest.mark.parametrize(
    "style",
    [
        [GRID],
        [("BOX", (0, 0), (-1, -1), 1, colors.black), ("INNERGRID", (0, 0), (-1, -1), 0.3, "grey")],
        [],
        [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey)],
        [("LINEABOVE", (0, 0), (-1, 0), 1, "black"), ("LINEBELOW", (0, 0), (-1, 0), 1, "black")],
        [("BACKGROUND", (0, row), (-1, row), colors.lightblue) for row in (0, 2, 4)],
        [("ALIGN", (1, 0), (-1, -1), "RIGHT")],
        [("ALIGN", (1, 0), (-1, -1), "RIGHT"), ("LINEBELOW", (0, 0), (-1, -1), 0.5, "grey")],
    ],
    ids=["grid", "frame", "bare", "level rules", "header rules", "bands", "right", "right, ruled"],
)
def test_figures_stand_under_their_headers(
    make_pdf, read, tables_of, prose_of, text, prose, grid, style
):
    path = make_pdf(text(prose * 2), grid(FIGURES, *style), text(prose * 2))
    raw = read(path)
    assert tables_of(raw) == [FIGURES]
    assert prose_of(raw) == [(prose * 2).strip()] * 2


@pytest.mark.parametrize("style", [GRID, ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey)])
def test_cells_of_many_lines(make_pdf, read, tables_of, grid, text, prose, style):
    rows = risks(prose)
    path = make_pdf(text(prose), grid(rows, style, colWidths=[150, 240, 90]), text(prose))
    assert tables_of(read(path)) == [rows]


def test_paragraphs_of_a_cell_stay_apart(make_pdf, read, grid, text, prose):
    cell = [text(prose), text("The PCC thanked him.")]
    raw = read(make_pdf(grid([["Question", "Answer"], ["Why?", cell]], GRID, colWidths=[90, 300])))
    (table,) = raw.blocks
    assert [run.text for run in table.rows[1][1]] == [prose.strip(), "The PCC thanked him."]


def test_merged_cells_are_read_where_they_begin(make_pdf, read, tables_of, grid):
    rows = [
        ["District", "2023/24", "", "2024/25", ""],
        ["", "Number", "Rate", "Number", "Rate"],
        ["Tarnwick", "120", "1.2", "130", "1.3"],
        ["", "90", "0.9", "80", "0.8"],
    ]
    spans = [("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0)), ("SPAN", (0, 0), (0, 1))]
    raw = read(make_pdf(grid(rows, GRID, *spans, ("SPAN", (0, 2), (0, 3)))))
    assert tables_of(raw) == [rows]


def test_a_blank_first_column_is_kept(make_pdf, read, tables_of, grid):
    rows = [["", "Solved", "182"], ["", "Charged", "161"]]
    raw = read(make_pdf(grid(rows, GRID, colWidths=[60, 100, 60])))
    assert tables_of(raw) == [rows]


def test_a_frame_round_text_is_no_table(make_pdf, read, tables_of, prose_of, grid, text, prose):
    raw = read(make_pdf(text("Before."), grid([[prose]], GRID, colWidths=[300])))
    assert tables_of(raw) == []
    assert prose_of(raw) == ["Before.", prose.strip()]


def test_labels_before_values_are_text(make_pdf, read, tables_of, prose_of, grid):
    rows = [["Date:", "8 July"], ["Time:", "10am"], ["Venue:", "Oak Room"], ["Chair:", "A. Bell"]]
    raw = read(make_pdf(grid(rows, colWidths=[100, 200], hAlign="LEFT")))
    assert tables_of(raw) == []
    assert prose_of(raw) == ["Date: 8 July", "Time: 10am", "Venue: Oak Room", "Chair: A. Bell"]


def test_a_contents_page_pairs_titles_with_pages(make_pdf, read, tables_of, grid):
    rows = [["Foreword", "2"], ["The year in brief", "4"], ["Finance", "11"], ["Appendix", "20"]]
    raw = read(make_pdf(grid(rows, ("ALIGN", (1, 0), (1, -1), "RIGHT"), colWidths=[300, 50])))
    assert tables_of(raw) == [rows]


def test_a_row_cut_by_the_page_is_one_row(draw_pdf, read, tables_of):
    def first(canvas):
        canvas.drawString(60, 730, "Question")
        canvas.drawString(210, 730, "Answer")
        canvas.drawString(60, 110, "What is done about")
        canvas.drawString(210, 110, "The Chief Constable said that")
        lines(canvas, [745, 722], bottom=100)

    def second(canvas):
        canvas.drawString(60, 760, "speeding?")
        canvas.drawString(210, 760, "it is watched.")
        canvas.drawString(60, 730, "And noise?")
        canvas.drawString(210, 730, "Not yet.")
        lines(canvas, [750, 722], top=775)

    def lines(canvas, levels, top=745, bottom=722):
        for y in levels:
            canvas.line(50, y, 500, y)
        for x in (50, 200, 500):
            canvas.line(x, top, x, bottom)

    raw = read(draw_pdf(first, second))
    assert tables_of(raw) == [
        [
            ["Question", "Answer"],
            ["What is done about speeding?", "The Chief Constable said that it is watched."],
            ["And noise?", "Not yet."],
        ]
    ]
    assert [run.page for run in raw.blocks[0].rows[1][1]] == [1, 2]


def test_every_cell_of_a_long_table_comes_over_page_breaks(make_pdf, read, tables_of, grid):
    rows = [["Month", "Calls", "Answered"]] + [
        [f"Month {number}", f"{number * 37:,}", f"{90 + number % 9}.{number % 10}%"]
        for number in range(120)
    ]
    raw = read(make_pdf(grid(rows, GRID, repeatRows=1)))
    found = [row for table in tables_of(raw) for row in table if row != rows[0]]
    assert found == rows[1:]
    assert len(raw.pages) > 2


def test_cells_carry_their_page(make_pdf, read, grid, text):
    raw = read(make_pdf(text("Cover"), PageBreak(), grid(FIGURES, GRID)))
    table = raw.blocks[-1]
    assert {run.page for row in table.rows for cell in row for run in cell} == {2}
