"""Understand each table: header, kind, labels, caption and notes."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Block, BlockKind, Row, Table, TableKind
from ingest.structure.contents import is_contents_title, lists_pages
from ingest.structure.layout import Layout
from ingest.structure.table_header import column_names, header_rows, title_of
from ingest.structure.table_kind import kind_of, label_columns, row_labels
from ingest.structure.table_notes import Surroundings, surroundings


def understand_tables(layout: Layout) -> tuple[Table, ...]:
    """One Table for each grid of the layout, in order."""
    found: list[Table] = []
    around: dict[int, Surroundings] = {}
    for place, block in enumerate(layout.blocks):
        if block.kind is BlockKind.TABLE:
            around[place] = surroundings(layout.text, layout.blocks, place, around)
            rows = layout.grids[len(found)]
            found.append(_understand(layout.text, block, rows, around[place]))
    return tuple(found)


def _understand(text: str, block: Block, rows: tuple[Row, ...], around: Surroundings) -> Table:
    grid = [[cell.of(text) for cell in row.cells] for row in rows]
    if block.section and is_contents_title(block.section[-1]) and lists_pages(grid):
        width = len(grid[0])
        return Table(TableKind.OTHER, block.span, ("",) * width, rows, section=block.section)
    header = header_rows(grid)
    columns = column_names(grid, header)
    over = around.caption or (block.section[-1] if block.section else "")
    kind = kind_of(columns, grid[header:], over, has_header=header > 0)
    labels = label_columns(grid[header:]) if kind is TableKind.DATA else 1
    own = title_of(grid, header) if kind in (TableKind.DATA, TableKind.OTHER) else ""
    return Table(
        kind=kind,
        span=block.span,
        columns=columns,
        rows=_labelled(rows[header:], grid[header:], kind, labels),
        header=rows[:header],
        caption=over,
        title=own or around.name,
        notes=(*around.above, *around.below),
        section=block.section,
        label_columns=labels,
    )


def _labelled(
    rows: tuple[Row, ...], grid: Sequence[Sequence[str]], kind: TableKind, columns: int
) -> tuple[Row, ...]:
    if kind is not TableKind.DATA:
        return rows
    return tuple(
        replace(row, labels=labels)
        for row, labels in zip(rows, row_labels(grid, columns), strict=True)
    )
