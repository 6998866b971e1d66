"""Reading the picture of a page with Tesseract, so that it joins the others as words and rules."""

import math
import re
import shutil
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pypdfium2
from PIL import Image

from ingest.pdf.program import OcrFailed, run_bounded
from ingest.pdf.scan_image import Grey, dot_before, find_rules, skew, stroke, without_rules
from ingest.pdf.shapes import Box, PageContent, Word
from ingest.settings import IngestSettings

MOST_PIXELS = 36_000_000  # A3 at 360 dpi; larger pages are drawn coarser
SURE = 30.0  # Tesseract's own confidence, 0 to 100
WORDY = re.compile(r"[^\W\d_]{3}")  # a word of letters is seldom wrong, however unsure
SURE_MARK = 70.0  # a word without a letter or figure is often a speck
ASCENDING = set("bdfhijkltABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789£€$&%!?/()[]'\"‘’“”")
DESCENDING = set("gjpqyQ,;()[]/")
BOLDER = 1.3  # times the page's usual stroke
SAME_SIZE = 0.22  # sizes measured on a picture are this unsure
DASH = 0.34  # type sizes: a hyphen is narrower, an en dash wider
BULLET = "•"
BULLET_LIKE = {"e", "o", "°", "*", "¢", "«", "»", "@", "©", "®", "·", "•", "+", "¢-"}
BULLET_GAP = 0.55  # font sizes: white space after a bullet is wider than between words
WORD_LEVEL = "5"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn in grey, and how finely, in dots per inch."""

    grey: Grey
    dpi: float


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word as Tesseract gives it: its line on the page, its text and its box in points."""

    line: tuple[int, int, int]
    text: str
    box: Box


def tesseract() -> str | None:
    """Where the Tesseract program is; None if it is not installed."""
    return shutil.which("tesseract")


def render(page: pypdfium2.PdfPage, dpi: int) -> Picture:
    """The picture of a page, turned so that its lines are level."""
    width, height = page.get_size()
    full = (dpi / 72.0) ** 2 * width * height
    scale = dpi / 72.0 * min(1.0, math.sqrt(MOST_PIXELS / full) if full > 0 else 1.0)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    image = bitmap.to_pil().convert("L")
    bitmap.close()
    angle = skew(np.asarray(image))
    if abs(angle) > 0.05:
        image = image.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return Picture(np.asarray(image), scale * 72.0)


def read_picture(number: int, picture: Picture, settings: IngestSettings) -> PageContent:
    """The words and rules of a page's picture.

    Raises OcrFailed with the reason in its message.
    """
    dpi = picture.dpi
    drawing = find_rules(picture.grey, dpi)
    clean = without_rules(picture.grey, drawing, dpi)
    read = list(_parse(_run_tesseract(Picture(clean, dpi), settings), dpi))
    lines = _lines(read, clean, dpi)
    dots = tuple(dot for line in lines if (dot := _dot(line, clean, dpi)) is not None)
    height, width = clean.shape
    scale = 72.0 / dpi
    words = tuple(word for line in lines for word in line)
    return PageContent(number, width * scale, height * scale, words, replace(drawing, dots=dots))


def _run_tesseract(picture: Picture, settings: IngestSettings) -> str:
    program = tesseract()
    if program is None:
        raise OcrFailed("Tesseract is not installed")
    height, width = picture.grey.shape
    data = b"P5 %d %d 255\n" % (width, height) + picture.grey.tobytes()
    command = [program, "stdin", "stdout", "-l", settings.ocr_language, "--psm", "3"]
    command += ["--dpi", str(round(picture.dpi)), "tsv"]
    return run_bounded(command, data, settings.ocr_page_seconds).decode("utf-8", "replace")


def _parse(table: str, dpi: float) -> Iterator[ReadWord]:
    """The words of Tesseract's table of results, unsure ones left out."""
    scale = 72.0 / dpi
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != WORD_LEVEL:
            continue
        text, sure = cells[11].strip(), float(cells[10])
        least = SURE if any(sign.isalnum() for sign in text) else SURE_MARK
        if not text or (sure < least and text not in BULLET_LIKE and not WORDY.search(text)):
            continue
        left, top, width, height = (int(cell) * scale for cell in cells[6:10])
        line = (int(cells[2]), int(cells[3]), int(cells[4]))
        # With the ruling lines painted out, a lone upright stroke is the word "I".
        yield ReadWord(
            line, "I" if text == "|" else text, Box(left, top, left + width, top + height)
        )


def _lines(read: Sequence[ReadWord], picture: Grey, dpi: float) -> list[list[Word]]:
    """The words of each line, set in a size and weight measured over the line."""
    by_line: dict[tuple[int, int, int], list[ReadWord]] = {}
    for word in read:
        by_line.setdefault(word.line, []).append(word)
    groups = [_bulleted(group) for group in by_line.values()]
    sizes = [_size(group) for group in groups]
    strokes = [_stroke(group, picture, dpi) for group in groups]
    usual = statistics.median(sizes) if sizes else 0.0
    usual_stroke = statistics.median(strokes) if strokes else 0.0
    lines: list[list[Word]] = []
    for group, size, weight in zip(groups, sizes, strokes, strict=True):
        type_size = usual if abs(size - usual) <= SAME_SIZE * usual else float(round(size))
        bold = weight > BOLDER * usual_stroke * max(type_size / usual, 1.0)
        lines.append([_set(word, type_size, bold) for word in group])
    return lines


def _dot(line: Sequence[Word], picture: Grey, dpi: float) -> Box | None:
    first = line[0]
    if first.text == BULLET:
        return None
    box = Box(first.left, first.top, line[-1].right, first.bottom)
    return dot_before(picture, box, first.size, dpi)


def _set(word: ReadWord, size: float, bold: bool) -> Word:
    """The word with its box as high as its type, so that the words of a line stand level."""
    base = word.box.bottom - (0.2 * size if set(word.text) & DESCENDING else 0.0)
    left, right = word.box.left, word.box.right
    text = "–" if word.text == "-" and right - left > DASH * size else word.text
    return Word(text, left, base - 0.93 * size, right, base + 0.23 * size, size, bold)


def _size(words: Sequence[ReadWord]) -> float:
    """The type size of a line, from how high its words are and which letters they have."""
    return statistics.median(word.box.height / _share(word.text) for word in words)


def _share(text: str) -> float:
    signs = set(text)
    up, down = bool(signs & ASCENDING), bool(signs & DESCENDING)
    if up:
        return 0.96 if down else 0.74
    return 0.76 if down else 0.54


def _stroke(words: Sequence[ReadWord], picture: Grey, dpi: float) -> float:
    return statistics.median(stroke(picture, word.box, dpi) for word in words)


def _bulleted(words: Sequence[ReadWord]) -> list[ReadWord]:
    """A line whose first sign stands for a bullet, with the bullet put right."""
    if len(words) < 2 or words[0].text not in BULLET_LIKE:
        return list(words)
    gap = words[1].box.left - words[0].box.right
    if gap < BULLET_GAP * _size(words[1:]):
        return list(words)
    return [replace(words[0], text=BULLET), *words[1:]]
