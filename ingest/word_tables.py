"""Tables of Word files."""

from collections.abc import Iterator

from ingest.document import BlockKind
from ingest.raw import RawBlock, RawCell, Run
from ingest.word_numbering import Numbering
from ingest.word_text import Element, children, paragraph_lines, value, w

_MAX_DEPTH = 5  # tables within cells


def table_blocks(table: Element, numbering: Numbering, depth: int = 0) -> Iterator[RawBlock]:
    """A table's rows; a table of one cell is only a frame, and yields what stands in it."""
    rows = list(_rows(table))
    if len(rows) == 1 and len(rows[0]) == 1:
        yield from _framed(rows[0][0], numbering, depth)
        return
    cells = tuple(tuple(_runs(cell, numbering, depth) for cell in row) for row in rows)
    if any(runs for row in cells for runs in row):
        yield RawBlock(BlockKind.TABLE, rows=cells)


def _framed(cell: Element | None, numbering: Numbering, depth: int) -> Iterator[RawBlock]:
    if cell is None or depth > _MAX_DEPTH:
        return
    for child in children(cell):
        if child.tag == w("p"):
            role = numbering.role(child)
            kind = BlockKind.HEADING if role.heading else BlockKind.PARAGRAPH
            kind = BlockKind.LIST_ITEM if role.item else kind
            for line in paragraph_lines(child):
                words = f"{role.label} {line}" if role.label else line
                yield RawBlock(
                    kind, (Run(words),), level=role.heading or role.item, label=role.label
                )
        elif child.tag == w("tbl"):
            yield from table_blocks(child, numbering, depth + 1)


def _rows(table: Element) -> Iterator[list[Element | None]]:
    """Cells by grid column; places that a merged cell covers are None."""
    for row in table.iter(w("tr")):
        if _table_of(row) is not table:
            continue
        skipped = value(row.find(w("trPr")), "gridBefore") or "0"
        places: list[Element | None] = [None] * (int(skipped) if skipped.isdigit() else 0)
        for cell in row.iter(w("tc")):
            if _table_of(cell) is not table:
                continue
            properties = cell.find(w("tcPr"))
            merge = None if properties is None else properties.find(w("vMerge"))
            covered = merge is not None and merge.get(w("val")) != "restart"
            width = value(properties, "gridSpan") or "1"
            places.append(None if covered else cell)
            places.extend([None] * (min(int(width), 60) - 1 if width.isdigit() else 0))
        yield places


def _table_of(element: Element) -> Element | None:
    return next((above for above in element.iterancestors() if above.tag == w("tbl")), None)


def _runs(cell: Element | None, numbering: Numbering, depth: int) -> RawCell:
    """The cell's paragraphs; a table within it is read row by row."""
    if cell is None:
        return ()
    runs: list[Run] = []
    for child in children(cell):
        if child.tag == w("p"):
            label = numbering.role(child).label
            lines = paragraph_lines(child)
            if lines and label:
                lines[0] = f"{label} {lines[0]}"
            runs.extend(map(Run, lines))
        elif child.tag == w("tbl") and depth < _MAX_DEPTH:
            for row in _rows(child):
                words = [run.text for inner in row for run in _runs(inner, numbering, depth + 1)]
                runs.extend([Run(" ".join(words))] if words else [])
        elif child.tag in (w("sdt"), w("ins")):
            content = child.find(w("sdtContent"))
            runs.extend(_runs(child if content is None else content, numbering, depth))
    return tuple(runs)
