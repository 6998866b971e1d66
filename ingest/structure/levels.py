"""How deep each heading is, and the path of headings over every block."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.raw import RawBlock
from ingest.structure.contents import Contents
from ingest.structure.numbered import depth_of
from ingest.structure.words import text_of

_APPENDIX = re.compile(r"(?:appendix|annex|schedule|annexe)\s+[\dA-Z]{1,3}\b", re.I)
_APPENDICES = re.compile(r"(?:\d+\s+)?(?:appendices|annexes|appendix|annex)", re.I)

Path = tuple[str, ...]


def with_levels(blocks: Sequence[RawBlock], items: frozenset[int] = frozenset()) -> list[RawBlock]:
    """Blocks with `level` set on every heading, 1 the outermost.

    `items` are the places of headings that begin an item of a pack: they are outermost, and all
    others stand below them. Printed numbers say the depth; a file's own levels do where they
    tell different depths apart; a heading with neither stands below the last that has.
    """
    trusted = _own_levels_tell(blocks)
    base = 1 if items else 0
    levelled: list[RawBlock] = []
    anchor = stacked = 0
    in_appendices = False
    for place, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING:
            levelled.append(block)
            stacked = 0
            continue
        text = text_of(block)
        depth = depth_of(block.label)
        if place in items:
            level = anchor = 1
            in_appendices = False
        elif trusted and block.level:
            level = anchor = base + block.level
        elif _APPENDIX.match(text):
            level = anchor = base + (2 if in_appendices else 1)
        elif depth:
            level = anchor = base + depth
            in_appendices = bool(_APPENDICES.fullmatch(text))
        else:
            level = max(anchor, base) + 1 + stacked
            stacked += 1
            levelled.append(replace(block, level=level))
            continue
        stacked = 0
        levelled.append(replace(block, level=level))
    return levelled


def _own_levels_tell(blocks: Sequence[RawBlock]) -> bool:
    """Whether the file's heading levels differ, and agree with the printed numbers."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING and block.level]
    if len({block.level for block in headings}) < 2:
        return False
    by_depth: dict[int, set[int]] = {}
    for block in headings:
        if depth_of(block.label):
            by_depth.setdefault(depth_of(block.label), set()).add(block.level)
    firsts = [min(levels) for _, levels in sorted(by_depth.items())]
    return all(len(levels) == 1 for levels in by_depth.values()) and firsts == sorted(set(firsts))


def section_paths(blocks: Sequence[RawBlock], contents: Contents | None) -> list[Path]:
    """The headings above each block, outermost first; for a heading, its parents.

    The contents page is closed where its entries end, whatever follows.
    """
    paths: list[Path] = []
    stack: list[tuple[int, str]] = []
    for place, block in enumerate(blocks):
        if contents and place == contents.end:
            stack = [entry for entry in stack if entry[1] != text_of(blocks[contents.start])]
        if block.kind is BlockKind.HEADING:
            while stack and stack[-1][0] >= block.level:
                stack.pop()
            paths.append(tuple(title for _, title in stack))
            stack.append((block.level, text_of(block)))
        else:
            paths.append(tuple(title for _, title in stack))
    return paths
