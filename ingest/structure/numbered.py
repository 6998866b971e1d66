"""Which numbered lines are headings ("5. Public Questions") and which are items of a list."""

from collections.abc import Sequence

from ingest.document import BlockKind
from ingest.raw import RawBlock
from ingest.structure.titles import reads_like_title, states
from ingest.structure.words import label_of, text_of

# "4.1 The policy is" may be a short heading; longer words with a verb are a paragraph.
_MAX_STATING = 6
_MAX_INNER_WORDS = 14
_MAX_COLON_WORDS = 4


def numbered_headings(blocks: Sequence[RawBlock]) -> tuple[set[int], set[int]]:
    """Places of numbered lines that are headings, and of those that are items of a list.

    Numbers that follow each other form a sequence. Where fewer than half of its lines have
    anything under them, it is a list, not a row of headings.
    """
    headings: set[int] = set()
    items: set[int] = set()
    for sequence in _sequences(blocks):
        with_body = sum(_has_body(blocks, place) for place in sequence)
        (headings if with_body * 2 >= len(sequence) else items).update(sequence)
    return headings, items


def depth_of(label: str | None) -> int:
    """How deep a number is: "5" 1, "8.3" 2, "8.3.1" 3; 0 for letters and no number.

    "4.0" is a heading of the first depth.
    """
    if not label or not label[0].isdigit() or label.endswith(")"):
        return 0
    parts = label.split(".")
    while len(parts) > 1 and parts[-1] == "0":
        parts.pop()
    return len(parts)


def _sequences(blocks: Sequence[RawBlock]) -> list[list[int]]:
    """Candidates grouped by depth and by numbers that go up by one."""
    open_ones: dict[int, list[int]] = {}
    closed: list[list[int]] = []
    for place, block in enumerate(blocks):
        if not _is_candidate(blocks, place):
            continue
        depth = depth_of(block.label)
        sequence = open_ones.get(depth)
        if sequence and _follows(blocks[sequence[-1]].label, block.label):
            sequence.append(place)
        else:
            if sequence:
                closed.append(sequence)
            open_ones[depth] = [place]
    return closed + list(open_ones.values())


def _is_candidate(blocks: Sequence[RawBlock], place: int) -> bool:
    block = blocks[place]
    depth = depth_of(block.label)
    if depth == 0 or depth > 4 or block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        return False
    title = label_of(text_of(block))[1]
    if not reads_like_title(title, numbered=True):
        return False
    if depth > 1:
        return _is_terse(title)
    return not _beside_item(blocks, place)


def _beside_item(blocks: Sequence[RawBlock], place: int) -> bool:
    """Whether the number before stands right above with words too long for a heading."""
    above = blocks[place - 1] if place else None
    if above is None or not _follows(above.label, blocks[place].label):
        return False
    return not reads_like_title(label_of(text_of(above))[1], numbered=True)


def _is_terse(title: str) -> bool:
    """Inner numbers mostly count paragraphs; only few words without a verb make a heading."""
    words = title.split()
    if len(words) > (_MAX_COLON_WORDS if title.endswith(":") else _MAX_INNER_WORDS):
        return False
    return len(words) <= _MAX_STATING or not (states(title) or words[0] == "The")


def _follows(label: str | None, following: str | None) -> bool:
    before, after = (label or "").split("."), (following or "").split(".")
    if len(before) != len(after) or before[:-1] != after[:-1]:
        return False
    return before[-1].isdigit() and after[-1].isdigit() and int(after[-1]) == int(before[-1]) + 1


def _has_body(blocks: Sequence[RawBlock], place: int) -> bool:
    """Whether something other than the next number of the same depth stands under it."""
    if place + 1 >= len(blocks):
        return False
    following = blocks[place + 1]
    return depth_of(following.label) != depth_of(blocks[place].label)
