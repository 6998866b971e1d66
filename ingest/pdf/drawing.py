"""The lines drawn on a page: ruling lines of tables, and the dots of bulleted lists.

Writers draw a table's border as thin filled boxes (Chrome, Word), as stroked boxes (Excel) or as
one path of many lines (InDesign, LaTeX); all end as level and upright rules.
"""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.pdf.placing import Placing
from ingest.pdf.shapes import Box, Drawing, Rule

THIN = 3.0  # a filled box thinner than this is a rule
SHORTEST = 4.0  # and one shorter than this is not
DOT = (1.2, 7.0)  # sides of a shape that may be a bullet
NEARLY_WHITE = 253  # of 255
MAX_OBJECTS = 20_000  # a page with more is a map or a chart, not a table
MAX_SEGMENTS = 400
MAX_DEPTH = 4
MOVE, LINE = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_LINETO


def page_drawing(page: pypdfium2.PdfPage, placing: Placing) -> Drawing:
    """The rules and dots of a page."""
    level: list[Rule] = []
    upright: list[Rule] = []
    dots: list[Box] = []
    shades: list[Box] = []
    for box, filled in _boxes(page, placing):
        wide, high = box.width, box.height
        if high <= THIN and wide >= SHORTEST and wide > high:
            level.append(Rule((box.top + box.bottom) / 2, box.left, box.right))
        elif wide <= THIN and high >= SHORTEST:
            upright.append(Rule((box.left + box.right) / 2, box.top, box.bottom))
        elif DOT[0] <= min(wide, high) and max(wide, high) <= DOT[1]:
            dots.append(box)
        elif filled and wide > DOT[1] and high > DOT[1]:
            shades.append(box)
    return Drawing(tuple(level), tuple(upright), tuple(dots), tuple(shades))


def _boxes(page: pypdfium2.PdfPage, placing: Placing) -> Iterator[tuple[Box, bool]]:
    """Each drawn box or straight line of the page, and whether it is a filled shape."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    for index in range(min(count, MAX_OBJECTS)):
        obj = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(obj)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path_boxes(obj, placing, None)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _form_boxes(obj, placing, None, 1)


def _form_boxes(
    form: pdfium.FPDF_PAGEOBJECT, placing: Placing, outer: pdfium.FS_MATRIX | None, depth: int
) -> Iterator[tuple[Box, bool]]:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, matrix)
    matrix = _times(matrix, outer)
    for index in range(min(pdfium.FPDFFormObj_CountObjects(form), MAX_OBJECTS)):
        obj = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(obj)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path_boxes(obj, placing, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            yield from _form_boxes(obj, placing, matrix, depth + 1)


def _times(inner: pdfium.FS_MATRIX, outer: pdfium.FS_MATRIX | None) -> pdfium.FS_MATRIX:
    """The transformation that does `inner` first, then `outer`."""
    if outer is None:
        return inner
    return pdfium.FS_MATRIX(
        inner.a * outer.a + inner.b * outer.c,
        inner.a * outer.b + inner.b * outer.d,
        inner.c * outer.a + inner.d * outer.c,
        inner.c * outer.b + inner.d * outer.d,
        inner.e * outer.a + inner.f * outer.c + outer.e,
        inner.e * outer.b + inner.f * outer.d + outer.f,
    )


def _path_boxes(
    path: pdfium.FPDF_PAGEOBJECT, placing: Placing, matrix: pdfium.FS_MATRIX | None
) -> Iterator[tuple[Box, bool]]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top)
    x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
    if matrix is not None:
        x0, y0, x1, y1 = _moved_box(matrix, x0, y0, x1, y1)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    filled = fill.value != 0
    small = min(x1 - x0, y1 - y0) <= DOT[1]
    if (small and (filled or stroke.value)) or (filled and not small and _is_shaded(path)):
        yield placing.box(x0, y1, x1, y0), filled
    if stroke.value and not small:
        yield from _lines(path, placing, matrix)


def _is_shaded(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether a filled shape differs from the white of the page."""
    red, green, blue, cover = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, cover):
        return False
    return cover.value > 0 and min(red.value, green.value, blue.value) < NEARLY_WHITE


def _lines(
    path: pdfium.FPDF_PAGEOBJECT, placing: Placing, matrix: pdfium.FS_MATRIX | None
) -> Iterator[tuple[Box, bool]]:
    """The straight level and upright lines of a stroked path."""
    own = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, own)
    total = _times(own, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    here = begin = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(path), MAX_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _moved(total, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == MOVE:
            begin = point
        elif kind == LINE:
            yield _line_box(placing, here, point), False
        here = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield _line_box(placing, here, begin), False


def _line_box(placing: Placing, one: tuple[float, float], other: tuple[float, float]) -> Box:
    (ax, ay), (bx, by) = one, other
    return placing.box(min(ax, bx), max(ay, by), max(ax, bx), min(ay, by))


def _moved(matrix: pdfium.FS_MATRIX, x: float, y: float) -> tuple[float, float]:
    return (
        matrix.a * x + matrix.c * y + matrix.e,
        matrix.b * x + matrix.d * y + matrix.f,
    )


def _moved_box(
    matrix: pdfium.FS_MATRIX, x0: float, y0: float, x1: float, y1: float
) -> tuple[float, float, float, float]:
    ax, ay = _moved(matrix, x0, y0)
    bx, by = _moved(matrix, x1, y1)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
