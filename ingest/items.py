"""The items that a pack of papers contains, each with its own title and kind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import BlockKind, Document, DocumentKind, Span
from ingest.metadata.head import Line
from ingest.metadata.kind import find_kind

_PACKS = (DocumentKind.PANEL_PACK, DocumentKind.MEETING_PAPERS)
_LEAST = 2
_AGENDA = re.compile(r"a\s?g\s?e\s?n\s?d\s?a", re.I)


@dataclass(frozen=True, slots=True)
class Item:
    """A paper within a pack: its title as its first heading has it, kind, and whole span."""

    title: str
    kind: DocumentKind
    span: Span


def pack_items(document: Document) -> tuple[Item, ...]:
    """The items of a pack in order, the agenda first; empty for other documents.

    What stands before the first of them, such as the list of members, belongs to none.
    """
    if document.metadata.kind not in _PACKS:
        return ()
    starts = [
        place
        for place, block in enumerate(document.blocks)
        if block.kind is BlockKind.HEADING and block.level == 1
    ]
    return tuple(_items(document, starts)) if len(starts) >= _LEAST else ()


def _items(document: Document, starts: Sequence[int]) -> Iterator[Item]:
    for start, end in pairwise((*starts, len(document.blocks))):
        blocks = document.blocks[start:end]
        title = " ".join(blocks[0].span.of(document.text).split())
        span = Span(blocks[0].span.start, blocks[-1].span.end)
        yield Item(title, _kind(title, document.metadata.kind), span)


def _kind(title: str, pack: DocumentKind) -> DocumentKind:
    """The kind that the item's title shows, as if it stood alone."""
    if _AGENDA.fullmatch(title):
        return DocumentKind.OTHER
    kind, _ = find_kind("", (Line(title, Span(0, len(title)), heading=True),), ())
    of_panel = kind is DocumentKind.MEETING_MINUTES and pack is DocumentKind.PANEL_PACK
    return DocumentKind.PANEL_MINUTES if of_panel else kind
