"""What a picture of a page shows besides its letters: its skew, its ruling lines, its weight.

Pictures are arrays of grey, 0 black to 255 white, one byte a pixel.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ingest.pdf.shapes import Box, Drawing, Rule

Grey = NDArray[np.uint8]

DARK = 140  # grey below this is ink
STEEPEST = 3.0  # degrees: pages lie no more askew than this on a scanner's glass
STEP = 0.1  # degrees
SHORTEST_RULE = 0.35  # inches: letters have no straight stroke this long
THICKEST_RULE = 0.06  # inches: darker bands are shading or the scanner's lid
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
    if len(xs) < 200:
        return 0.0
    angles = np.arange(-STEEPEST, STEEPEST + STEP / 2, STEP)
    scores = [_levelness(xs, ys, float(angle)) for angle in angles]
    return float(round(angles[int(np.argmax(scores))], 2))


def _levelness(xs: NDArray[np.intp], ys: NDArray[np.intp], angle: float) -> float:
    shifted = (ys - xs * np.tan(np.radians(angle))).astype(np.int64)
    counts = np.bincount(shifted - shifted.min())
    return float(np.sum(counts.astype(np.float64) ** 2))


def find_rules(picture: Grey, dpi: float) -> Drawing:
    """The ruling lines of a level picture, in points."""
    dark = picture < DARK
    level = _long_runs(dark, dpi)
    upright = _long_runs(dark.T, dpi)
    scale = 72.0 / dpi
    height, width = picture.shape
    return Drawing(
        tuple(_rules(level, height, scale)),
        tuple(_rules(upright, width, scale)),
    )


Run = tuple[int, int, int]  # row, first pixel, pixel after the last


def _long_runs(dark: NDArray[np.bool_], dpi: float) -> list[Run]:
    """Unbroken dark runs along the rows that are as long as a rule is."""
    padded = np.zeros((dark.shape[0], dark.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = dark
    # Ink one row up or down counts too, so that a rule a little aslant is not cut to pieces.
    padded[1:, 1:-1] |= dark[:-1]
    change = np.diff(padded, axis=1)
    rows, starts = np.nonzero(change == 1)
    _, ends = np.nonzero(change == -1)
    long = (ends - starts) >= SHORTEST_RULE * dpi
    return [
        (int(row), int(start), int(end))
        for row, start, end in zip(rows[long], starts[long], ends[long], strict=True)
    ]


def _rules(runs: Iterable[Run], side: int, scale: float) -> list[Rule]:
    """Runs on neighbouring rows as one rule each; thick bands and the scan's edges left out."""
    thickest = THICKEST_RULE * 72.0 / scale
    bands: list[list[int]] = []  # first row, last row, start, end
    open_bands: list[list[int]] = []
    for row, start, end in runs:
        open_bands = [band for band in open_bands if band[1] >= row - 2]
        band = next((b for b in open_bands if b[2] < end and start < b[3]), None)
        if band is None:
            band = [row, row, start, end]
            bands.append(band)
            open_bands.append(band)
        band[1], band[2], band[3] = row, min(band[2], start), max(band[3], end)
    inner = (EDGE * side, (1 - EDGE) * side)
    return [
        Rule((first + last) / 2 * scale, start * scale, end * scale)
        for first, last, start, end in bands
        if last - first <= thickest and inner[0] < (first + last) / 2 < inner[1]
    ]


def without_rules(picture: Grey, drawing: Drawing, dpi: float) -> Grey:
    """The picture with its ruling lines painted white, which else are read as letters."""
    clean = picture.copy()
    scale, thick = dpi / 72.0, max(2, round(dpi / 72))
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
