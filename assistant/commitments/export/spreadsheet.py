"""An Excel workbook without formulas, hidden sheets or anybody's name."""

import io
from collections.abc import Iterable
from datetime import datetime, time

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from assistant.commitments.export.rows import Row, Stamp, full_rows
from assistant.commitments.thread import Thread

_WIDE = {
    "text": 60,
    "update": 60,
    "quote": 60,
    "topic": 30,
    "title": 30,
    "owner": 24,
    "locator": 24,
}
_NARROW = 14
_HEADINGS = {"update_date": "Update date", "as_at": "As at", "due_words": "Due as written"}
_LEFT_OUT = frozenset({"quote", "thread"})  # the same as the text; a name for programs


def to_xlsx(threads: Iterable[Thread], stamp: Stamp) -> bytes:
    """One sheet of records and one that says what it is."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # a new workbook has one sheet
    sheet.title = "Commitments"
    rows = [_shown(row) for row in full_rows(threads, stamp)]
    names = list(rows[0]) if rows else ["document"]
    sheet.append([_heading(name) for name in names])
    for row in rows:
        sheet.append([None] * len(names))
        for place, name in enumerate(names, start=1):
            cell = sheet.cell(sheet.max_row, place)
            assert isinstance(cell, Cell)  # nothing is merged
            _write(cell, row[name])
    for place, name in enumerate(names, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDE.get(name, _NARROW)
        sheet.cell(1, place).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    about = book.create_sheet("About")
    about.append(["Commitments register"])
    about.append([stamp.said[0].upper() + stamp.said[1:]])
    about.append(["Found in prose: 'suggestion' is yes until a person has accepted it"])
    _nameless(book, stamp)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _shown(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in _LEFT_OUT}


def _heading(name: str) -> str:
    return _HEADINGS.get(name, name.replace("_", " ").capitalize())


def _write(cell: Cell, value: str | None) -> None:
    """As words, whatever they begin with: never a formula."""
    cell.value = value or None
    if value:
        cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _nameless(book: Workbook, stamp: Stamp) -> None:
    """The library writes its own name and the time of making into every workbook."""
    made = datetime.combine(stamp.as_at, time())
    book.properties.creator = ""
    book.properties.lastModifiedBy = ""
    book.properties.title = "Commitments register"
    book.properties.created = made
    book.properties.modified = made
