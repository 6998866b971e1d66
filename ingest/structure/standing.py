"""Unnumbered headings, known by standing over what they head."""

import re
from collections.abc import Sequence

from ingest.document import BlockKind
from ingest.raw import RawBlock
from ingest.structure.table_names import table_names
from ingest.structure.titles import is_caption, is_lead_in, reads_like_title
from ingest.structure.words import ends_sentence, text_of

_MAX_STACKED = 4  # headings that follow each other with nothing between
_BODY_WORDS = 12
_COLON_WORDS = 6
_VALEDICTION = re.compile(r"yours (?:sincerely|faithfully|truly)|(?:kind|best) regards", re.I)
_CLOSING = re.compile(r"signatures?:?|apologies:?|any other business:?", re.I)
_CHART = re.compile(
    r"\b(?:chart|graph|map|diagram|infographic|heatmap)s?\b[^.]{0,30}\b(?:below|following)\b"
    r"|\b(?:following|below)\b[^.]{0,30}\b(?:chart|graph|map|diagram|infographic|heatmap)s?\b",
    re.I,
)
_SIGNATURE_LINES = 6
_MAX_BOLD_SHARE = 0.3


def standing_over(blocks: Sequence[RawBlock], known: set[int]) -> set[int]:
    """Places of short lines with a body of text, a list or a table right under them.

    `known` are the headings found otherwise. Lines of a signature and the name of one of
    several tables under one caption are not headings.
    """
    signatures = _signatures(blocks)
    barred = _chart_titles(blocks) | table_names(blocks)
    bold_tells = _bold_tells(blocks)
    found: set[int] = set()
    stacked = 0
    for place in range(len(blocks) - 2, -1, -1):
        block, below = blocks[place], blocks[place + 1]
        over_heading = place + 1 in found and stacked < _MAX_STACKED and _may_stack(block, below)
        if place in known or place in barred or not _is_eligible(blocks, place):
            stacked = 0
        elif over_heading and place not in signatures:
            found.add(place)
            stacked += 1
        elif _has_body(block, below, bold_tells=bold_tells):
            found.add(place)
            stacked = 1
        else:
            stacked = 0
    return found


def _may_stack(block: RawBlock, below: RawBlock) -> bool:
    """Whether a line may head the heading under it: not if only that one is in capitals."""
    return text_of(block).isupper() or not text_of(below).isupper()


def _is_eligible(blocks: Sequence[RawBlock], place: int) -> bool:
    block = blocks[place]
    if block.label or not reads_like_title(text_of(block)):
        return False
    return block.kind is BlockKind.PARAGRAPH or _is_bulleted_heading(blocks, place)


def _is_bulleted_heading(blocks: Sequence[RawBlock], place: int) -> bool:
    """A bullet by itself over a numbered paragraph: a conversion made one of its number."""
    if blocks[place].kind is not BlockKind.LIST_ITEM:
        return False
    below = blocks[place + 1]
    alone = place == 0 or blocks[place - 1].kind is not BlockKind.LIST_ITEM
    return alone and below.kind is BlockKind.PARAGRAPH and "." in (below.label or "")


def _has_body(block: RawBlock, below: RawBlock, *, bold_tells: bool) -> bool:
    title, words = text_of(block), text_of(below).split()
    if below.kind is BlockKind.TABLE or is_caption(text_of(below)) or _CLOSING.fullmatch(title):
        return True
    if below.kind is BlockKind.HEADING:
        return bold_tells and block.bold
    if below.kind is BlockKind.LIST_ITEM:
        return not title.endswith(":") or block.bold or title.isupper()
    if block.bold and bold_tells and not below.bold:
        return True
    if title.isupper() and not text_of(below).isupper():
        return True
    if title.endswith(":") and len(title.split()) <= _COLON_WORDS and not is_lead_in(title):
        return True
    return len(words) >= _BODY_WORDS or (len(words) >= 4 and ends_sentence(words[-1]))


def _bold_tells(blocks: Sequence[RawBlock]) -> bool:
    """Whether bold lines are few enough to mean something."""
    paragraphs = [block for block in blocks if block.kind is BlockKind.PARAGRAPH]
    bold = sum(block.bold for block in paragraphs)
    return 0 < bold <= len(paragraphs) * _MAX_BOLD_SHARE


def _signatures(blocks: Sequence[RawBlock]) -> set[int]:
    """Lines after "Yours sincerely": a name, a role, an office."""
    return {
        line
        for place, block in enumerate(blocks)
        if _VALEDICTION.match(text_of(block))
        for line in range(place + 1, place + 1 + _SIGNATURE_LINES)
    }


def _chart_titles(blocks: Sequence[RawBlock]) -> set[int]:
    """Lines after a sentence that points at a chart: of the chart only its title is left."""
    return {
        place + 1
        for place, block in enumerate(blocks)
        if block.kind is BlockKind.PARAGRAPH and _CHART.search(text_of(block))
    }
