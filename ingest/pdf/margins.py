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
NAMED = re.compile(r"page\s*\d|\d+\s*\|?\s*page|\d+\s+of\s+\d", re.IGNORECASE)


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
    kept: list[Line] = []
    label: str | None = None
    for line in page.lines:
        if not _in_zone(line, page.height):
            kept.append(line)
            continue
        number = _printed_number(line)
        if number is not None and (number - page.number == offset or NAMED.match(line.text)):
            label = str(number)
        elif _repeats(seen, line) < _enough(line, page, count):
            kept.append(line)
    return Trimmed(tuple(kept), label)


def _enough(line: Line, page: PageLines, count: int) -> int:
    """On how many pages a line must stand to be a running one."""
    at_top = line.box.bottom <= ZONE * page.height
    if count == 2 and not (at_top and page.number == 1):
        return 2  # a header that begins a paper of two pages may be its title
    return max(LEAST_PAGES, min(int(SHARE * count), 5))


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


def _number_offset(pages: Sequence[PageLines]) -> int | None:
    """Printed less physical number, where most numbered pages agree on it; None if they don't.

    One page alone must say "Page" to be believed.
    """
    offsets: Counter[int] = Counter()
    numbered = 0
    for page in pages:
        found = {
            number - page.number
            for line in page.lines
            if _in_zone(line, page.height) and (number := _printed_number(line)) is not None
        }
        offsets.update(found)
        numbered += bool(found)
    if not offsets:
        return None
    offset = max(offsets, key=lambda offset: offsets[offset])
    return offset if offsets[offset] > max(1, numbered / 2) else None
