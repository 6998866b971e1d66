"""Running headers, footers and page numbers: found over pages, and taken out of the text.

Words are running where the same ones (figures aside) stand at the same height of several pages,
near the top or bottom. A line of nothing but a page number is one wherever it stands there, if
the numbers of the pages go up with the pages.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pdf.lines import Line

ZONE = 0.12  # of the page's height, at top and bottom
LEAST_PAGES = 3
SHARE = 0.3  # of the pages, where there are few; never fewer than LEAST_PAGES
HEIGHT_STEP = 8.0  # points within which two lines stand at the same height
FIGURES = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:page\s*|p\.?\s*|[-–|]\s*)?(?P<number>\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?"
    r"(?:\s*(?:[-–|]|\|?\s*page))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a page that stand in no table, with the page's height in points."""

    number: int
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A page without its running lines, and the number printed on it if one is."""

    lines: tuple[Line, ...]
    label: str | None


def trim_pages(pages: Sequence[PageLines]) -> list[Trimmed]:
    """Take running headers, footers and page numbers out of every page."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_key(line) for line in page.lines if _in_zone(line, page.height)})
    offset = _number_offset(pages)
    return [_trim(page, seen, offset, len(pages)) for page in pages]


def _trim(
    page: PageLines, seen: Counter[tuple[str, int]], offset: int | None, count: int
) -> Trimmed:
    # Of two pages, the second's header is the repetition.
    least = 2 if count == 2 and page.number == 2 else max(LEAST_PAGES, min(int(SHARE * count), 5))
    kept: list[Line] = []
    label: str | None = None
    for line in page.lines:
        if not _in_zone(line, page.height):
            kept.append(line)
            continue
        number = _printed_number(line)
        if number is not None and (offset is None or number - page.number == offset):
            label = _label(line)
        elif _repeats(seen, line) < least:
            kept.append(line)
    return Trimmed(tuple(kept), label)


def _repeats(seen: Counter[tuple[str, int]], line: Line) -> int:
    text, place = _key(line)
    return sum(seen[text, place + step] for step in (-1, 0, 1))


def _key(line: Line) -> tuple[str, int]:
    return FIGURES.sub("#", line.text.lower()), round(line.box.top / HEIGHT_STEP)


def _in_zone(line: Line, height: float) -> bool:
    return line.box.bottom <= ZONE * height or line.box.top >= (1 - ZONE) * height


def _printed_number(line: Line) -> int | None:
    match = PAGE_NUMBER.fullmatch(line.text)
    if match is None:
        return None
    number = match["number"]
    return int(number) if number.isdecimal() else None


def _label(line: Line) -> str:
    match = PAGE_NUMBER.fullmatch(line.text)
    return match["number"] if match else line.text


def _number_offset(pages: Sequence[PageLines]) -> int | None:
    """Printed less physical number, where most numbered pages agree on it; None if they don't."""
    offsets: Counter[int] = Counter()
    for page in pages:
        offsets.update(
            {
                number - page.number
                for line in page.lines
                if _in_zone(line, page.height) and (number := _printed_number(line)) is not None
            }
        )
    return max(offsets, key=lambda offset: offsets[offset]) if offsets else None
