"""Decide which blocks are headings.

A file's own word for it is taken where it has one. Conversions lose most of it, so numbers, the
contents page and short lines that stand over a body of text are read as a person would read them.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.raw import RawBlock
from ingest.structure.contents import Contents
from ingest.structure.numbered import numbered_headings
from ingest.structure.standing import standing_over
from ingest.structure.table_names import table_names
from ingest.structure.words import ends_sentence, label_of, text_of

_ANNOUNCED_WORDS = 3


def mark_headings(
    blocks: Sequence[RawBlock], contents: Contents | None, items: frozenset[int] = frozenset()
) -> list[RawBlock]:
    """Blocks with every heading of kind HEADING, and nothing else of that kind.

    `items` are the places that begin an item of a pack: headings whatever they look like.
    """
    numbered, in_lists = numbered_headings(blocks)
    given = _given(blocks) - in_lists - table_names(blocks)
    places = given | numbered | _announced(blocks) | _listed(blocks, contents)
    places |= standing_over(blocks, places | items) | items
    skipped = range(contents.start + 1, contents.end) if contents else range(0)
    places -= set(skipped)
    return [
        _as_heading(block) if place in places else _as_words(block)
        for place, block in enumerate(blocks)
    ]


def _as_heading(block: RawBlock) -> RawBlock:
    return replace(block, kind=BlockKind.HEADING)


def _as_words(block: RawBlock) -> RawBlock:
    if block.kind is BlockKind.HEADING:
        block = replace(block, kind=BlockKind.PARAGRAPH, level=0)
    if block.kind is BlockKind.PARAGRAPH and block.label and "." not in block.label:
        return replace(block, kind=BlockKind.LIST_ITEM, level=1)
    return block


def _given(blocks: Sequence[RawBlock]) -> set[int]:
    """Headings by the file's own word."""
    return {place for place, block in enumerate(blocks) if block.kind is BlockKind.HEADING}


def _listed(blocks: Sequence[RawBlock], contents: Contents | None) -> set[int]:
    """The contents heading and, in order, the blocks that say what an entry says."""
    if contents is None:
        return set()
    found = {contents.start}
    position: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if place >= contents.end and block.kind is not BlockKind.TABLE:
            position.setdefault(_key(block.label, text_of(block)), []).append(place)
    latest = contents.end - 1
    for entry in contents.entries:
        places = position.get(_key(entry.label, entry.title), [])
        after = bisect_right(places, latest)
        if after < len(places):
            latest = places[after]
            found.add(latest)
    return found


def _announced(blocks: Sequence[RawBlock]) -> set[int]:
    """Paragraphs that say word for word what a list item above said: "This part covers: ..."."""
    found: set[int] = set()
    items: set[str] = set()
    for place, block in enumerate(blocks[:-1]):
        text = text_of(block)
        if block.kind is BlockKind.LIST_ITEM and len(text.split()) >= _ANNOUNCED_WORDS:
            items.add(_key(None, text))
        elif block.kind is BlockKind.PARAGRAPH and _key(None, text) in items:
            over_list = blocks[place + 1].kind is BlockKind.LIST_ITEM
            if not over_list and not ends_sentence(text):
                found.add(place)
    return found


def _key(label: str | None, text: str) -> str:
    """Number and title, so that "8.1 Victims" is not found at an unnumbered "Victims"."""
    title = text if label is None else label_of(text)[1].removeprefix(label)
    return f"{label or ''} " + "".join(sign for sign in title.casefold() if sign.isalnum())
