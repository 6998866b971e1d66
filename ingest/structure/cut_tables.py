"""Tables that a page end or a blank line cut in two, put together again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import Hamming

from ingest.document import BlockKind
from ingest.raw import RawBlock, RawCell
from ingest.structure.cells import is_gap, is_value, is_year
from ingest.structure.table_header import header_rows
from ingest.structure.table_kind import asks_or_acts, subject_column
from ingest.structure.words import cell_text, ends_sentence, row_texts

RawRow = tuple[RawCell, ...]

_MAX_HEADER_ROWS = 3
_MISREAD = 1  # letters of a header "Question | Answer": unlike figures' headers it has no names
_LOOK_ALIKE = str.maketrans("l1|!0", "iiiio")


def join_cut_tables(blocks: Iterable[RawBlock]) -> list[RawBlock]:
    """Blocks with each table joined to its continuation, repeated header rows dropped."""
    joined: list[RawBlock] = []
    growing: _Growing | None = None
    for block in blocks:
        if block.kind is BlockKind.TABLE and growing and growing.takes(block.rows):
            continue
        if growing:
            joined.append(growing.block())
        growing = _Growing(block) if block.kind is BlockKind.TABLE and block.rows else None
        if growing is None:
            joined.append(block)
    return [*joined, growing.block()] if growing else joined


class _Growing:
    """A table that pieces are put to as they come."""

    def __init__(self, block: RawBlock) -> None:
        self._first = block
        self._rows: list[RawRow] = []
        self._has_figures = False
        self._repeats_labels = False
        columns = row_texts(block.rows[0])
        self._subject = subject_column(columns) if asks_or_acts(columns) else None
        self._extend(block.rows)

    def block(self) -> RawBlock:
        """The table so far, every row as wide as the widest."""
        width = max(map(len, self._rows))
        fitted = ((*row, *(() for _ in range(width - len(row)))) for row in self._rows)
        return replace(self._first, rows=tuple(fitted))

    def takes(self, more: Sequence[RawRow]) -> bool:
        """Put `more` to the table if it goes on with it; returns whether it did."""
        misread = 0 if self._subject is None else _MISREAD
        repeated = _repeated_header(self._rows, more, misread)
        if not repeated and not self._goes_on(more):
            return False
        rest = more[repeated:]
        if rest and len(self._rows) > 1 and self._is_rest_of_row(rest[0]):
            self._rows[-1] = merged(self._rows[-1], rest[0])
            rest = rest[1:]
        self._extend(rest)
        return True

    def _extend(self, rows: Sequence[RawRow]) -> None:
        for row in rows:
            blank = not row or not cell_text(row[0])
            if blank and len(self._rows) > 1 and self._lacks_subject(row):
                self._rows[-1] = merged(self._rows[-1], row)
                continue
            if self._rows:
                self._has_figures = self._has_figures or _has_figures(row_texts(row))
                self._repeats_labels = self._repeats_labels or blank
            self._rows.append(row)

    def _lacks_subject(self, row: RawRow) -> bool:
        """Whether a row of a questions or actions table asks nothing: a page end cut it off."""
        if self._subject is None:
            return False
        words = cell_text(row[self._subject]) if self._subject < len(row) else ""
        return not words or _starts_low(words)

    def _goes_on(self, more: Sequence[RawRow]) -> bool:
        """Whether `more` has the same columns and goes on where the rows stop, headerless."""
        if not more or len(self._rows[0]) != len(more[0]):
            return False
        first = row_texts(more[0])
        if not first[0] or _starts_low(first[0]):
            return True
        if len(self._rows) == 1 or header_rows([row_texts(row) for row in more]):
            only_header = len(self._rows) == 1 and not _has_figures(row_texts(self._rows[0]))
            return only_header and _has_figures(first)
        return _has_figures(first) == self._has_figures

    def _is_rest_of_row(self, first: RawRow) -> bool:
        """Whether `first`, at the top of a page, is the rest of the last row.

        A first cell in lower case, or blank, says so, unless blank first cells are how this
        table repeats a label: then the row has figures, or its words begin a new item.
        """
        last, words = self._rows[-1], row_texts(first)
        if words and words[0]:
            return _starts_low(words[0]) and not ends_sentence(cell_text(last[0]))
        pairs = zip(row_texts(last), words, strict=False)
        filled = [(before, text) for before, text in pairs if text]
        if any(is_value(text) and not is_gap(text) for _, text in filled):
            return False
        cut = [not ends_sentence(before) and _starts_low(text) for before, text in filled]
        return bool(cut) and all(cut) if self._repeats_labels else True


def merged(last: RawRow, first: RawRow) -> RawRow:
    """Two parts of one row, cell by cell."""
    width = max(len(last), len(first))
    above = (*last, *(() for _ in range(width - len(last))))
    below = (*first, *(() for _ in range(width - len(first))))
    return tuple((*upper, *lower) for upper, lower in zip(above, below, strict=True))


def _repeated_header(rows: Sequence[RawRow], more: Sequence[RawRow], misread: int) -> int:
    """How many leading rows of `more` repeat those of `rows`.

    Word for word, but for letters that look alike in a scan, and up to `misread` others.
    """
    count = 0
    for first, second in zip(rows[:_MAX_HEADER_ROWS], more[:_MAX_HEADER_ROWS], strict=False):
        pair = _shape(_key(first)), _shape(_key(second))
        if Hamming.distance(*pair) > misread or len(pair[0]) != len(pair[1]):
            break
        count += 1
    # A first row of figures that comes again is data, not a header.
    return 0 if count and _has_figures(_key(rows[0])) else count


def _shape(words: Sequence[str]) -> str:
    return " | ".join(words).replace("rn", "m").translate(_LOOK_ALIKE)


def _key(row: RawRow) -> list[str]:
    words = [text.casefold() for text in row_texts(row)]
    while words and not words[-1]:
        words.pop()
    return words


def _has_figures(row: Sequence[str]) -> bool:
    return any(is_value(text) and not is_year(text) for text in row[1:] if text)


def _starts_low(text: str) -> bool:
    return text.lstrip("\"'“‘(")[:1].islower()
