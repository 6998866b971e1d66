"""The action log for the next meeting, in the two columns that minutes use."""

import io
from collections.abc import Iterable
from datetime import datetime, time

import docx
from docx.document import Document
from docx.shared import Cm
from docx.table import _Cell

from assistant.commitments.export.rows import Stamp
from assistant.commitments.thread import Standing, Thread
from assistant.commitments.wording import day, name_of, silence
from ingest.commitment import CommitmentKind

_COLUMNS = ("Description of Action", "Action Update / Decision")
_WIDTHS = (Cm(7.5), Cm(9.0))


def to_docx(threads: Iterable[Thread], stamp: Stamp) -> bytes:
    """The actions that are not closed, each with its last update and room for the next one."""
    document = docx.Document()
    document.add_heading("Actions", level=1)
    document.add_paragraph(f"Actions not closed, {stamp.said}.")
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    for cell, words, width in zip(table.rows[0].cells, _COLUMNS, _WIDTHS, strict=True):
        cell.width = width
        cell.paragraphs[0].add_run(words).bold = True
    for thread in threads:
        if thread.kind is CommitmentKind.ACTION and thread.standing is not Standing.CLOSED:
            left, right = table.add_row().cells
            left.width, right.width = _WIDTHS
            _describe(left, thread)
            _update(right, thread)
    _repeat_header(document)
    _nameless(document, stamp)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _describe(cell: _Cell, thread: Thread) -> None:
    paragraph = cell.paragraphs[0]
    raised = f" ({day(thread.raised)})" if thread.raised else ""
    paragraph.add_run(f"{name_of(thread)}{raised}: ").bold = True
    paragraph.add_run(thread.last.commitment.text)
    due = thread.due
    if due is not None:
        cell.add_paragraph(f"Due: {due.words}")


def _update(cell: _Cell, thread: Thread) -> None:
    """What was last said, with its day, then an empty paragraph to write in."""
    updates = thread.last.commitment.updates
    said = updates[-1].text if updates else thread.last.commitment.status_words
    paragraph = cell.paragraphs[0]
    when = day(thread.last.day)
    if when and when not in said:
        paragraph.add_run(f"{when} – ").bold = True
    paragraph.add_run(said)
    unheard = silence(thread)
    if unheard:
        cell.add_paragraph(unheard)
    cell.add_paragraph()


def _repeat_header(document: Document) -> None:
    """Word repeats the first row on each page only when it is told to."""
    row = document.tables[0].rows[0]
    properties = row._tr.get_or_add_trPr()
    properties.append(properties.makeelement(f"{{{_WORD}}}tblHeader", {}))


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _nameless(document: Document, stamp: Stamp) -> None:
    """The library's template names an author and leaves a remark."""
    made = datetime.combine(stamp.as_at, time())
    properties = document.core_properties
    properties.author = ""
    properties.last_modified_by = ""
    properties.comments = ""
    properties.title = "Action log"
    properties.created = made
    properties.modified = made
