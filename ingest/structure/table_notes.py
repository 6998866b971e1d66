"""A table's caption, and the sentences around it that say what its figures mean."""

import re
from collections.abc import Sequence

from ingest.document import Block, BlockKind, Span
from ingest.structure.titles import is_caption

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


def caption_and_notes(
    text: str, blocks: Sequence[Block], place: int
) -> tuple[int | None, tuple[Span, ...]]:
    """For the table at `blocks[place]`: the place of its caption block, and its notes' spans."""
    caption, above = _above(text, blocks, place)
    return caption, (*above, *_below(text, blocks, place))


def _above(text: str, blocks: Sequence[Block], place: int) -> tuple[int | None, tuple[Span, ...]]:
    """The caption among the few blocks above, and the paragraphs between it and the table.

    Without a caption only the paragraphs that read like definitions count.
    """
    between: list[Span] = []
    for above in range(place - 1, max(place - 1 - _MAX_ABOVE, -1), -1):
        block = blocks[above]
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE):
            break
        if is_caption(block.span.of(text)):
            return above, tuple(reversed(between))
        between.append(block.span)
    defining: list[Span] = []
    for span in between:
        if not _DEFINES.search(span.of(text)):
            break
        defining.append(span)
    return None, tuple(reversed(defining))


def _below(text: str, blocks: Sequence[Block], place: int) -> tuple[Span, ...]:
    """Footnotes right under the table; a starred one that opens a list takes the list with it."""
    found: list[Span] = []
    in_list = False
    for block in blocks[place + 1 : place + 1 + _MAX_BELOW]:
        words = block.span.of(text)
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE) or is_caption(words):
            break
        is_note = bool(_FOOTNOTE.match(words)) and len(words) <= 600
        if not is_note and not (in_list and block.kind is BlockKind.LIST_ITEM):
            break
        if is_note:
            in_list = bool(_STARRED.match(words)) and words.endswith(":")
        found.append(block.span)
    return tuple(found)
