"""Every sample document, written in every format, reads the same: all cells, all headings."""

import re
from pathlib import Path

import pytest

from eval.sample.as_html import web_page
from eval.sample.as_pdf import write_pdf
from eval.sample.as_text import text_conversion
from eval.sample.as_word import write_word
from eval.sample.locate import sample_folder
from eval.sample.markup import PAGE_BREAK_IN_CELL, Grid, Heading, Source, read_sources
from ingest.document import Document
from ingest.reader import read_document
from ingest.structure.titles import is_caption

SOURCES = {source.name: source for source in read_sources(sample_folder() / "sources")}
FORMATS = (".txt", ".docx", ".html", ".pdf")
DEEPEST = 4
_MARKS = re.compile(r"\*\*|\[([^\]]*)\]\([^)]*\)")


def write(source: Source, path: Path) -> None:
    match path.suffix:
        case ".pdf":
            write_pdf(source, path, "The office")
        case ".docx":
            write_word(source, path, "The office")
        case ".html":
            path.write_text(web_page(source, "The office"), encoding="utf-8")
        case _:
            path.write_text(text_conversion(source), encoding="utf-8")


def plain(text: str) -> str:
    """Letters, figures and signs; spaces and line ends are the format's affair."""
    return re.sub(r"\s+", "", _MARKS.sub(lambda mark: mark.group(1) or "", text))


def grids(document: Document) -> list[list[list[str]]]:
    return [
        [[plain(cell.of(document.text)) for cell in row.cells] for row in (*t.header, *t.rows)]
        for t in document.tables
        if t.section[-1:] != ("Contents",)
    ]


def wanted_grids(source: Source) -> list[list[list[str]]]:
    return [
        [[plain(" ".join(cell)).replace(PAGE_BREAK_IN_CELL, "") for cell in row] for row in b.rows]
        for b in source.blocks
        if isinstance(b, Grid)
    ]


def wanted_headings(source: Source) -> list[str]:
    """All but the captions of tables and the names of tables under one caption."""
    pairs = zip(source.blocks, (*source.blocks[1:], None), strict=True)
    return [
        plain(block.text)
        for block, following in pairs
        if isinstance(block, Heading)
        and not is_caption(block.text)
        and not (isinstance(following, Grid) and block.level == DEEPEST)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", SOURCES)
def test_all_cells_and_headings_from_every_format(tmp_path, name, ending):
    path = tmp_path / f"{name}{ending}"
    write(SOURCES[name], path)
    document = read_document(path)
    assert grids(document) == wanted_grids(SOURCES[name])
    found = {plain(b.span.of(document.text)) for b in document.blocks if b.kind == "heading"}
    assert [text for text in wanted_headings(SOURCES[name]) if text not in found] == []
