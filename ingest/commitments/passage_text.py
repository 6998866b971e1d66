"""The sentences of a document that may hold a commitment."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ingest.document import BlockKind, Document, Span, Table, TableKind
from ingest.sentences import sentence_spans

_PUBLIC = re.compile(r"\bquestions?\b", re.IGNORECASE)
_CONTENTS = re.compile(r"\bcontents\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, where the paragraph or cell around it begins, and its place in a table.

    `parent` is the key of the action whose update it stands in.
    """

    span: Span
    unit: int
    parent: str | None = None
    place: str = ""


def sentences_of(document: Document, actions: Mapping[Span, str]) -> Iterator[Sentence]:
    """Sentences of paragraphs, list items, answers, and updates of actions, in order.

    A question is whoever asked it's own words, and the cells of other tables are data.
    """
    for block in document.blocks:
        if block.kind is BlockKind.HEADING or (
            block.section and _CONTENTS.search(block.section[-1])
        ):
            continue
        if block.kind is BlockKind.TABLE:
            if block.table is not None:
                yield from _of_table(document, document.tables[block.table], actions)
        else:
            for span in sentence_spans(document.text, block.span):
                yield Sentence(span, block.span.start)


def _of_table(document: Document, table: Table, actions: Mapping[Span, str]) -> Iterator[Sentence]:
    if table.kind is TableKind.ACTIONS:
        for row in table.rows:
            parent = actions.get(row.span)
            for cell in row.cells[1:]:
                for span in sentence_spans(document.text, cell):
                    yield Sentence(
                        span, cell.start, parent, f"update of {parent}" if parent else ""
                    )
    elif table.kind is TableKind.QUESTIONS:
        asked = {place for place, name in enumerate(table.columns) if _PUBLIC.search(name)} or {0}
        for number, row in enumerate(table.rows, start=1):
            for place, cell in enumerate(row.cells):
                if place not in asked:
                    for span in sentence_spans(document.text, cell):
                        yield Sentence(span, cell.start, None, f"answer {number}")
