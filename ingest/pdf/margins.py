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
LARGER_BODY = 1.1  # the body's type against that of a running header
LONGEST_HEADER = 120  # characters
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
        if number is not None and _is_page_number(line, number, page.number, offset):
            label = str(number)
        elif page.number > 1 and _is_small_header(line, page):
            continue
        elif _repeats(seen, line) < _enough(count):
            kept.append(line)
    return Trimmed(tuple(kept), label)


def _is_page_number(line: Line, number: int, page: int, offset: int | None) -> bool:
    if NAMED.match(line.text) or number - page == offset:
        return True
    return offset is None and page > 1 and number in (page, page - 1)


def _is_small_header(line: Line, page: PageLines) -> bool:
    """Whether a line tops its page in small type, with white below it.

    Needed for papers of two pages, where nothing repeats.
    """
    if line.box.bottom > ZONE * page.height or len(line.text) > LONGEST_HEADER:
        return False
    letters = sum(len(other.text) for other in page.lines)
    larger = sum(len(o.text) for o in page.lines if o.size > line.size * LARGER_BODY)
    below = [o.box.top - line.box.bottom for o in page.lines if o.box.top > line.box.bottom]
    first = all(o.box.top >= line.box.top - line.size for o in page.lines)
    return first and larger > letters / 2 and min(below, default=0.0) > line.size


def _enough(count: int) -> int:
    """On how many of `count` pages a line must stand to be a running one."""
    return 2 if count == 2 else max(LEAST_PAGES, min(int(SHARE * count), 5))


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
