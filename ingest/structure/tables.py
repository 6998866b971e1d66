"""Understand each table: header, kind, labels, caption and notes."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Block, BlockKind, Row, Span, Table, TableKind
from ingest.structure.contents import is_contents_title
from ingest.structure.layout import Layout
from ingest.structure.table_header import column_names, header_rows, title_of
from ingest.structure.table_kind import kind_of, label_columns, row_labels
from ingest.structure.table_notes import caption_and_notes


def understand_tables(layout: Layout) -> tuple[Table, ...]:
    """One Table for each grid of the layout, in order."""
    found: list[Table] = []
    for place, block in enumerate(layout.blocks):
        if block.kind is BlockKind.TABLE:
            found.append(_understand(layout, place, layout.grids[len(found)]))
    return tuple(found)


def _understand(layout: Layout, place: int, rows: tuple[Row, ...]) -> Table:
    text, block = layout.text, layout.blocks[place]
    grid = [[cell.of(text) for cell in row.cells] for row in rows]
    if block.section and is_contents_title(block.section[-1]):
        return _plain(block, rows, len(grid[0]))
    header = header_rows(grid)
    columns = column_names(grid, header)
    kind = kind_of(columns, grid[header:], has_header=header > 0)
    labels = label_columns(grid[header:]) if kind is TableKind.DATA else 1
    caption, notes = caption_and_notes(text, layout.blocks, place)
    return Table(
        kind=kind,
        span=block.span,
        columns=columns,
        rows=_labelled(rows[header:], grid[header:], kind, labels),
        header=rows[:header],
        caption=_caption(text, layout.blocks, caption, block),
        title=title_of(grid, header) if kind in (TableKind.DATA, TableKind.OTHER) else "",
        notes=notes,
        section=block.section,
        label_columns=labels,
    )


def _plain(block: Block, rows: tuple[Row, ...], width: int) -> Table:
    return Table(TableKind.OTHER, block.span, ("",) * width, rows, section=block.section)


def _caption(text: str, blocks: Sequence[Block], caption: int | None, table: Block) -> str:
    if caption is not None:
        return blocks[caption].span.of(text)
    return table.section[-1] if table.section else ""


def _labelled(
    rows: tuple[Row, ...], grid: Sequence[Sequence[str]], kind: TableKind, columns: int
) -> tuple[Row, ...]:
    if kind is not TableKind.DATA:
        return rows
    return tuple(
        replace(row, labels=labels)
        for row, labels in zip(rows, row_labels(grid, columns), strict=True)
    )


def is_blank(span: Span) -> bool:
    """Whether a cell is empty."""
    return span.start == span.end
