"""Printed numbers: kept as labels, and numbers on a line of their own joined to their title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.raw import RawBlock, Run
from ingest.structure.titles import reads_like_title
from ingest.structure.words import is_text, label_of, text_of

_GLUED_NUMBER = re.compile(r"(.+:)\s*(0?1)", re.S)
_LONE_NUMBER = re.compile(r"(?:chapter\s+|section\s+|part\s+)?(\d{1,2})[.:]?", re.I)


def with_labels(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Blocks with `label` set from the printed number they begin with.

    So that every format gives the same kinds, a block numbered "7.2" is a paragraph even where
    the file calls it a list item, and one numbered "(a)" or "2)" is a list item.
    """
    return [_labelled(block) if is_text(block) else block for block in blocks]


def _labelled(block: RawBlock) -> RawBlock:
    label = block.label.rstrip(".") if block.label else label_of(text_of(block))[0]
    if label is None or block.kind is BlockKind.HEADING:
        return replace(block, label=label)
    decimal = "." in label
    if decimal:
        return replace(block, label=label, kind=BlockKind.PARAGRAPH, level=0)
    if block.kind is BlockKind.PARAGRAPH and not label.isdigit():
        return replace(block, label=label, kind=BlockKind.LIST_ITEM, level=1)
    return replace(block, label=label)


def join_lone_numbers(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Blocks with "01" on its own line joined to the title on the next.

    A number and a short line followed at once by another such pair is an item of a numbered
    list; one that has a body is a chapter heading.
    """
    blocks = _unglued(blocks)
    pairs = {place for place in range(len(blocks) - 1) if _is_pair(blocks, place)}
    joined: list[RawBlock] = []
    place = 0
    while place < len(blocks):
        if place not in pairs:
            joined.append(blocks[place])
            place += 1
            continue
        in_list = place + 2 in pairs or place - 2 in pairs
        joined.append(_joined(blocks[place], blocks[place + 1], in_list=in_list))
        place += 2
    return joined


def _unglued(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Blocks with a list's first number parted from the sentence it was glued to.

    "The rights are: 1", a line, and "2" on a line of its own: the 1 belongs to the line.
    """
    parted: list[RawBlock] = []
    for place, block in enumerate(blocks):
        match = _GLUED_NUMBER.fullmatch(text_of(block)) if len(block.runs) == 1 else None
        second = text_of(blocks[place + 2]) if place + 2 < len(blocks) else ""
        if match and second.isdigit() and int(second) == 2:
            page = block.runs[0].page
            parted.append(replace(block, runs=(Run(match.group(1), page),)))
            parted.append(RawBlock(BlockKind.PARAGRAPH, (Run(match.group(2), page),)))
        else:
            parted.append(block)
    return parted


def _is_pair(blocks: Sequence[RawBlock], place: int) -> bool:
    number, title = blocks[place], blocks[place + 1]
    if not (is_text(number) and is_text(title)) or title.kind is BlockKind.LIST_ITEM:
        return False
    return (
        _LONE_NUMBER.fullmatch(text_of(number)) is not None
        and label_of(text_of(title))[0] is None
        and reads_like_title(text_of(title), numbered=True)
    )


def _joined(number: RawBlock, title: RawBlock, *, in_list: bool) -> RawBlock:
    match = _LONE_NUMBER.fullmatch(text_of(number))
    assert match is not None
    return RawBlock(
        BlockKind.LIST_ITEM if in_list else BlockKind.HEADING,
        (*number.runs, *title.runs),
        level=1 if in_list else max(number.level, title.level),
        label=match.group(1),
    )
