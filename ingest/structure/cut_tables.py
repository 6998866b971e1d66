"""Tables that a page end or a blank line cut in two, put together again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.raw import RawBlock, RawCell
from ingest.structure.cells import is_gap, is_number, is_value, is_year
from ingest.structure.table_header import header_rows
from ingest.structure.table_kind import asks_or_acts
from ingest.structure.words import cell_text, ends_sentence, row_texts

RawRow = tuple[RawCell, ...]


def join_cut_tables(blocks: Iterable[RawBlock]) -> list[RawBlock]:
    """Blocks with each table joined to its continuation, repeated header rows dropped."""
    joined: list[RawBlock] = []
    for block in map(_with_whole_rows, blocks):
        previous = joined[-1] if joined else None
        if previous is None or BlockKind.TABLE not in (block.kind,) or previous.kind != block.kind:
            joined.append(block)
            continue
        repeated = _repeated_header(previous.rows, block.rows)
        if repeated or _is_headless_rest(previous.rows, block.rows):
            rows = _appended(previous.rows, block.rows[repeated:])
            joined[-1] = replace(previous, rows=rows)
        else:
            joined.append(block)
    return joined


def _with_whole_rows(block: RawBlock) -> RawBlock:
    """A questions or actions table with every row that has a blank first cell put to the one above.

    A question without words is no question: a reader cut the row where the page ended.
    """
    if block.kind is not BlockKind.TABLE or len(block.rows) < 2:
        return block
    if not asks_or_acts(row_texts(block.rows[0])):
        return block
    rows: list[RawRow] = []
    for row in block.rows:
        if len(rows) > 1 and not cell_text(row[0]):
            rows[-1] = merged(rows[-1], row)
        else:
            rows.append(row)
    return replace(block, rows=tuple(rows))


def _repeated_header(rows: Sequence[RawRow], more: Sequence[RawRow]) -> int:
    """How many leading rows of `more` repeat those of `rows` word for word."""
    count = 0
    for first, second in zip(rows[:3], more[:3], strict=False):
        if _key(first) != _key(second):
            break
        count += 1
    # A first row of figures that comes again is data, not a header.
    return count if count and not any(is_number(text) for text in _key(rows[0])[1:]) else 0


def _key(row: RawRow) -> list[str]:
    words = [text.casefold() for text in row_texts(row)]
    while words and not words[-1]:
        words.pop()
    return words


def _is_headless_rest(rows: Sequence[RawRow], more: Sequence[RawRow]) -> bool:
    """Whether `more` has the same columns and goes on where `rows` stop, without a header."""
    if len(rows[0]) != len(more[0]):
        return False
    first = row_texts(more[0])
    if not first[0] or _starts_low(first[0]):
        return True
    grid = [row_texts(row) for row in rows]
    if len(rows) == 1 or header_rows([row_texts(row) for row in more]):
        return len(rows) == 1 and not _has_figures(grid[0]) and _has_figures(first)
    return _has_figures(first) == any(_has_figures(row) for row in grid[1:])


def _has_figures(row: Sequence[str]) -> bool:
    return any(is_value(text) and not is_year(text) for text in row[1:] if text)


def _appended(rows: Sequence[RawRow], more: Sequence[RawRow]) -> tuple[RawRow, ...]:
    if not more:
        return tuple(rows)
    width = max(len(rows[0]), len(more[0]))
    fitted = [_fit(row, width) for row in (*rows, *more)]
    last, first = fitted[len(rows) - 1], fitted[len(rows)]
    if len(rows) > 1 and is_rest_of_row(last, first, fitted[: len(rows)]):
        return (*fitted[: len(rows) - 1], merged(last, first), *fitted[len(rows) + 1 :])
    return tuple(fitted)


def _fit(row: RawRow, width: int) -> RawRow:
    return (*row, *(() for _ in range(width - len(row))))


def is_rest_of_row(last: RawRow, first: RawRow, above: Sequence[RawRow]) -> bool:
    """Whether `first`, at the top of a page, is the rest of `last`, cut by the page end.

    A first cell in lower case, or blank, says so, unless blank first cells are how this table
    repeats a label: then the row has figures, or its words begin a new item.
    """
    words = row_texts(first)
    if words[0]:
        return _starts_low(words[0]) and not ends_sentence(cell_text(last[0]))
    filled = [(cell_text(last[place]), text) for place, text in enumerate(words) if text]
    if any(is_value(text) and not is_gap(text) for _, text in filled):
        return False
    if not _repeats_labels(above):
        return True
    cut = [not ends_sentence(before) and _starts_low(text) for before, text in filled]
    return bool(cut) and all(cut)


def _repeats_labels(rows: Sequence[RawRow]) -> bool:
    """Whether rows with a blank first cell stand within the table's own pieces."""
    return sum(not cell_text(row[0]) for row in rows[1:]) > 0


def merged(last: RawRow, first: RawRow) -> RawRow:
    """Two parts of one row, cell by cell."""
    return tuple((*above, *below) for above, below in zip(last, first, strict=True))


def _starts_low(text: str) -> bool:
    return text.lstrip("\"'“‘(")[:1].islower()
