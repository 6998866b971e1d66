"""How deep each heading is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.raw import RawBlock
from ingest.structure.numbered import depth_of
from ingest.structure.words import text_of

_APPENDIX = re.compile(r"(?:appendix|annex|annexe|schedule)\s+[\dA-Z]{1,3}\b", re.I)
_APPENDICES = re.compile(r"(?:\d+\.?\s+)?(?:appendices|annexes|appendix|annex)", re.I)
_CLOSER = re.compile(
    r"\b(?:internal review|right to (?:a |ask for a )?(?:review|complain|appeal)|next meeting"
    r"|signatures?|keep in touch|contact us|how to complain|further information|appendi\w+)\b"
    r"|^(?:actions?|review|complaints?|glossary|contacts?)\W*$",
    re.I,
)
_MIN_ROW = 3  # numbered headings that show how the document nests


def with_levels(blocks: Sequence[RawBlock], items: frozenset[int] = frozenset()) -> list[RawBlock]:
    """Blocks with `level` set on every heading, 1 the outermost.

    `items` are the places of headings that begin an item of a pack: they are outermost, and all
    others stand below them. Printed numbers say the depth; a file's own levels do where they
    tell different depths apart; a heading with neither stands below the last that has.
    """
    leveller = _Leveller(blocks, items)
    return [
        replace(block, level=leveller.level(place, block))
        if block.kind is BlockKind.HEADING
        else block
        for place, block in enumerate(blocks)
    ]


class _Leveller:
    """Walks down the headings; `anchor` is the level of the last whose depth is known."""

    def __init__(self, blocks: Sequence[RawBlock], items: frozenset[int]) -> None:
        self._items = items
        self._base = 1 if items else 0
        self._trusted = _own_levels_tell(blocks)
        self._closers = _after_last_number(blocks, items)
        self._numbered = any(
            block.kind is BlockKind.HEADING and depth_of(block.label) for block in blocks
        )
        self._anchor = 0
        self._in_appendices = False
        self._last = (-2, 0)  # place and level of the heading before

    def level(self, place: int, block: RawBlock) -> int:
        known = self._known(place, block)
        if known:
            self._anchor = level = known
        elif self._last[0] == place - 1:
            level = self._last[1] + 1  # headings with nothing between: one within the other
        elif place in self._closers:
            level = max(self._anchor, self._base + 1)
        else:
            level = max(self._anchor, self._base) + 1
        self._last = (place, level)
        return level

    def _known(self, place: int, block: RawBlock) -> int:
        """The level that an item, the file or a printed number gives; 0 if none does."""
        text, depth = text_of(block), depth_of(block.label)
        if place in self._items:
            self._in_appendices = False
            return 1
        if self._trusted and block.level:
            return self._base + block.level
        if _APPENDIX.match(text):
            return self._base + (2 if self._in_appendices else 1)
        if depth:
            self._in_appendices = depth == 1 and bool(_APPENDICES.fullmatch(text))
            return self._base + depth
        return self._base + 1 if block.level and not self._numbered else 0


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


def _after_last_number(blocks: Sequence[RawBlock], items: frozenset[int]) -> set[int]:
    """Unnumbered headings after the last number of a row whose other members have none below.

    In minutes "Actions" and "Date of next meeting" follow the last numbered item without being
    part of it, and in letters "Internal review".
    """
    found: set[int] = set()
    row: list[list[int]] = []  # for each number in turn, the unnumbered headings under it

    def close() -> None:
        if not row:
            return
        last = row[-1]
        told = next((n for n, place in enumerate(last) if _closes(blocks[place])), len(last))
        found.update(last if len(row) >= _MIN_ROW and not any(row[:-1]) else last[told:])

    for place, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING:
            continue
        if place in items or block.label == "1":
            close()
            row.clear()
        if depth_of(block.label) == 1:
            row.append([])
        elif row and not depth_of(block.label):
            row[-1].append(place)
    close()
    return found


def _closes(block: RawBlock) -> bool:
    return _CLOSER.search(text_of(block)) is not None
