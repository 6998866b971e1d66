"""Running headers, footers and page numbers: set apart from what a document says."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ingest.document import BlockKind
from ingest.raw import RawBlock
from ingest.structure.words import ends_sentence, label_of, page_of, text_of

_PAGE_NUMBER = re.compile(
    r"(?:[-–|\s]*)(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?(?:[-–|\s]*)|page\s+[ivxl]{1,6}",
    re.I,
)
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"^\d{1,4}\b|\b\d{1,4}$|page \d{1,4}(?: of \d{1,4})?")
_SENTENCE_WORDS = 7
_EDGES = (1, 2, -2, -1)  # blocks from the top and from the foot of a page that may be running
_MAX_LENGTH = 120
_MIN_REPEATS = 3
_SHORT = 5  # pages: in so short a file a line at the edge of two pages is a running one


def drop_running(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Blocks without the lines that repeat from page to page.

    In a paged file these are lines at a page's edge that come back on three pages or more, and
    page numbers. In any file a line that comes back and stands between two pieces of a table
    can be told to be one.
    """
    dropped = _at_edges(blocks) | _between_tables(blocks)
    return [block for place, block in enumerate(blocks) if place not in dropped]


def _at_edges(blocks: Sequence[RawBlock]) -> set[int]:
    edges = _edges(blocks)
    forms: dict[tuple[int, str], dict[int, int]] = defaultdict(dict)
    for page, places in edges.items():
        for edge, place in places.items():
            form = _form(blocks[place])
            if form:
                forms[edge, form][page] = place
    needed = 2 if len(edges) < _SHORT else max(_MIN_REPEATS, len(edges) // 10)
    running = {
        place for found in forms.values() if len(found) >= needed for place in found.values()
    }
    return running | _page_numbers(blocks, edges)


def _edges(blocks: Sequence[RawBlock]) -> dict[int, dict[int, int]]:
    """Page -> the places of its outermost blocks, counted 1, 2 from the top, -1, -2 from below."""
    pages: dict[int, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        page = _first_page(block)
        if page is not None:
            pages[page].append(place)
    return {
        page: {edge: places[edge - (edge > 0)] for edge in _EDGES if abs(edge) * 2 <= len(places)}
        for page, places in pages.items()
    }


def _page_numbers(blocks: Sequence[RawBlock], edges: Mapping[int, Mapping[int, int]]) -> set[int]:
    """Lone numbers at page edges that count with the pages; others are part of the text."""
    offsets: dict[int, set[int]] = defaultdict(set)
    for page, places in edges.items():
        for place in places.values():
            if _is_page_number(blocks[place]):
                number = _DIGITS.search(text_of(blocks[place]))
                offsets[int(number.group()) - page if number else 0].add(place)
    return set().union(*(places for places in offsets.values() if len(places) >= _MIN_REPEATS))


def _between_tables(blocks: Sequence[RawBlock]) -> set[int]:
    counts = Counter(text_of(block) for block in blocks if _is_short_words(block))
    found: set[int] = set()
    running: set[str] = set()
    for place in range(1, len(blocks) - 1):
        block = blocks[place]
        if not _is_short_words(block):
            continue
        between = all(
            neighbour.kind is BlockKind.TABLE
            for neighbour in (blocks[place - 1], blocks[place + 1])
        )
        if between and _is_page_number(block):
            found.add(place)
        elif between and counts[text_of(block)] >= _MIN_REPEATS - 1:
            running.add(text_of(block))
    repeats = [
        place
        for place, block in enumerate(blocks)
        if _is_short_words(block) and text_of(block) in running
    ]
    return found | set(repeats)


def _first_page(block: RawBlock) -> int | None:
    if block.kind is not BlockKind.TABLE:
        return page_of(block)
    return next((run.page for row in block.rows for cell in row for run in cell), None)


def _is_short_words(block: RawBlock) -> bool:
    return block.kind is BlockKind.PARAGRAPH and len(text_of(block)) <= _MAX_LENGTH


def _form(block: RawBlock) -> str:
    """The line with its page number alike, so that "Page 3" and "Page 4" are one; "" for others.

    A sentence is no running line, nor is a numbered heading.
    """
    text = text_of(block)
    if block.kind is BlockKind.TABLE or len(text) > _MAX_LENGTH or label_of(text)[0]:
        return ""
    if ends_sentence(text) and len(text.split()) > _SENTENCE_WORDS:
        return ""
    return _NUMBERED.sub("#", text.lower())


def _is_page_number(block: RawBlock) -> bool:
    return block.kind is BlockKind.PARAGRAPH and bool(_PAGE_NUMBER.fullmatch(text_of(block)))
