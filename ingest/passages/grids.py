"""Passages of tables that are read by cells, with their caption and notes where these adjoin."""

from collections.abc import Iterator

from ingest.document import Document, Row, Span, Table, TableKind
from ingest.passage import PassageKind
from ingest.passages.draft import Draft

_MOST_CHARACTERS = 4500


def grid_drafts(document: Document, number: int, whole: Span) -> Iterator[Draft]:
    """One draft for a table, `whole` being its span with caption and notes; more if too long."""
    table, text = document.tables[number], document.text
    about = _about(document, table)
    lead = " | ".join(part for part in (table.caption, table.title, _columns(table)) if part)
    if whole.end - whole.start <= _MOST_CHARACTERS:
        parts = (*_around(whole.start, table.span.start, text), *_rows(table),
                 *_around(table.span.end, whole.end, text))  # fmt: skip
        yield Draft(
            PassageKind.TABLE, whole, table.section, parts, about, lead, _name(table), number
        )
        return
    for rows in _groups(table):
        span = Span(rows[0].start, rows[-1].end)
        yield Draft(PassageKind.TABLE, span, table.section, rows, about, lead, _name(table), number)


def _around(start: int, end: int, text: str) -> tuple[Span, ...]:
    """The words between two offsets as one part, if there are any."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (Span(start, end),) if start < end else ()


def _rows(table: Table) -> tuple[Span, ...]:
    return tuple(row.span for row in (*table.header, *table.rows) if row.span.start < row.span.end)


def _groups(table: Table) -> Iterator[tuple[Span, ...]]:
    group: list[Span] = []
    for span in _rows(table):
        if group and span.end - group[0].start > _MOST_CHARACTERS:
            yield tuple(group)
            group = []
        group.append(span)
    if group:
        yield tuple(group)


def _about(document: Document, table: Table) -> tuple[str, ...]:
    notes = " ".join(span.of(document.text) for span in table.notes)
    return tuple(part for part in (table.caption, table.title, _columns(table), notes) if part)


def _columns(table: Table) -> str:
    return ", ".join(name for name in table.columns if name)


def _name(table: Table) -> str:
    if table.kind is TableKind.PEOPLE:
        return "list of people"
    short = table.caption.split(":")[0] if table.caption else "table"
    named = short if short.lower().startswith(("table", "figure")) else "table"
    return f"{named}, {table.title}" if table.title else named


def row_of(table: Table, offset: int) -> Row | None:
    """The row of a table that the character at `offset` stands in."""
    return next((row for row in table.rows if row.span.start <= offset <= row.span.end), None)
