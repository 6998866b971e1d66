"""The flowing content of a PDF: one reportlab flowable per block of the source."""

from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, LongTable, PageBreak, Spacer, TableStyle
from reportlab.platypus import Paragraph as Words
from reportlab.platypus.tableofcontents import TableOfContents

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
    SourceBlock,
)

CONTENTS_LEVELS = 2
_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=7)
_LABELLED = ParagraphStyle("labelled", parent=_BODY, leftIndent=34, bulletIndent=0)
_SMALL = ParagraphStyle("cell", parent=_BODY, fontSize=9.5, leading=12, spaceAfter=3)
_HEADINGS = {
    level: ParagraphStyle(
        f"h{level}",
        fontName="Helvetica-Bold",
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
        ("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.88, 0.9, 0.95)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
)
_CHART_BARS = (52, 61, 47, 70, 66, 58, 75, 63)  # heights in points, for the look only
_LEAST_AFTER_HEADING = 110  # points that must be left for a heading to stay on the page
_LEAST_SPLIT = 40  # points of a row that must fit before it is broken over a page


def story(source: Source, width: float) -> list[Flowable]:
    """The flowables of `source` for a text column of `width` points."""
    return [flowable for block in source.blocks for flowable in _flowables(block, width)]


def _flowables(block: SourceBlock, width: float) -> list[Flowable]:
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
        case Contents():
            return [TableOfContents(levelStyles=[_BODY, _LABELLED], dotsMinLevel=0)]


def _heading(level: int, text: str) -> Flowable:
    flowable = Words(_inline(text), _HEADINGS[level])
    flowable.sample_level, flowable.sample_text = level, text
    return flowable


def _inline(text: str) -> str:
    return marked(text, r"<b>\1</b>", r'<a href="\2" color="blue">\1</a>', escape)


def _table(grid: Grid, width: float) -> Flowable:
    shares = sum(grid.widths)
    head = [[Words(f"<b>{_inline(' '.join(cell))}</b>", _SMALL)] for cell in grid.rows[0]]
    rows = [[_cell(cell) for cell in row] for row in grid.rows[1:]]
    return LongTable(
        [head, *rows],
        colWidths=[width * share / shares for share in grid.widths],
        repeatRows=1,
        splitInRow=_LEAST_SPLIT,
        style=_GRID,
    )


def _cell(cell: Cell) -> list[Flowable]:
    return [Words(_inline(text), _SMALL) for text in cell if text != PAGE_BREAK_IN_CELL]


def _bars() -> Drawing:
    drawing = Drawing(300, 90)
    for place, height in enumerate(_CHART_BARS):
        bar = Rect(place * 34, 0, 22, height, fillColor=colors.steelblue, strokeColor=None)
        drawing.add(bar)
    return drawing
