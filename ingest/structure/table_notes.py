"""A table's caption, and the sentences around it that say what its figures mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.document import Block, BlockKind, Span
from ingest.structure.titles import is_caption, reads_like_title

_DEFINES = re.compile(
    r"\b(?:following|below|above|this) (?:table|figures|data)|\btables? (?:below|above)|date range"
    r"|last (?:12|twelve) months|previous (?:12|twelve)|long[- ]term average|\baverage\b.*\bis\b"
    r"|negative numbers|parenthes[ei]s|brackets|£000|£'000|defined as|as follows|set out below"
    r"|percentage point|financial year|year[- ]to[- ]date|for the period|source:",
    re.I,
)
_FOOTNOTE = re.compile(r"\*|†|‡|n/?b\b|note|notes\b|source|\(?\d\)\s|key:", re.I)
_STARRED = re.compile(r"\*|†|‡")
_MAX_ABOVE = 4
_MAX_BELOW = 10
_MAX_NOTE = 900  # characters


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a table: its printed caption, the line that names it among several
    tables of one caption, and the notes above and below."""

    caption: str = ""
    name: str = ""
    above: tuple[Span, ...] = ()
    below: tuple[Span, ...] = ()


def surroundings(
    text: str, blocks: Sequence[Block], place: int, known: Mapping[int, Surroundings]
) -> Surroundings:
    """For the table at `blocks[place]`; `known` holds those of the tables before it."""
    below = _below(text, blocks, place)
    name = _name_at(text, blocks, place - 1)
    between: list[Span] = []
    for above in range(place - 2 if name else place - 1, max(place - 2 - _MAX_ABOVE, -1), -1):
        block = blocks[above]
        sister = known.get(above)
        if name and sister and sister.name and not between:
            return Surroundings(sister.caption, name, sister.above, below)
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE):
            break
        if is_caption(block.span.of(text)):
            return Surroundings(block.span.of(text), name, tuple(reversed(between)), below)
        between.append(block.span)
    return Surroundings(above=_defining(text, between), below=below)


def _name_at(text: str, blocks: Sequence[Block], place: int) -> str:
    if place < 0 or blocks[place].kind is not BlockKind.PARAGRAPH:
        return ""
    words = blocks[place].span.of(text)
    return words if reads_like_title(words) else ""


def _defining(text: str, between: Sequence[Span]) -> tuple[Span, ...]:
    """Without a caption only the paragraphs that read like definitions are notes."""
    found: list[Span] = []
    for span in between:
        if span.end - span.start > _MAX_NOTE or not _DEFINES.search(span.of(text)):
            break
        found.append(span)
    return tuple(reversed(found))


def _below(text: str, blocks: Sequence[Block], place: int) -> tuple[Span, ...]:
    """Footnotes right under the table; a starred one that opens a list takes the list with it."""
    found: list[Span] = []
    in_list = False
    for block in blocks[place + 1 : place + 1 + _MAX_BELOW]:
        words = block.span.of(text)
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE) or is_caption(words):
            break
        is_note = bool(_FOOTNOTE.match(words)) and len(words) <= _MAX_NOTE
        if not is_note and not (in_list and block.kind is BlockKind.LIST_ITEM):
            break
        if is_note:
            in_list = bool(_STARRED.match(words)) and words.endswith(":")
        found.append(block.span)
    return tuple(found)
