"""Every question of a document with its complete answer."""

from collections.abc import Iterator

from ingest.document import Document, Table, TableKind
from ingest.questions.letter import letter_pairs
from ingest.questions.pair import QuestionPair


def question_pairs(document: Document) -> tuple[QuestionPair, ...]:
    """The rows of question tables, and a request's questions with what a letter answers."""
    rows = (pair for table in document.tables for pair in _rows(document, table))
    return tuple(sorted((*rows, *letter_pairs(document)), key=lambda pair: pair.place))


def _rows(document: Document, table: Table) -> Iterator[QuestionPair]:
    if table.kind is not TableKind.QUESTIONS:
        return
    for row in table.rows:
        cells = [cell for cell in row.cells if cell.of(document.text).strip()]
        if len(cells) > 1:
            question = " ".join(cells[0].of(document.text).split())
            yield QuestionPair(question, cells[-1], row.span, table.section)
