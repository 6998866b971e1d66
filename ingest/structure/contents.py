"""Find the contents page: what it lists are headings, and it is not itself an answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import BlockKind
from ingest.raw import RawBlock
from ingest.structure.words import ends_sentence, label_of, row_texts, text_of

_TITLE = re.compile(
    r"(?:table of )?contents(?: page)?:?|index:?|in this (?:report|document):?", re.I
)
_LEADER = " .·…_"
_PAGE = re.compile(r"(?:page\s*)?\d{1,4}", re.I)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
_MIN_ENTRIES = 3
_MAX_TITLE_WORDS = 20
_PAGED_SHARE = 0.7
_SENTENCE_WORDS = 8
_FIRST_LINES = 3
_MAX_LINES = 150
_MAX_LINE_WORDS = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: printed number or None, title, and whether it is an inner one."""

    label: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the contents stand: its heading at `start`, first block after it at `end`."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def is_contents_title(text: str) -> bool:
    """Whether a heading is that of a contents page."""
    return bool(_TITLE.fullmatch(text.strip()))


def is_contents_line(section: Sequence[str], words: str) -> bool:
    """Whether a paragraph is a line of the contents page that its section is named after.

    A sentence is not: something else is called contents there.
    """
    if not section or not is_contents_title(section[-1]):
        return False
    return not (ends_sentence(words) and len(words.split()) >= _SENTENCE_WORDS)


def lists_pages(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the rows of a table end in page numbers, as those of a contents page do."""
    return bool(rows) and len(_paged(rows)) >= len(rows) * _PAGED_SHARE


def _paged(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    filled = ([text for text in row if text] for row in rows)
    return [row for row in filled if len(row) > 1 and _PAGE.fullmatch(row[-1])]


def find_contents(blocks: Sequence[RawBlock]) -> Contents | None:
    """The first contents page, or None. At least three entries make one."""
    for start, block in enumerate(blocks[: len(blocks) // 2 + 1]):
        if block.kind is not BlockKind.TABLE and is_contents_title(text_of(block)):
            end, entries = _entries(blocks, start + 1)
            if len(entries) < _MIN_ENTRIES:
                end, entries = _unpaged_entries(blocks, start + 1)
            if len(entries) >= _MIN_ENTRIES:
                return Contents(start, end, tuple(entries))
    return None


def _entries(blocks: Sequence[RawBlock], start: int) -> tuple[int, list[Entry]]:
    entries: list[Entry] = []
    place = start
    while place < len(blocks):
        found = _entries_of(blocks[place])
        if not found:
            break
        entries.extend(found)
        place += 1
    return place, entries


def _unpaged_entries(blocks: Sequence[RawBlock], start: int) -> tuple[int, list[Entry]]:
    """Entries without page numbers: lines up to where the first of them is said again."""
    firsts = {title_key(text_of(block)) for block in blocks[start : start + _FIRST_LINES]}
    for place in range(start, min(start + _MAX_LINES, len(blocks))):
        text = text_of(blocks[place])
        if blocks[place].kind is BlockKind.TABLE or len(text.split()) > _MAX_LINE_WORDS:
            break
        if place > start + _MIN_ENTRIES and title_key(text) in firsts - {""}:
            return place, [_entry([text_of(block)]) for block in blocks[start:place]]
    return start, []


def title_key(text: str) -> str:
    """A title with its printed number and everything but letters and digits left out."""
    return "".join(sign for sign in label_of(text)[1].casefold() if sign.isalnum())


def _entries_of(block: RawBlock) -> list[Entry]:
    if block.kind is BlockKind.TABLE:
        rows = [row_texts(row) for row in block.rows]
        return [_entry(row[:-1]) for row in _paged(rows)] if lists_pages(rows) else []
    title = _before_page(text_of(block))
    return [_entry([title])] if title and len(title.split()) <= _MAX_TITLE_WORDS else []


def _before_page(text: str) -> str:
    """The words of "Title ....... 12" without leader and page number; "" if it has none."""
    words = text.rstrip()
    title = words.rstrip("0123456789")
    digits = len(words) - len(title)
    return title.rstrip(_LEADER) if 0 < digits <= 4 and title[-1:] in tuple(_LEADER) else ""


def _entry(parts: list[str]) -> Entry:
    if len(parts) > 1 and _NUMBER.fullmatch(parts[0]):
        return Entry(parts[0].rstrip("."), " ".join(parts[1:]))
    label, title = label_of(" ".join(parts))
    return Entry(label, title)
