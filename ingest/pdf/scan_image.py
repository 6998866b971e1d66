"""What a picture of a page shows besides its letters: its skew, its ruling lines, its weight.

Pictures are arrays of grey, 0 black to 255 white, one byte a pixel.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ingest.pdf.shapes import Box, Drawing, Rule

Grey = NDArray[np.uint8]

DARK = 140  # grey below this is ink
INKY = 0.5  # of a picture: with more ink it is a photograph
FEWEST, ENOUGH = 200, 60_000  # specks of ink from which the skew can be told, and need be
STEEPEST = 3.0  # degrees: pages lie no more askew than this on a scanner's glass
STEP = 0.1  # degrees
FAINT = 175  # grey of a thin rule, which a scanner smears
SHORTEST_PIECE = 0.17  # inches: few letters have a straight stroke this long
SHORTEST_RULE = 0.35  # inches
PIECE_GAP = 0.06  # inches between pieces of one rule, broken where it crosses the scan's lines
THICKEST_RULE = 0.06  # inches: darker bands are shading or the scanner's lid
BULLET_REACH = 2.6  # type sizes before the text in which a bullet stands
BULLET_SIDE = (0.12, 0.65)  # type sizes
BULLET_INK = 0.55  # of its box
EDGE = 0.015  # of the page's side: dark borders of a scan are no rules


def skew(picture: Grey) -> float:
    """By how many degrees lines of text fall to the right: the angle that makes them level.

    At the right angle the rows of the picture are either full of ink or empty, so the sum of the
    squares of their ink is greatest.
    """
    height = picture.shape[0]
    small = picture[:: max(1, height // 900), :: max(1, height // 900)]
    rim = max(1, int(small.shape[1] * 0.03))
    ys, xs = np.nonzero(small[rim:-rim, rim:-rim] < DARK)
    if not FEWEST < len(xs) < INKY * small.size:
        return 0.0
    every = 1 + len(xs) // ENOUGH
    xs, ys = xs[::every], ys[::every]
    angles = np.arange(-STEEPEST, STEEPEST + STEP / 2, STEP)
    scores = [_levelness(xs, ys, float(angle)) for angle in angles]
    return float(round(angles[int(np.argmax(scores))], 2))


def _levelness(xs: NDArray[np.intp], ys: NDArray[np.intp], angle: float) -> float:
    shifted = (ys - xs * np.tan(np.radians(angle))).astype(np.int64)
    counts = np.bincount(shifted - shifted.min())
    return float(np.sum(counts.astype(np.float64) ** 2))


def find_rules(picture: Grey, dpi: float) -> Drawing:
    """The ruling lines of a level picture, in points."""
    dark = picture < FAINT
    if dark[::4, ::4].mean() > INKY:
        return Drawing()
    level = _long_runs(dark, dpi)
    upright = _long_runs(dark.T, dpi)
    height, width = picture.shape
    return Drawing(
        tuple(_rules(level, height, dpi)),
        tuple(_rules(upright, width, dpi)),
    )


Run = tuple[int, int, int]  # row, first pixel, pixel after the last


def _long_runs(dark: NDArray[np.bool_], dpi: float) -> list[Run]:
    """Unbroken dark runs along the rows, as long as a piece of a rule."""
    padded = np.zeros((dark.shape[0], dark.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = dark
    # Ink one row up or down counts too, so that a rule a little aslant is not cut to pieces.
    padded[1:, 1:-1] |= dark[:-1]
    padded[:-1, 1:-1] |= dark[1:]
    change = np.diff(padded, axis=1)
    rows, starts = np.nonzero(change == 1)
    _, ends = np.nonzero(change == -1)
    long = (ends - starts) >= SHORTEST_PIECE * dpi
    return [
        (int(row), int(start), int(end))
        for row, start, end in zip(rows[long], starts[long], ends[long], strict=True)
    ]


def _rules(runs: Iterable[Run], side: int, dpi: float) -> list[Rule]:
    """Runs on neighbouring rows as one rule each; thick bands and the scan's edges left out."""
    gap, near = PIECE_GAP * dpi, max(2, round(dpi / 100))
    bands: list[list[int]] = []  # first row, last row, start, end
    open_bands: list[list[int]] = []
    for row, start, end in runs:
        open_bands = [band for band in open_bands if band[1] >= row - near]
        band = next((b for b in open_bands if b[2] - gap < end and start < b[3] + gap), None)
        if band is None:
            band = [row, row, start, end]
            bands.append(band)
            open_bands.append(band)
        band[1], band[2], band[3] = row, min(band[2], start), max(band[3], end)
    scale = 72.0 / dpi
    return [
        Rule((first + last) / 2 * scale, start * scale, end * scale)
        for first, last, start, end in bands
        if last - first <= THICKEST_RULE * dpi
        and end - start >= SHORTEST_RULE * dpi
        and EDGE * side < (first + last) / 2 < (1 - EDGE) * side
    ]


def without_rules(picture: Grey, drawing: Drawing, dpi: float) -> Grey:
    """The picture with its ruling lines painted white, which else are read as letters."""
    clean = picture.copy()
    scale, thick = dpi / 72.0, max(2, round(dpi / 100))
    for rule in drawing.level:
        at = round(rule.at * scale)
        clean[max(at - thick, 0) : at + thick + 1, _pixels(rule, scale)] = 255
    for rule in drawing.upright:
        at = round(rule.at * scale)
        clean[_pixels(rule, scale), max(at - thick, 0) : at + thick + 1] = 255
    return clean


def _pixels(rule: Rule, scale: float) -> slice:
    return slice(round(rule.start * scale), round(rule.end * scale) + 1)


def stroke(picture: Grey, box: Box, dpi: float) -> float:
    """How thick the strokes in this part of a picture are, in points: bold type has thicker."""
    scale = dpi / 72.0
    part = picture[
        max(int(box.top * scale), 0) : int(box.bottom * scale),
        max(int(box.left * scale), 0) : int(box.right * scale),
    ]
    dark = part < DARK
    ink = int(dark.sum())
    if ink == 0:
        return 0.0
    edges = int(np.count_nonzero(dark[:, 1:] & ~dark[:, :-1])) + int(dark[:, 0].sum())
    return ink / max(edges, 1) / scale


def dot_before(picture: Grey, line: Box, size: float, dpi: float) -> Box | None:
    """The dot of a bullet just before a line of text, in points; None where there is none.

    `size` is the line's type size. A bullet stands alone in the white space before the text, at
    about the middle of its height.
    """
    scale = dpi / 72.0
    left = max(line.left - BULLET_REACH * size, 0.0)
    top = line.top + 0.2 * size
    part = picture[
        int(top * scale) : int((line.bottom - 0.1 * size) * scale),
        int(left * scale) : int((line.left - 0.25 * size) * scale),
    ]
    ys, xs = np.nonzero(part < DARK)
    if len(xs) == 0:
        return None
    wide, high = int(np.ptp(xs)) + 1, int(np.ptp(ys)) + 1
    low, high_limit = BULLET_SIDE[0] * size * scale, BULLET_SIDE[1] * size * scale
    if not (low <= wide <= high_limit and low <= high <= high_limit):
        return None
    if len(xs) < BULLET_INK * wide * high:
        return None
    x, y = left + float(xs.min()) / scale, top + float(ys.min()) / scale
    return Box(x, y, x + wide / scale, y + high / scale)
