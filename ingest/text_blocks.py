"""Put classified lines together into raw blocks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.html_reader import blocks_of_html
from ingest.markup import cell_paragraphs, is_strong, without_markup
from ingest.raw import RawBlock, RawCell, Run
from ingest.text_lines import Line, LineKind

_PIPE = re.compile(r"(?<!\\)\|")
# "7.2<tab>The Panel noted ...": a numbered paragraph, not a row of two cells.
_NUMBERED = re.compile(
    r"\s*(\(?(?:\d{1,3}(?:\.\d{1,3})*\.?|[a-z]{1,4}|[A-Z])[.)]?)\t+\s*(\S[^\t]*)"
)
_SLACK = 3  # characters by which the width of lines is uncertain
_SETEXT = re.compile(r"\s*(={3,}|-{3,})\s*")


def blocks_of_lines(lines: Sequence[Line], *, page: int | None, wrap: int | None) -> list[RawBlock]:
    """The blocks of one page's lines.

    `wrap` is the width at which paragraphs were broken into lines, 0 where every line is joined
    to the one before it, None where each line stands for itself.
    """
    blocks: list[RawBlock] = []
    for group in _groups(_with_open_pipes(lines)):
        blocks.extend(_blocks_of_group(group, page=page, wrap=wrap))
    return blocks


def _with_open_pipes(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those of a pipe table without pipes at its edges told by the rule in it."""
    inside = False
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else line
        opens = following.kind is LineKind.RULE and "|" in following.text
        inside = line.kind is not LineKind.BLANK and (inside or opens)
        if inside and line.kind is LineKind.WORDS and "|" in line.text:
            yield replace(line, kind=LineKind.PIPES)
        else:
            yield line


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Runs of lines of one make: a table's rows, or words and bullets up to a blank line."""
    group: list[Line] = []
    for line in lines:
        if line.kind is LineKind.RULE and group and _underlines(line, group):
            group = [*group[:-1], Line(LineKind.HEADING, group[-1].text, level=_setext(line))]
        elif line.kind is LineKind.RULE:
            continue
        elif group and line.kind is not LineKind.BLANK and _belongs(line, group[-1]):
            group.append(line)
        else:
            if group:
                yield group
            group = [] if line.kind is LineKind.BLANK else [line]
    if group:
        yield group


def _underlines(line: Line, group: list[Line]) -> bool:
    return (
        _SETEXT.fullmatch(line.text) is not None
        and len(group) == 1
        and group[0].kind is LineKind.WORDS
        and len(line.text.strip()) >= min(len(group[0].text), 20) - 3
    )


def _setext(line: Line) -> int:
    return 1 if "=" in line.text else 2


def _belongs(line: Line, previous: Line) -> bool:
    tables = (LineKind.TABS, LineKind.PIPES)
    if previous.kind is LineKind.HTML_TABLE:
        return "</table>" not in previous.text.lower()
    if line.kind is LineKind.HTML_TABLE:
        return False
    if line.kind in tables or previous.kind in tables:
        return line.kind is previous.kind
    return True


def _blocks_of_group(
    group: list[Line], *, page: int | None, wrap: int | None
) -> Iterator[RawBlock]:
    first = group[0].kind
    if first is LineKind.TABS:
        yield from _tab_blocks(group, page)
    elif first is LineKind.PIPES:
        edged = (line.text.strip().removeprefix("|") for line in group)
        rows = [_PIPE.split(re.sub(r"(?<!\\)\|$", "", line)) for line in edged]
        yield _table(rows, page)
    elif first is LineKind.HTML_TABLE:
        yield from blocks_of_html("\n".join(line.text for line in group), page=page)
    else:
        yield from _word_blocks(group, page=page, wrap=wrap)


def _tab_blocks(group: list[Line], page: int | None) -> Iterator[RawBlock]:
    numbered = [_NUMBERED.fullmatch(line.text) for line in group]
    if all(match and len(match.group(2).split()) >= 6 for match in numbered):
        for match in numbered:
            assert match is not None
            words = without_markup(f"{match.group(1)} {match.group(2)}")
            yield RawBlock(BlockKind.PARAGRAPH, (Run(words, page),))
        return
    yield _table([line.text.split("\t") for line in group], page)


def _table(rows: Sequence[Sequence[str]], page: int | None) -> RawBlock:
    cells = tuple(tuple(_cell(text, page) for text in row) for row in rows)
    return RawBlock(BlockKind.TABLE, rows=cells)


def _cell(text: str, page: int | None) -> RawCell:
    return tuple(Run(words, page) for words in cell_paragraphs(text.replace("\\|", "|")))


def _word_blocks(group: list[Line], *, page: int | None, wrap: int | None) -> Iterator[RawBlock]:
    group = _balanced(group)
    indents = sorted({line.indent for line in group if line.kind is LineKind.BULLET})
    block: list[Line] = []
    for line in group:
        if block and not _continues(line, block, wrap):
            yield _word_block(block, indents, page)
            block = []
        block.append(line)
    if block:
        yield _word_block(block, indents, page)


def _balanced(group: list[Line]) -> list[Line]:
    """Lines with bold closed and opened again where it runs over a line end."""
    balanced: list[Line] = []
    is_open = False
    for place, line in enumerate(group):
        text = f"**{line.text}" if is_open else line.text
        if text.count("**") % 2:
            closes_later = any(later.text.count("**") % 2 for later in group[place + 1 :])
            is_open = closes_later and re.search(r"\*\*\w", text) is not None
            text = f"{text}**" if is_open else text
        else:
            is_open = False
        balanced.append(replace(line, text=text))
    return balanced


def _continues(line: Line, block: Sequence[Line], wrap: int | None) -> bool:
    """Whether a line carries on the paragraph or bullet that `block` is so far."""
    head, last = block[0], block[-1]
    if line.kind is not LineKind.WORDS or head.kind is LineKind.HEADING:
        return False
    if head.kind is LineKind.BULLET and wrap is None:
        return line.indent > head.indent
    if wrap is None or (head.kind is not LineKind.BULLET and _starts_item(line.text)):
        return False
    if wrap == 0:
        return not last.breaks
    # A line that had room for the next word was ended on purpose.
    return last.width + 1 + len(line.text.split()[0]) > wrap - _SLACK


def _starts_item(text: str) -> bool:
    return re.match(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})[.)]\s", text) is not None


def _word_block(lines: list[Line], indents: list[int], page: int | None) -> RawBlock:
    head = lines[0]
    raw = " ".join(line.text for line in lines)
    runs = (Run(without_markup(raw), page),)
    if head.kind is LineKind.HEADING:
        return RawBlock(BlockKind.HEADING, runs, level=head.level)
    if head.kind is LineKind.BULLET:
        return RawBlock(BlockKind.LIST_ITEM, runs, level=_depth(head.indent, indents))
    return RawBlock(BlockKind.PARAGRAPH, runs, bold=is_strong(raw))


def _depth(indent: int, indents: list[int]) -> int:
    """A bullet's depth among the bullets it stands with; one that is indented alone is inner."""
    depth = indents.index(indent) + 1
    return depth + 1 if indents[0] > 0 else depth
