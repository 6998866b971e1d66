"""Passages of question-and-answer rows and action rows: one row, one passage."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.document import Document, Row, Span, Table, TableKind
from ingest.passage import PassageKind
from ingest.passages.draft import Draft
from ingest.passages.split import split_span, word_count
from ingest.sentences import sentence_spans
from ingest.structure.table_kind import subject_column

_MOST_WORDS = 600
_PIECE_WORDS = 420
_QUESTION_WORDS = 60
_ACTION_ID = re.compile(
    r"(?:action\s*)?(?:(?:no|ref)\b\.?\s*)?#?([a-z]{0,4}[-/]?\d{1,4}(?:[./-]\d{1,4})?[a-z]?)\b",
    re.I,
)


def row_drafts(document: Document, number: int) -> Iterator[Draft]:
    """One draft per row of a questions or actions table, more where the row is very long."""
    table = document.tables[number]
    for place, row in enumerate(table.rows):
        draft = _row_draft(document.text, table, row, place)
        if draft is not None:
            whole = replace(draft, table=number, row=place)
            yield from _bounded(document.text, whole)


def _row_draft(text: str, table: Table, row: Row, place: int) -> Draft | None:
    filled = tuple(cell for cell in row.cells if cell.start < cell.end)
    if not filled:
        return None
    subject = [cell.of(text) for cell in row.cells[: subject_column(table.columns) + 1]]
    first = " ".join(" ".join(subject).split()[:_QUESTION_WORDS])
    asked = table.kind is TableKind.QUESTIONS
    return Draft(
        kind=PassageKind.QUESTION if asked else PassageKind.ACTION,
        span=Span(filled[0].start, filled[-1].end),
        section=table.section,
        parts=filled,
        about=(", ".join(name for name in table.columns if name),),
        again=first,
        place=f"question {place + 1}" if asked else _action(first, place),
    )


def _action(first: str, place: int) -> str:
    match = _ACTION_ID.match(first)
    return f"Action {match.group(1)}" if match else f"action in row {place + 1}"


def _bounded(text: str, draft: Draft) -> Iterator[Draft]:
    """The draft, or where it is very long pieces of it that overlap by a sentence.

    Each piece after the first has the question in its context.
    """
    if word_count(draft.span.of(text)) <= _MOST_WORDS or len(draft.parts) < 2:
        yield draft
        return
    pieces = _overlapping(text, draft.parts[-1])
    head = Span(draft.span.start, pieces[0].end)
    yield replace(draft, span=head, parts=(*draft.parts[:-1], pieces[0]))
    for piece in pieces[1:]:
        about = (*draft.about, draft.again)
        yield replace(draft, span=piece, parts=(piece,), about=about, lead=draft.again)


def _overlapping(text: str, span: Span) -> list[Span]:
    """Pieces of an answer; each after the first begins with the last sentence before it."""
    pieces = split_span(text, span, _PIECE_WORDS)
    lapped = (
        Span(sentence_spans(text, before)[-1].start, after.end)
        for before, after in pairwise(pieces)
    )
    return [pieces[0], *lapped]
