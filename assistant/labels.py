"""What a paragraph or an entry of a list opens with, to say what it is about."""

import re
from collections.abc import Sequence

from ingest.document import Block, BlockKind, Span

_LABEL = re.compile(r"\W*([A-Z][^.:;!?–]{2,70}?)(?:\s[–—-]\s|:\s)")
_LONGEST_ENTRY = 7
"""Words of a label that an entry is found by; a longer one is a title or a clause."""


def labels_of(blocks: Sequence[Block], text: str) -> list[tuple[Span, str]]:
    """Each block that opens with what it is about ("Neighbourhood Policing – The ..."), with it."""
    found = []
    for block in blocks:
        is_text = block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        if is_text and (label := _LABEL.match(block.span.of(text))):
            found.append((block.span, label[1]))
    return found


def is_entry(label: str, span: Span, blocks: Sequence[Block], text: str) -> bool:
    """Whether the words at `span` are an entry of a list, found by its label: "Fenby: the quay"."""
    short = 0 < len(label.split()) <= _LONGEST_ENTRY
    if not short or not span.of(text).startswith(f"{label}:"):
        return False
    return any(b.kind is BlockKind.LIST_ITEM and b.span.contains(span) for b in blocks)
