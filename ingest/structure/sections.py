"""The path of headings over every block."""

import re
from collections.abc import Sequence

from ingest.document import BlockKind
from ingest.raw import RawBlock
from ingest.structure.contents import Contents
from ingest.structure.words import text_of

Path = tuple[str, ...]

_SPACED = re.compile(r"(?:\w )+\w")


def section_paths(blocks: Sequence[RawBlock], contents: Contents | None) -> list[Path]:
    """The headings above each block, outermost first; for a heading, its parents.

    The contents page is closed where its entries end, whatever follows.
    """
    paths: list[Path] = []
    stack: list[tuple[int, str]] = []
    for place, block in enumerate(blocks):
        if contents and place == contents.end:
            stack = [entry for entry in stack if entry[1] != _title(blocks[contents.start])]
        if block.kind is BlockKind.HEADING:
            while stack and stack[-1][0] >= block.level:
                stack.pop()
            paths.append(tuple(title for _, title in stack))
            stack.append((block.level, _title(block)))
        else:
            paths.append(tuple(title for _, title in stack))
    return paths


def _title(block: RawBlock) -> str:
    """The heading's words; letters set apart ("A g e n d a") are closed up."""
    text = text_of(block)
    return text.replace(" ", "") if _SPACED.fullmatch(text) else text
