"""Decide which blocks are headings.

A file's own word for it is taken where it has one. Conversions lose most of it, so numbers, the
contents page and short lines that stand over a body of text are read as a person would read them.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.raw import RawBlock
from ingest.structure.contents import Contents
from ingest.structure.numbered import numbered_headings
from ingest.structure.titles import is_caption, reads_like_title
from ingest.structure.words import ends_sentence, label_of, text_of

_MAX_STACKED = 3  # unnumbered headings that follow each other with nothing between
_BODY_WORDS = 12


def mark_headings(blocks: Sequence[RawBlock], contents: Contents | None) -> list[RawBlock]:
    """Blocks with every heading of kind HEADING, and nothing else of that kind."""
    places = _given(blocks) | numbered_headings(blocks) | _listed(blocks, contents)
    places |= _standing_over(blocks, places)
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
    """Headings by the file's own word, unless they read as sentences or captions."""
    return {
        place
        for place, block in enumerate(blocks)
        if block.kind is BlockKind.HEADING
        and len(text_of(block)) <= 250
        and not is_caption(text_of(block))
    }


def _listed(blocks: Sequence[RawBlock], contents: Contents | None) -> set[int]:
    """The contents heading and, in order, the blocks that say what an entry says."""
    if contents is None:
        return set()
    found = {contents.start}
    wanted = [_key(entry.title) for entry in contents.entries]
    position: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if place >= contents.end and block.kind is not BlockKind.TABLE:
            position.setdefault(_key(label_of(text_of(block))[1]), []).append(place)
    latest = contents.end - 1
    for key in wanted:
        place = next((place for place in position.get(key, []) if place > latest), None)
        if place is not None:
            found.add(place)
            latest = place
    return found


def _key(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _standing_over(blocks: Sequence[RawBlock], known: set[int]) -> set[int]:
    """Unnumbered short lines with a body of text, a list or a table right under them."""
    found: set[int] = set()
    stacked = 0
    for place in range(len(blocks) - 2, -1, -1):
        block = blocks[place]
        if place in known or block.kind is not BlockKind.PARAGRAPH or block.label:
            stacked = 0
            continue
        over_heading = place + 1 in found and stacked < _MAX_STACKED
        if reads_like_title(text_of(block)) and (
            over_heading or _is_body(blocks[place + 1], block)
        ):
            found.add(place)
            stacked += 1
        else:
            stacked = 0
    return found


def _is_body(block: RawBlock, title: RawBlock) -> bool:
    if block.kind is BlockKind.TABLE:
        return True
    if block.kind is BlockKind.LIST_ITEM:
        return not text_of(title).endswith(":") or title.bold or text_of(title).isupper()
    if is_caption(text_of(block)):
        return True
    words = text_of(block).split()
    if block.kind is BlockKind.HEADING:
        return False
    return len(words) >= _BODY_WORDS or (len(words) >= 4 and ends_sentence(words[-1]))
