"""Passages of tables that are read by cells, with their caption and notes where these adjoin."""

from collections.abc import Iterator

from ingest.document import Document, Row, Span, Table, TableKind
from ingest.passage import PassageKind
from ingest.passages.draft import Draft

_MOST_CHARACTERS = 4500


def grid_drafts(document: Document, number: int, whole: Span) -> Iterator[Draft]:
    """One draft for a table, `whole` being its span with caption and notes; more if too long.

    A long table is cut between rows, and its caption and notes are then drafts of their own.
    """
    table, text = document.tables[number], document.text
    before = _between(text, whole.start, table.span.start)
    after = _between(text, table.span.end, whole.end)
    rows = _rows(table)
    if whole.end - whole.start <= _MOST_CHARACTERS:
        yield _draft(document, number, (*before, *rows, *after))
        return
    for group in (before, *_groups(rows), after):
        if group:
            yield _draft(document, number, group)


def _draft(document: Document, number: int, parts: tuple[Span, ...]) -> Draft:
    table = document.tables[number]
    columns = ", ".join(name for name in table.columns if name)
    notes = " ".join(span.of(document.text) for span in table.notes)
    named = [part for part in (table.caption, table.title) if part]
    return Draft(
        kind=PassageKind.TABLE,
        span=Span(parts[0].start, parts[-1].end),
        section=table.section,
        parts=parts,
        about=tuple(part for part in (*named, columns, notes) if part),
        again=" | ".join(named) if table.kind is TableKind.DATA else " | ".join((*named, columns)),
        place=_name(table),
        table=number,
        lines=_said(document.text, table, parts),
    )


def _said(text: str, table: Table, parts: tuple[Span, ...]) -> tuple[str, ...]:
    """The parts with each row of figures said in words: "Burglary, Solved: 2023/24 138; ..."."""
    if table.kind is not TableKind.DATA:
        return ()
    rows = {span.start: row for row in table.rows if (span := _filled(row)) is not None}
    return tuple(
        _row_said(text, table, rows[part.start]) if part.start in rows else part.of(text)
        for part in parts
    )


def _row_said(text: str, table: Table, row: Row) -> str:
    count = table.label_columns
    values = [
        f"{name} {cell.of(text)}".strip()
        for name, cell in zip(table.columns[count:], row.cells[count:], strict=True)
        if cell.start < cell.end
    ]
    return f"{', '.join(label for label in row.labels if label)}: {'; '.join(values)}"


def _between(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The words between two offsets as one part, if there are any."""
    words = text[start:end]
    inner = words.strip()
    if not inner:
        return ()
    first = start + words.index(inner)
    return (Span(first, first + len(inner)),)


def _rows(table: Table) -> tuple[Span, ...]:
    """The rows that hold words, each from its first filled cell to its last."""
    filled = map(_filled, (*table.header, *table.rows))
    return tuple(span for span in filled if span is not None)


def _filled(row: Row) -> Span | None:
    cells = [cell for cell in row.cells if cell.start < cell.end]
    return Span(cells[0].start, cells[-1].end) if cells else None


def _groups(rows: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    group: list[Span] = []
    for span in rows:
        if group and span.end - group[0].start > _MOST_CHARACTERS:
            yield tuple(group)
            group = []
        group.append(span)
    if group:
        yield tuple(group)


def _name(table: Table) -> str:
    if table.kind is TableKind.PEOPLE:
        return "list of people"
    short = table.caption.split(":")[0]
    named = short if short.lower().startswith(("table", "figure")) else "table"
    return f"{named}, {table.title}" if table.title else named
