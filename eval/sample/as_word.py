"""Sources as Word files: built-in styles, repeated header rows, and the same bytes every time."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from eval.sample.inline import bold_runs
from eval.sample.markup import (
    PAGE_BREAK_IN_CELL,
    Break,
    Cell,
    Chart,
    Contents,
    Grid,
    Heading,
    Item,
    Paragraph,
    Source,
    SourceBlock,
    contents_depth,
)

_TEXT_WIDTH_CM = 16.0
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold


def write_word(source: Source, path: Path, author: str) -> None:
    """Write the source to `path` as .docx."""
    word = Document()
    _set_up(word, source, author)
    for block in source.blocks:
        _add(word, block, source)
    buffer = io.BytesIO()
    word.save(buffer)
    path.write_bytes(_without_times(buffer.getvalue()))


def _set_up(word: WordDocument, source: Source, author: str) -> None:
    when = datetime.fromisoformat(source.meta["date"])
    word.core_properties.author = author
    word.core_properties.last_modified_by = author
    word.core_properties.title = source.meta["title"]
    word.core_properties.created = when
    word.core_properties.modified = when
    word.core_properties.comments = ""
    word.styles["Normal"].font.name = "Arial"
    word.styles["Normal"].font.size = Pt(11)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.header.paragraphs[0].text = source.meta.get("running", source.meta["title"])
    footer = section.footer.paragraphs[0]
    footer.add_run("Page ")
    _add_field(footer, "PAGE")


def _add_field(paragraph: WordParagraph, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text
        run._r.append(element)


def _add(word: WordDocument, block: SourceBlock, source: Source) -> None:
    match block:
        case Heading(level=level, text=text):
            _fill(word.add_paragraph(style=f"Heading {level}"), text)
        case Item(level=level, text=text):
            style = "List Bullet" if level == 1 else f"List Bullet {min(level, 3)}"
            _fill(word.add_paragraph(style=style), text)
        case Paragraph(text=text, label=label):
            _fill(word.add_paragraph(), f"{label}\t{text}" if label else text)
        case Chart(title=title):
            _fill(word.add_paragraph(style="Caption"), title)
        case Contents():
            for heading in source.blocks:
                if isinstance(heading, Heading) and contents_depth(heading):
                    _fill(word.add_paragraph(), heading.text)
        case Grid():
            _add_table(word, block)
        case Break():
            word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _fill(paragraph: WordParagraph, text: str) -> None:
    for words, bold in bold_runs(text):
        paragraph.add_run(words).bold = bold or None


def _add_table(word: WordDocument, grid: Grid) -> None:
    table = word.add_table(rows=len(grid.rows), cols=len(grid.widths), style="Table Grid")
    table.autofit = False
    widths = [Cm(_TEXT_WIDTH_CM * share / sum(grid.widths)) for share in grid.widths]
    for row, cells in zip(table.rows, grid.rows, strict=True):
        for cell, content, width in zip(row.cells, cells, widths, strict=True):
            cell.width = width
            _fill_cell(cell, content)
    if grid.header:
        repeat = OxmlElement("w:tblHeader")
        repeat.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
    word.add_paragraph()


def _fill_cell(cell: _Cell, content: Cell) -> None:
    paragraphs = [text for text in content if text != PAGE_BREAK_IN_CELL]
    for place, text in enumerate(paragraphs):
        _fill(cell.paragraphs[0] if place == 0 else cell.add_paragraph(), text)


def _without_times(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return buffer.getvalue()
