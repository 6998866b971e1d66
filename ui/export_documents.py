"""Documents as plain values, for `pcc library export` (a contract: add fields, change none)."""

import json
from typing import Any

from pydantic import TypeAdapter

from index.results import DocumentRecord
from ingest.document import Block, Document, Metadata, Row, Span, Table
from ingest.items import pack_items
from ingest.questions import question_pairs
from ingest.values import read_value_under

_METADATA: TypeAdapter[Metadata] = TypeAdapter(Metadata)

Value = dict[str, Any]
"""An object of the export; its fields are those of docs/CONTRACTS.md."""


def exported(record: DocumentRecord, document: Document) -> Value:
    """One document: metadata, sections, blocks, tables, attendance, questions with answers."""
    return {
        "document": document.name,
        "sha256": document.sha256,
        "format": document.format.value,
        "source": record.source,
        "pages": len(document.pages),
        "metadata": json.loads(_METADATA.dump_json(record.metadata)),
        "sections": _sections(document),
        "blocks": [_block(document, block) for block in document.blocks],
        "tables": [_table(document, table) for table in document.tables],
        "attendance": [
            {"name": p.name, "role": p.role, "body": p.body, "presence": p.presence}
            for p in document.people
        ],
        "questions": [
            {
                "question": pair.question,
                "answer": pair.answer.of(document.text).strip(),
                **_place(document, pair.place, pair.section, None),
            }
            for pair in question_pairs(document)
        ],
        "items": [
            {
                "title": item.title,
                "kind": item.kind.value,
                "page": document.page_at(item.span.start),
            }
            for item in pack_items(document)
        ],
        "problems": list(document.problems),
    }


def _sections(document: Document) -> list[Value]:
    starts: dict[tuple[str, ...], int] = {}
    for block in document.blocks:
        if block.section:
            starts.setdefault(block.section, block.span.start)
    return [{"path": list(path), "page": document.page_at(at)} for path, at in starts.items()]


def _block(document: Document, block: Block) -> Value:
    return {
        "kind": block.kind.value,
        "text": block.span.of(document.text),
        "level": block.level,
        "label": block.label,
        "section": list(block.section),
        "table": block.table,
        **_place(document, block.span, block.section, block.label),
    }


def _table(document: Document, table: Table) -> Value:
    return {
        "kind": table.kind.value,
        "caption": table.caption,
        "title": table.title,
        "notes": [_words(document, note) for note in table.notes],
        "header": list(table.columns),
        "rows": [_row(document, table, row) for row in table.rows],
        "values": [_values(document, table, row) for row in table.rows],
        "section": list(table.section),
        **_place(document, table.span, table.section, table.caption or None),
    }


def _row(document: Document, table: Table, row: Row) -> list[str]:
    """The row's cells, a label cell left blank filled from the row above as a person reads it."""
    cells = [_words(document, cell) for cell in row.cells]
    for place, label in enumerate(row.labels[: table.label_columns]):
        if place < len(cells) and not cells[place]:
            cells[place] = label
    return cells


def _values(document: Document, table: Table, row: Row) -> list[Value | None]:
    """The figures among the row's cells: kind and worth, null for words, labels and gaps."""
    worths: list[Value | None] = []
    for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        value = read_value_under(column, cell.of(document.text))
        is_figure = place >= table.label_columns and value.worth is not None
        figure = {"kind": value.kind.value, "worth": str(value.worth)}
        worths.append(figure if is_figure else None)
    return worths


def _place(document: Document, span: Span, section: tuple[str, ...], label: str | None) -> Value:
    page = document.page_at(span.start)
    shown = f"page {page}" if page is not None else ""
    parts = (shown, " > ".join(section), label if label != (section or ("",))[-1] else "")
    return {"page": page, "locator": ", ".join(part for part in parts if part)}


def _words(document: Document, span: Span) -> str:
    return " ".join(span.of(document.text).split())
