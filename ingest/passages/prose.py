"""Passages of running text: consecutive blocks of one section, lists kept with their lead-in."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ingest.document import Block, BlockKind, Span
from ingest.passage import PassageKind
from ingest.passages.draft import Draft
from ingest.passages.split import split_span, word_count

# Of what was tried on the development questions (40 to 120 words up to 150 to 400), passages of
# this size were found best among the first five without being long to read.
_LEAST_WORDS = 120
_MOST_WORDS = 300
_QUESTION = re.compile(r"(?:q|question)\s*\d{0,2}\s*[.:)]", re.I)
_ANSWER = re.compile(r"(?:a|answer|response|reply)\s*\d{0,2}\s*[.:)]", re.I)


def prose_drafts(text: str, blocks: Sequence[Block]) -> Iterator[Draft]:
    """Passages of the blocks of one section that follow each other without a table or heading."""
    for group in _packed(text, _units(text, blocks)):
        yield from _drafts(text, group)


def _units(text: str, blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that should stay together.

    A list with the sentence that introduces it; "Q3. ..." with "A3. ...".
    """
    units: list[list[Block]] = []
    for block in blocks:
        if units and _belongs(text, units[-1], block):
            units[-1].append(block)
        else:
            units.append([block])
    return units


def _belongs(text: str, unit: Sequence[Block], block: Block) -> bool:
    if block.kind is BlockKind.LIST_ITEM and _takes_items(text, unit):
        return True
    asked = _QUESTION.match(unit[0].span.of(text))
    return asked is not None and _ANSWER.match(block.span.of(text)) is not None


def _takes_items(text: str, unit: Sequence[Block]) -> bool:
    last = unit[-1]
    if last.kind is BlockKind.LIST_ITEM:
        return True
    return last.span.of(text).rstrip().endswith((":", ";", "-", "–"))


def _packed(text: str, units: Sequence[list[Block]]) -> list[list[Block]]:
    """Units put together until a passage is long enough; long lists cut between their items."""
    groups: list[list[Block]] = []
    count = 0.0
    for piece in chain.from_iterable(_pieces(text, unit) for unit in units):
        words = sum(word_count(block.span.of(text)) for block in piece)
        fits = count + words <= _MOST_WORDS and (count < _LEAST_WORDS or words < _LEAST_WORDS)
        if groups and fits:
            groups[-1].extend(piece)
            count += words
        else:
            groups.append(piece)
            count = words
    return groups


def _pieces(text: str, unit: list[Block]) -> Iterator[list[Block]]:
    piece: list[Block] = []
    count = 0.0
    for block in unit:
        words = word_count(block.span.of(text))
        if piece and count + words > _MOST_WORDS:
            yield piece
            piece, count = [], 0.0
        piece.append(block)
        count += words
    if piece:
        yield piece


def _drafts(text: str, group: Sequence[Block]) -> Iterator[Draft]:
    if len(group) == 1:
        for piece in split_span(text, group[0].span, _MOST_WORDS):
            yield _draft(piece, (piece,), group)
        return
    parts = tuple(block.span for block in group)
    yield _draft(Span(parts[0].start, parts[-1].end), parts, group)


def _draft(span: Span, parts: tuple[Span, ...], group: Sequence[Block]) -> Draft:
    labels = [block.label for block in group if block.label and "." in block.label]
    place = ""
    if labels:
        place = f"paragraph {labels[0]}"
        if len(labels) > 1:
            place = f"paragraphs {labels[0]} to {labels[-1]}"
    return Draft(PassageKind.PROSE, span, group[0].section, parts, place=place)
