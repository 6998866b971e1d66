"""The flowing content of a PDF: one reportlab flowable per block of the source."""

from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import CondPageBreak, Flowable, LongTable, PageBreak, Spacer, TableStyle
from reportlab.platypus import Paragraph as Words

from eval.sample.inline import marked
from eval.sample.markup import (
    PAGE_BREAK_IN_CELL,
    Break,
    Cell,
    Chart,
    Contents,
    Grid,
    Heading,
    Item,
    Paragraph,
    Source,
    contents_depth,
)

PLAIN_FONT, _BOLD_FONT = "Vera", "VeraBd"  # come with reportlab; embedded, as Word's exports do
for _font in (PLAIN_FONT, _BOLD_FONT):
    pdfmetrics.registerFont(TTFont(_font, f"{_font}.ttf"))
pdfmetrics.registerFontFamily(PLAIN_FONT, normal=PLAIN_FONT, bold=_BOLD_FONT)

_BODY = ParagraphStyle("body", fontName=PLAIN_FONT, fontSize=10, leading=14, spaceAfter=7)
_LABELLED = ParagraphStyle("labelled", parent=_BODY, leftIndent=34, bulletIndent=0)
_CELL = ParagraphStyle("cell", parent=_BODY, fontSize=9, leading=12, spaceAfter=3)
_SMALL_CELL = ParagraphStyle("small", parent=_BODY, fontSize=7.5, leading=10, spaceAfter=2)
_WIDE = 6  # columns from which the small cells are used
_HEADINGS = {
    level: ParagraphStyle(
        f"h{level}",
        fontName=_BOLD_FONT,
        fontSize=size,
        leading=size * 1.25,
        spaceBefore=12,
        spaceAfter=6,
    )
    for level, size in ((1, 20), (2, 15), (3, 12), (4, 10.5))
}
_GRID = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
        # reportlab leaves the grid open where it breaks a row; word processors close it
        ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.5, colors.grey),
        ("LINEABOVE", (0, "splitfirst"), (-1, "splitfirst"), 0.5, colors.grey),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ]
)
_HEADED = TableStyle([("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.88, 0.9, 0.95))], parent=_GRID)
_CONTENTS = TableStyle([("FONT", (0, 0), (-1, -1), PLAIN_FONT, 10)])
_CHART_BARS = (52, 61, 47, 70, 66, 58, 75, 63)  # heights in points, for the look only
_LEAST_AFTER_HEADING = 110  # points that must be left for a heading to stay on the page
_LEAST_SPLIT = 40  # points of a row that must fit before it is broken over a page

_Placed = Heading | Item | Paragraph | Chart | Grid | Break


def story(source: Source, width: float, labels: dict[str, str]) -> list[Flowable]:
    """The flowables of `source` for a text column of `width` points.

    `labels` are the page labels of the headings, by their words, for the list of contents.
    """
    return [
        flowable
        for block in source.blocks
        for flowable in (
            [_contents(source, width, labels)]
            if isinstance(block, Contents)
            else _flowables(block, width)
        )
    ]


def _contents(source: Source, width: float, labels: dict[str, str]) -> Flowable:
    listed = [
        block for block in source.blocks if isinstance(block, Heading) and contents_depth(block)
    ]
    lines = [[_contents_words(block), labels.get(block.text, "")] for block in listed]
    return LongTable(lines, colWidths=[width * 0.9, width * 0.1], style=_CONTENTS)


def _contents_words(heading: Heading) -> Flowable:
    return Words(_inline(heading.text), _BODY if contents_depth(heading) == 1 else _LABELLED)


def _flowables(
    block: Heading | Item | Paragraph | Chart | Grid | Break, width: float
) -> list[Flowable]:
    match block:
        case Heading(level=level, text=text):
            return [CondPageBreak(_LEAST_AFTER_HEADING), _heading(level, text)]
        case Item(level=level, text=text):
            indent = 16 * level
            style = ParagraphStyle(
                "item", parent=_BODY, leftIndent=indent, bulletIndent=indent - 12, spaceAfter=4
            )
            return [Words(_inline(text), style, bulletText="•")]
        case Paragraph(text=text, label=label):
            style = _LABELLED if label else _BODY
            return [Words(_inline(text), style, bulletText=label or None)]
        case Chart(title=title):
            return [Words(f"<b>{escape(title)}</b>", _BODY), _bars(), Spacer(1, 10)]
        case Grid():
            return [_table(block, width), Spacer(1, 10)]
        case Break():
            return [PageBreak()]


def _heading(level: int, text: str) -> Flowable:
    flowable = Words(_inline(text), _HEADINGS[level])
    flowable.sample_heading = Heading(level, text)
    return flowable


def _inline(text: str) -> str:
    return marked(text, r"<b>\1</b>", r'<a href="\2" color="blue">\1</a>', escape)


def _table(grid: Grid, width: float) -> Flowable:
    shares = sum(grid.widths)
    style = _SMALL_CELL if len(grid.widths) >= _WIDE else _CELL
    rows = [[_cell(cell, style) for cell in row] for row in grid.rows]
    if grid.header:
        rows[0] = [[Words(f"<b>{_inline(' '.join(cell))}</b>", style)] for cell in grid.rows[0]]
    return LongTable(
        rows,
        colWidths=[width * share / shares for share in grid.widths],
        repeatRows=int(grid.header),
        splitByRow=0,  # first try to break a row; between rows where that leaves too little
        splitInRow=_LEAST_SPLIT,
        style=_HEADED if grid.header else _GRID,
    )


def _cell(cell: Cell, style: ParagraphStyle) -> list[Flowable]:
    return [Words(_inline(text), style) for text in cell if text != PAGE_BREAK_IN_CELL]


def _bars() -> Drawing:
    drawing = Drawing(300, 90)
    for place, height in enumerate(_CHART_BARS):
        bar = Rect(place * 34, 0, 22, height, fillColor=colors.steelblue, strokeColor=None)
        drawing.add(bar)
    return drawing
