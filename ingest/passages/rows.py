"""Passages of question-and-answer rows and action rows: one row, one passage."""

import re
from collections.abc import Iterator

from ingest.document import Document, Row, Span, Table, TableKind
from ingest.passage import PassageKind
from ingest.passages.draft import Draft
from ingest.passages.split import split_span, word_count
from ingest.sentences import sentence_spans

_MOST_WORDS = 600
_PIECE_WORDS = 420
_QUESTION_WORDS = 60
_ACTION_ID = re.compile(r"(?:action\s*)?(?:no\.?\s*)?#?(\d{1,4}[a-z]?)\b", re.I)


def row_drafts(document: Document, number: int) -> Iterator[Draft]:
    """One draft per row of a questions or actions table, more where the row is very long."""
    table = document.tables[number]
    kind = PassageKind.QUESTION if table.kind is TableKind.QUESTIONS else PassageKind.ACTION
    for place, row in enumerate(table.rows):
        yield from _row_drafts(document.text, table, row, kind, (number, place))


def _row_drafts(
    text: str, table: Table, row: Row, kind: PassageKind, where: tuple[int, int]
) -> Iterator[Draft]:
    filled = tuple(cell for cell in row.cells if cell.start < cell.end)
    if not filled:
        return
    first = filled[0].of(text)
    name = _name(first, kind, where[1])
    columns = " | ".join(name for name in table.columns if name)
    span = Span(filled[0].start, filled[-1].end)
    if word_count(text, span) <= _MOST_WORDS or len(filled) < 2:
        yield Draft(kind, span, table.section, filled, (columns,), "", name, *where)
        return
    about = " ".join(first.split()[:_QUESTION_WORDS])
    pieces = _overlapping(text, filled[-1])
    head = Span(span.start, pieces[0].end)
    yield Draft(kind, head, table.section, (*filled[:-1], pieces[0]), (columns,), "", name, *where)
    for piece in pieces[1:]:
        yield Draft(kind, piece, table.section, (piece,), (columns, about), about, name, *where)


def _name(first: str, kind: PassageKind, place: int) -> str:
    if kind is PassageKind.ACTION:
        match = _ACTION_ID.match(first)
        return f"Action {match.group(1)}" if match else f"action in row {place + 1}"
    return f"question {place + 1}"


def _overlapping(text: str, span: Span) -> list[Span]:
    """Pieces of the answer; each after the first begins with the last sentence of the one before."""
    pieces = split_span(text, span, _PIECE_WORDS)
    return [
        pieces[0],
        *(
            Span(_last_sentence(text, before), after.end)
            for before, after in zip(pieces, pieces[1:], strict=False)
        ),
    ]


def _last_sentence(text: str, span: Span) -> int:
    return sentence_spans(text, span)[-1].start
