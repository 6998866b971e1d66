"""The words of a page with their places, as pdfium sees them.

pdfium knows each sign's box, but every question to it costs about a microsecond, so a word's box
is taken from its first and last sign only.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.pdf.placing import Placing
from ingest.pdf.shapes import Word

HYPHEN_MARKS = "\x02\ufffe"  # pdfium's sign for a hyphen at a line end, after which it joins lines
WORD = re.compile(rf"[^\s\x00{HYPHEN_MARKS}]+[{HYPHEN_MARKS}]?|[{HYPHEN_MARKS}]")
BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
BOLD_WEIGHT = 650  # pdfium guesses a weight from the stem width: regular faces stay under 500
FILL_AND_STROKE = 2  # text render mode by which some writers fake a bold face


@dataclass(frozen=True, slots=True)
class Setting:
    """How the signs of one text object are set: size in points, bold, and marked content."""

    size: float
    bold: bool
    mark: int


def page_words(text_page: pypdfium2.PdfTextPage, placing: Placing) -> tuple[tuple[Word, ...], int]:
    """The words in the order the file draws them, and how many have glyphs of unknown meaning."""
    handle = text_page.raw
    text = _page_text(handle, text_page.count_chars())
    settings: dict[int | None, Setting] = {None: Setting(0.0, bold=False, mark=-1)}
    words = list(_words(handle, text, placing, settings))
    unmapped = sum(
        pdfium.FPDFText_HasUnicodeMapError(handle, match.start()) == 1
        for match in WORD.finditer(text)
    )
    return tuple(words), unmapped


def _words(
    handle: pdfium.FPDF_TEXTPAGE, text: str, placing: Placing, settings: dict[int | None, Setting]
) -> Iterator[Word]:
    first, last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    first_ref, last_ref = ctypes.byref(first), ctypes.byref(last)
    char_box = pdfium.FPDFText_GetLooseCharBox
    for match in WORD.finditer(text):
        start, end = match.span()
        char_box(handle, start, first_ref)
        char_box(handle, end - 1, last_ref)
        setting = _setting(handle, start, settings)
        signs = match.group()
        if signs[-1] in HYPHEN_MARKS:
            signs = signs[:-1] + "-"
        box = placing.box(
            min(first.left, last.left),
            max(first.top, last.top),
            max(first.right, last.right),
            min(first.bottom, last.bottom),
        )
        size = setting.size or box.height
        yield Word(signs, *box, size, setting.bold, setting.mark)


def _page_text(handle: pdfium.FPDF_TEXTPAGE, count: int) -> str:
    """All signs of the page, one string position per pdfium index."""
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(handle, index) for index in range(count))
    return "".join(
        chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes
    )


def _setting(handle: pdfium.FPDF_TEXTPAGE, index: int, known: dict[int | None, Setting]) -> Setting:
    obj = pdfium.FPDFText_GetTextObject(handle, index)
    key = ctypes.cast(obj, ctypes.c_void_p).value
    setting = known.get(key)
    if setting is None:
        setting = known[key] = _read_setting(obj)
    return setting


def _read_setting(obj: pdfium.FPDF_PAGEOBJECT) -> Setting:
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(obj, size)
    pdfium.FPDFPageObj_GetMatrix(obj, matrix)
    font = pdfium.FPDFTextObj_GetFont(obj)
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    bold = (
        BOLD_NAME.search(name.value) is not None
        or pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
        or pdfium.FPDFTextObj_GetTextRenderMode(obj) == FILL_AND_STROKE
    )
    scale = math.hypot(matrix.c, matrix.d)
    mark = pdfium.FPDFPageObj_GetMarkedContentID(obj)
    return Setting(abs(size.value * scale), bold, mark)
