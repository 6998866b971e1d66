"""Paragraphs and list items that a page end cut in two, put together again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.raw import RawBlock
from ingest.structure.titles import is_page_reference
from ingest.structure.words import ends_sentence, label_of, text_of

_OPEN_WORDS = """
    a an the this that these those its his her their our your of in on at by for to with from into
    onto upon over under between among within without through during about against and or but nor
    as than if which who whose where when while because is are was were be been being has have had
    will would shall should can could may might must not no each every any all some both such
"""
# No sentence, heading or list item ends with one of these.
_OPEN = frozenset(_OPEN_WORDS.split())


def join_cut_words(blocks: Iterable[RawBlock]) -> list[RawBlock]:
    """Blocks with each paragraph joined to the part of it that the next page carries."""
    groups: list[list[RawBlock]] = []
    for block in blocks:
        if groups and _carries_on(groups[-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [_joined(group) for group in groups]


def _joined(group: Sequence[RawBlock]) -> RawBlock:
    if len(group) == 1:
        return group[0]
    runs = tuple(run for block in group for run in block.runs)
    return replace(group[0], runs=runs, bold=False)


def _carries_on(group: Sequence[RawBlock], following: RawBlock) -> bool:
    if following.kind is not BlockKind.PARAGRAPH or following.label:
        return False
    if group[0].kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    before, after = text_of(group[-1]), text_of(following)
    if ends_sentence(before) or label_of(after)[0] or _is_line_of_its_own(after):
        return False
    if is_page_reference(after):
        return False
    first = after.lstrip("\"'“‘")[:1]
    return first.islower() or first == "(" or before.split()[-1].lower().strip(",") in _OPEN


def _is_line_of_its_own(text: str) -> bool:
    """An address such as "www.example.org" starts in lower case but carries nothing on."""
    first = text.split()[0].lower()
    return first.startswith(("www.", "http", "@")) or "@" in first
