"""The words of a page with their places, as pdfium sees them.

pdfium knows each sign's box, but every question to it costs about a microsecond, so a word's box
is taken from its first and last sign only.
"""

import ctypes
import math
import re
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.pdf.placing import Placing
from ingest.pdf.shapes import Word

HYPHEN_MARKS = "\x02\ufffe"  # pdfium's sign for a hyphen at a line end, after which it joins lines
WORD = re.compile(rf"[^\s\x00{HYPHEN_MARKS}]+[{HYPHEN_MARKS}]?|[{HYPHEN_MARKS}]")
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
BOLD_WEIGHT = 650  # pdfium guesses a weight from the stem width: regular faces stay under 500
FILL_AND_STROKE = 2  # text render mode by which some writers fake a bold face


@dataclass(frozen=True, slots=True)
class Setting:
    """How the signs of one text object are set.

    `size` in points; `mark` its marked content; `unmapped` if its glyphs have no known characters.
    """

    size: float
    bold: bool
    mark: int
    unmapped: bool


class Settings:
    """What is known of the text objects and fonts of a page, asked of pdfium once each."""

    def __init__(self, handle: pdfium.FPDF_TEXTPAGE) -> None:
        self._handle = handle
        self._objects: dict[int | None, Setting] = {None: Setting(0.0, False, -1, False)}
        self._fonts: dict[int | None, bool] = {}

    def at(self, index: int) -> Setting:
        """The setting of the sign at this place."""
        obj = pdfium.FPDFText_GetTextObject(self._handle, index)
        key = ctypes.c_void_p.from_buffer(obj).value
        setting = self._objects.get(key)
        if setting is None:
            setting = self._objects[key] = self._read(obj, index)
        return setting

    def _read(self, obj: pdfium.FPDF_PAGEOBJECT, index: int) -> Setting:
        size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
        pdfium.FPDFTextObj_GetFontSize(obj, size)
        pdfium.FPDFPageObj_GetMatrix(obj, matrix)
        bold = self._is_bold(pdfium.FPDFTextObj_GetFont(obj)) or (
            pdfium.FPDFTextObj_GetTextRenderMode(obj) == FILL_AND_STROKE
        )
        unmapped = pdfium.FPDFText_HasUnicodeMapError(self._handle, index) == 1
        mark = pdfium.FPDFPageObj_GetMarkedContentID(obj)
        return Setting(abs(size.value * math.hypot(matrix.c, matrix.d)), bold, mark, unmapped)

    def _is_bold(self, font: pdfium.FPDF_FONT) -> bool:
        key = ctypes.c_void_p.from_buffer(font).value
        bold = self._fonts.get(key)
        if bold is None:
            name = ctypes.create_string_buffer(128)
            pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
            heavy = pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
            bold = self._fonts[key] = heavy or BOLD_NAME.search(name.value) is not None
        return bold


def page_words(text_page: pypdfium2.PdfTextPage, placing: Placing) -> tuple[tuple[Word, ...], int]:
    """The words in the order the file draws them, and how many have glyphs of unknown meaning."""
    handle = text_page.raw
    settings = Settings(handle)
    words: list[Word] = []
    unmapped = 0
    first, last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    first_ref, last_ref = ctypes.byref(first), ctypes.byref(last)
    char_box = pdfium.FPDFText_GetLooseCharBox
    for match in WORD.finditer(_page_text(handle, text_page.count_chars())):
        start, end = match.span()
        char_box(handle, start, first_ref)
        char_box(handle, end - 1, last_ref)
        setting = settings.at(start)
        unmapped += setting.unmapped
        box = placing.box(
            min(first.left, last.left),
            max(first.top, last.top),
            max(first.right, last.right),
            min(first.bottom, last.bottom),
        )
        size = setting.size or box.height
        words.append(Word(_clean(match.group()), *box, size, setting.bold, setting.mark))
    return tuple(words), unmapped


def _clean(signs: str) -> str:
    """A word with letters that are set as one sign apart, and its line-end hyphen written."""
    if signs.isascii() and signs[-1] != HYPHEN_MARKS[0]:
        return signs
    if signs[-1] in HYPHEN_MARKS:
        signs = signs[:-1] + "-"
    return signs.translate(LIGATURES)


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
