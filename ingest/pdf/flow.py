"""The whole document as one stream: paragraphs and tables, made whole over columns and pages."""

from collections.abc import Iterable

from ingest.pdf.columns import Column
from ingest.pdf.cut_rows import joined_tables, same_columns
from ingest.pdf.frames import Frame
from ingest.pdf.lines import Line
from ingest.pdf.paragraphs import ENDED, NUMBERED, Paragraph, is_item, is_short, paragraphs_of
from ingest.pdf.tables import PageTable

Part = Paragraph | PageTable
SAME_SIZE = 0.08
LEAST_WORDS = 3  # on a line that goes on over the page though no small letter follows
HANGING = 2.0  # points by which a continued line of a list item may miss the item's text


def flow_of(columns: Iterable[Column]) -> list[Part]:
    """The parts of a document in reading order, given its columns in that order."""
    flow: list[Part] = []
    right = 0.0
    for column in columns:
        parts = _column_parts(column)
        if flow and parts:
            joined = _joined(flow[-1], parts[0], right)
            if joined is not None:
                flow[-1] = joined
                parts = parts[1:]
        for part in parts:
            before = flow[-1] if flow else None
            flow += [part] if _stands(part, before) else _freed(part)
        right = column.right
    return flow


def _stands(part: Part, before: Part | None) -> bool:
    """Whether a part is what it seems; a table with words in one cell may be a mere frame."""
    if isinstance(part, Paragraph) or not part.lone:
        return True
    return isinstance(before, PageTable) and same_columns(before, part)


def _freed(part: Part) -> list[Part]:
    return [part] if isinstance(part, Paragraph) else list(part.paragraphs)


def _column_parts(column: Column) -> list[Part]:
    parts: list[Part] = []
    run: list[Line] = []
    for item in column.items:
        if isinstance(item, Line):
            run.append(item)
            continue
        parts += paragraphs_of(run, column.right)
        parts += _framed(item) if isinstance(item, Frame) else [item]
        run = []
    return parts + list(paragraphs_of(run, column.right))


def _framed(frame: Frame) -> list[Paragraph]:
    margin = min(line.box.left for line in frame.lines) - frame.box.left
    return paragraphs_of(frame.lines, frame.box.right - max(margin, 0.0))


def _joined(before: Part, after: Part, right: float) -> Part | None:
    """One part of two that meet over a column's or page's end; None where they are two."""
    if isinstance(before, PageTable) and isinstance(after, PageTable):
        return joined_tables(before, after)
    if isinstance(before, PageTable) or isinstance(after, PageTable):
        return None
    if not _goes_on(before, after, right):
        return None
    return Paragraph((*before.lines, *after.lines), before.bullet)


def _goes_on(before: Paragraph, after: Paragraph, right: float) -> bool:
    """Whether a paragraph at the end of a column is continued by the first of the next."""
    last, first = before.lines[-1], after.lines[0]
    if is_item(first) or last.apart or first.apart:
        return False
    if abs(last.size - first.size) > SAME_SIZE * last.size:
        return False
    if last.bold != first.bold and before.bold:
        return False
    if NUMBERED.match(first.text) and not first.text[0].islower():
        return False
    if before.bullet and not _beside(before, after):
        return _hangs(before, after)
    if ENDED.search(last.text):
        return _hangs(before, after)
    if first.text[0].islower() or _hangs(before, after):
        return True
    return len(last.words) >= LEAST_WORDS and not is_short(last, first, right)


def _hangs(before: Paragraph, after: Paragraph) -> bool:
    """Whether `after` stands where the text of the list item `before` stood."""
    return before.bullet and abs(_text_left(before) - after.lines[0].box.left) <= HANGING


def _beside(before: Paragraph, after: Paragraph) -> bool:
    """Whether the two stand in different columns, where their left edges say nothing."""
    return before.box.right < after.box.left or after.box.right < before.box.left


def _text_left(item: Paragraph) -> float:
    """Where the text of a list item begins, after its bullet."""
    first = item.lines[0]
    if len(item.lines) > 1:
        return item.lines[1].box.left
    return first.box.left if first.bullet else first.words[1].left
