"""The shipped documents: what they hold, that they can be built again, that nothing is real."""

import re
from pathlib import Path

import pytest

from eval.sample.as_text import plain_text
from eval.sample.locate import sample_documents, sample_folder
from eval.sample.markup import Grid, Paragraph, Source, read_source, read_sources
from ingest.document import DocumentKind
from ingest.manifest import read_manifest
from ingest.reader import read_document

SOURCES = {source.name: source for source in read_sources(sample_folder() / "sources")}
DOCUMENTS = sorted(p for p in sample_documents().iterdir() if p.name != "manifest.csv")
COUNTIES = """Bedfordshire Berkshire Buckinghamshire Cambridgeshire Cheshire Cornwall Cumbria
Derbyshire Devon Dorset Durham Essex Gloucestershire Hampshire Herefordshire Hertfordshire Kent
Lancashire Leicestershire Lincolnshire Merseyside Norfolk Northamptonshire Northumberland
Nottinghamshire Oxfordshire Rutland Shropshire Somerset Staffordshire Suffolk Surrey Sussex
Warwickshire Wiltshire Worcestershire Yorkshire Norwich Ipswich Northumbria""".split()


def test_every_source_is_built_and_nothing_else_is_there():
    assert {path.stem for path in DOCUMENTS} == set(SOURCES)
    assert sum(path.stat().st_size for path in sample_documents().iterdir()) < 3_000_000


def test_there_are_enough_documents_kinds_and_formats():
    kinds = {DocumentKind(source.meta["kind"]) for source in SOURCES.values()}

    assert len(SOURCES) >= 14
    assert len(kinds) >= 9
    assert {path.suffix for path in DOCUMENTS} == {".pdf", ".docx", ".html", ".txt"}


def test_the_library_spans_three_years_and_two_commissioners():
    years = {int(source.meta["date"][:4]) for source in SOURCES.values()}
    words = " ".join(map(plain_text, SOURCES.values()))

    assert {2024, 2025} <= years
    assert max(years) - min(years) >= 3
    assert "Howard Penhallick, Police and Crime Commissioner" in words
    assert "Police and Crime Commissioner (PCC) – Judith Amberley" in words


def test_the_manifest_describes_every_file():
    manifest = read_manifest(sample_documents())

    assert set(manifest.rows) == {path.name for path in DOCUMENTS}
    for cells in manifest.rows.values():
        assert dict(cells)["url"].startswith("https://pcc.marlshire.example.org/")


@pytest.mark.parametrize("name", SOURCES)
def test_no_real_county_is_named(name):
    words = set(re.findall(r"\w+", plain_text(SOURCES[name])))

    assert words.isdisjoint(COUNTIES)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_reader_finds_in_the_file_is_what_the_source_says(path):
    text = _one_spaced(read_document(path).text)

    for block in SOURCES[path.stem].blocks:
        if isinstance(block, Paragraph) and not block.label:
            assert _one_spaced(_words(block)) in text


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_table_is_read_cell_for_cell(path):
    document = read_document(path)
    found = [
        [[_one_spaced(cell.of(document.text)) for cell in row.cells] for row in rows]
        for rows in ((*table.header, *table.rows) for table in document.tables)
    ]

    wanted = [_cells(block) for block in SOURCES[path.stem].blocks if isinstance(block, Grid)]

    assert [table for table in found if table in wanted] == wanted


def test_the_documents_can_be_built_again(tmp_path):
    pytest.importorskip("reportlab")
    from eval.sample.build import build

    first, second = build(tmp_path / "first"), build(tmp_path / "second")

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert {path.name for path in first} == {p.name for p in sample_documents().iterdir()}
    for path in first:
        assert _text_of(path) == _text_of(sample_documents() / path.name)


def test_a_source_with_a_torn_table_names_its_file(tmp_path):
    source = tmp_path / "torn.md"
    source.write_text("---\ntitle: Torn\n---\n!table 50 50\na | b\nonly one\n!end\n")

    with pytest.raises(ValueError, match=r"torn\.md: rows of unequal length"):
        read_source(source)


def test_a_source_with_an_unknown_directive_names_it(tmp_path):
    source = tmp_path / "odd.md"
    source.write_text("---\ntitle: Odd\n---\n!poem\nroses\n!end\n")

    with pytest.raises(ValueError, match=r"odd\.md: unknown directive !poem"):
        read_source(source)


def _text_of(path: Path) -> str:
    return path.read_text() if path.suffix == ".csv" else read_document(path).text


def _words(block: Paragraph) -> str:
    return plain_text(Source("one", {}, (block,)))


def _cells(grid: Grid) -> list[list[str]]:
    lines = plain_text(Source("one", {}, (grid,))).split("\n")
    return [[_one_spaced(cell) for cell in line.split("\t")] for line in lines]


def _one_spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
