"""Words that introduce what follows ("as follows.", a colon): they say what, and of when, it is."""

import re
from bisect import bisect_left, bisect_right

from ingest.document import Block, BlockKind, Document, Span


def lead_ins(document: Document, span: Span) -> list[tuple[Span, str]]:
    """The blocks within `span` that words ending in a colon introduce, with those words.

    They introduce a list, as do those that say that it follows; if words with a colon are short,
    as a heading is, they introduce the paragraphs after it too.
    """
    leads: list[tuple[Span, str]] = []
    lead, is_heading = "", False
    for block in _from_heading(document, span):
        words = block.span.of(document.text).strip()
        is_words = block.kind is BlockKind.PARAGRAPH
        if is_words and announces(words):
            short = words.endswith(":") and len(words.split()) <= _SHORT_LEAD
            lead, is_heading = words[-_LONGEST_LEAD:], short
            continue
        if block.kind is BlockKind.LIST_ITEM:
            is_heading = False  # what comes after its list is no more of it
        elif not (is_words and is_heading):
            lead = ""
        if lead and block.span.overlaps(span):
            leads.append((block.span, lead))
    return leads


def announces(words: str) -> bool:
    """Whether words end by saying that something follows: with a colon, or "as follows."."""
    return words.endswith(":") or _FOLLOWS.search(words) is not None


_FOLLOWS = re.compile(
    r"\b(?:as follows|(?:shown|set out|given|listed|named) below|(?:is|are|was|were) below)\.$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 300  # characters
_SHORT_LEAD = 10  # words
_FURTHEST = 40  # blocks before a passage, where no heading stands nearer


def _from_heading(document: Document, span: Span) -> list[Block]:
    """The blocks from the heading that `span` stands under to its end."""
    blocks = document.blocks
    first = max(bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1, 0)
    last = bisect_left(blocks, span.end, key=lambda block: block.span.start)
    furthest = max(first - _FURTHEST, 0)
    while first > furthest and blocks[first].kind is not BlockKind.HEADING:
        first -= 1
    return list(blocks[first:last])
