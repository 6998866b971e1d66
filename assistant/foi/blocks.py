"""The paragraphs, headings and list items of a letter, in order, with what each hangs from."""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from assistant.foi.asking import OPENERS, QUESTION_START, REQUEST, STATEMENT
from assistant.foi.letter_text import Line, breaks_off, continues, lines_of, trimmed, wrap_width
from assistant.foi.markers import Mark, MarkStyle, line_mark, settle
from assistant.foi.wording import Wording, wording
from ingest.document import Span

_MAX_HEADING_WORDS = 10
ASK_NOUNS = re.compile(
    r"^(?:(?:the|a|an|any|all|total|full|overall|annual)\s+)*(?:number|numbers|cost|costs|"
    r"cop(?:y|ies)|"
    r"lists?|details?|amounts?|figures?|dates?|names?|minutes|breakdown|totals?|percentage|"
    r"proportion|"
    r"value|budget|income|spend(?:ing)?|how|what|who|when|where|why|which|whether)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LetterBlock:
    """A paragraph, heading or item. `span` leaves out the mark; `parent` is a place in the list."""

    span: Span
    mark: Mark | None = None
    depth: int = 0  # 0 for paragraphs and headings, 1 for outermost items
    parent: int | None = None
    heading: bool = False
    gap: bool = True  # a blank line stands above


@dataclass(slots=True)
class _Open:
    """A block being put together from lines."""

    lines: list[Line]
    mark: Mark | None
    gap: bool


def find_blocks(copy: str, body: Span) -> list[LetterBlock]:
    """The blocks of one stretch of a letter's working copy."""
    lines = lines_of(copy, body)
    marks = settle([None if line.blank else line_mark(copy, *line.span) for line in lines])
    width = wrap_width(copy, lines)
    opened: list[_Open] = []
    fresh = True
    listing = False  # an unmarked list stands open under a line that ends in a colon
    for line, mark in zip(lines, marks, strict=True):
        if line.blank:
            fresh = True
            continue
        above = opened[-1].lines[-1] if opened else line
        listing = width is None and not fresh and (listing or copy[above.span.end - 1] == ":")
        goes_on = continues(copy, above, line, width) or (
            breaks_off(copy, above) and not _begins_anew(line.span.of(copy))
        )
        if fresh or mark or listing or not goes_on:
            opened.append(_Open([line], mark, fresh))
            fresh = False
        else:
            opened[-1].lines.append(line)
    return _headed(copy, _nested(opened, [_block(copy, block) for block in opened]))


def _begins_anew(words: str) -> bool:
    """Whether the words of a line read as the beginning of an ask."""
    opening = OPENERS.sub("", words)
    asks = (ASK_NOUNS, QUESTION_START, REQUEST, STATEMENT)
    return opening != words or any(known.match(words) for known in asks)


def _block(copy: str, opened: _Open) -> LetterBlock:
    start = opened.mark.span.end if opened.mark else opened.lines[0].span.start
    span = trimmed(copy, Span(start, opened.lines[-1].span.end))
    return LetterBlock(span, opened.mark, gap=opened.gap)


def _nested(opened: list[_Open], blocks: list[LetterBlock]) -> list[LetterBlock]:
    """Give every item its depth and the item it hangs from."""
    nested: list[LetterBlock] = []
    stack: list[tuple[MarkStyle, str, int, int]] = []  # style, shape, indent, place
    for place, (source, block) in enumerate(zip(opened, blocks, strict=True)):
        if block.mark is None:
            if not stack or source.lines[0].indent <= stack[0][2]:
                stack = []
            nested.append(block)
            continue
        indent = source.lines[0].indent
        _pop(stack, block.mark, indent)
        parent = stack[-1][3] if stack else None
        stack.append((block.mark.style, block.mark.shape, indent, place))
        nested.append(replace(block, depth=len(stack), parent=parent))
    return nested


def _pop(stack: list[tuple[MarkStyle, str, int, int]], mark: Mark, indent: int) -> None:
    """Close the items that `mark` does not hang from."""
    for level, (style, shape, left, _) in enumerate(stack):
        same = style is mark.style and (shape == mark.shape or mark.style is not MarkStyle.LETTER)
        if same and abs(indent - left) <= 1:
            del stack[level:]
            return
    if any(style is mark.style and shape == mark.shape for style, shape, _, _ in stack):
        while stack[-1][0] is not mark.style:
            stack.pop()
        if indent <= stack[-1][2] + 1:
            stack.pop()


def _headed(copy: str, blocks: list[LetterBlock]) -> list[LetterBlock]:
    """Mark the short unpunctuated lines that stand above something as headings."""
    return [
        replace(block, heading=_is_heading(copy, block, following))
        for block, following in zip_longest(blocks, blocks[1:])
    ]


def _is_heading(copy: str, block: LetterBlock, following: LetterBlock | None) -> bool:
    words = " ".join(block.span.of(copy).split())
    if following is None or not words or len(words.split()) > _MAX_HEADING_WORDS:
        return False
    if words[-1] in ".?!;," or ASK_NOUNS.match(words):
        return False
    kind = wording(words)
    if kind is not Wording.BACKGROUND and (kind is not Wording.BOILERPLATE or words[-1] == ":"):
        return False
    if block.mark:
        above_text = following.mark is None and _asks(copy, following)
        close = words.endswith(":") or not following.gap
        return following.depth > block.depth or (above_text and close)
    return words.endswith(":") or following.mark is not None or _is_sentence(copy, following)


def _asks(copy: str, block: LetterBlock) -> bool:
    first = " ".join(block.span.of(copy).split())
    return first.endswith("?") or wording(first) in (Wording.ASK, Wording.LEAD_IN)


def _is_sentence(copy: str, block: LetterBlock) -> bool:
    return block.span.of(copy).rstrip()[-1:] in ".?:"
