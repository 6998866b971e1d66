"""The five real documents, held to what is printed in them.

The expected cells and pairs are taken from the text files by rules of their own, much simpler than
the product's: tab-separated lines, and nothing else.
"""

import html
import re
from functools import cache
from pathlib import Path

import pytest

from ingest.document import Document, Table, TableKind
from ingest.passages import cut_passages
from ingest.reader import read_document

pytestmark = pytest.mark.corpus

REPORT = "annual-report-2023-24"
MINUTES = ("pcc-accountability-meeting-2024-10-08", "pcc-accountability-meeting-2025-07-08")
NAMES = (REPORT, *MINUTES, "foi-response-opccn-248-2025-02-06", "police-and-crime-panel-2020-02-04")
FORMATS = {"text": ".txt", "word": ".docx", "pdf": ".pdf"}


@cache
def read(corpus: Path, form: str, name: str) -> Document:
    return read_document(corpus / "corpus" / form / (name + FORMATS[form]))


def plain(text: str) -> str:
    """Words only: tags, entities, stars and the spaces that conversions add are left out."""
    text = html.unescape(re.sub(r"</?(?:p|b)>", " ", text))
    return re.sub(r"[\s*]+", "", text.replace("\\", ""))


def printed_tables(corpus: Path) -> dict[int, list[list[str]]]:
    """Table number -> its lines of cells, from "Table N:" to the next line without a tab."""
    lines = (corpus / "corpus" / "text" / f"{REPORT}.txt").read_text(encoding="utf-8").split("\n")
    found: dict[int, list[list[str]]] = {}
    number = 0
    for line in lines:
        match = re.match(r"\**Table (\d+):", line)
        number = int(match.group(1)) if match else number
        if "\t" in line and number:
            found.setdefault(number, []).append([plain(cell) for cell in line.split("\t")])
    return found


def read_tables(document: Document) -> dict[int, list[Table]]:
    found: dict[int, list[Table]] = {}
    for table in document.tables:
        match = re.match(r"\**Table (\d+):", table.caption)
        if match:
            found.setdefault(int(match.group(1)), []).append(table)
    return found


def cells(document: Document, tables: list[Table]) -> list[list[str]]:
    return [
        [plain(cell.of(document.text)) for cell in row.cells]
        for table in tables
        for row in (*table.header, *table.rows)
    ]


@pytest.mark.parametrize("form", ["text", "word"])
def test_every_cell_of_the_numbered_tables_is_right(corpus, form):
    document = read(corpus, form, REPORT)
    expected, found = printed_tables(corpus), read_tables(document)
    assert sorted(found) == sorted(expected) == list(range(1, 26))
    for number, rows in expected.items():
        assert cells(document, found[number]) == rows, f"table {number}"


def test_nearly_every_cell_of_the_numbered_tables_is_right_from_pdf(corpus):
    document = read(corpus, "pdf", REPORT)
    found = read_tables(document)
    right = total = 0
    for number, rows in printed_tables(corpus).items():
        given = cells(document, found.get(number, []))
        for place, row in enumerate(rows):
            total += len(row)
            got = given[place] if place < len(given) else []
            right += sum(one == other for one, other in zip(row, got, strict=False))
    assert right >= total * 0.97, f"{right} of {total}"


@pytest.mark.parametrize("form", FORMATS)
def test_numbered_tables_have_one_header_row_and_labels_carried_down(corpus, form):
    for number, tables in read_tables(read(corpus, form, REPORT)).items():
        for table in tables:
            assert table.kind is TableKind.DATA, number
            assert len(table.header) == 1, number
            assert all(all(row.labels) for row in table.rows), number
            assert all(table.columns), number
    by_number = read_tables(read(corpus, form, REPORT))
    assert {n for n, tables in by_number.items() if tables[0].label_columns == 2} == {8, 18, 20, 23}
    rows = by_number[8][0].rows
    assert len({row.labels[0] for row in rows[:9]}) == len({row.labels[0] for row in rows[9:]}) == 1
    assert len({table.title for table in by_number[5]} - {""}) == 2


@pytest.mark.parametrize("form", FORMATS)
def test_tables_that_state_a_period_carry_it(corpus, form):
    document = read(corpus, form, REPORT)
    for number, (table, *_) in read_tables(document).items():
        notes = " ".join(span.of(document.text) for span in table.notes)
        if "Last 12 months" in table.columns and number not in (3, 4, 12):
            assert "2024" in notes, number


def question_rows(corpus: Path, name: str, header: re.Pattern[str]) -> list[tuple[str, str]]:
    """Pairs of a two-column table, a row with a blank or small-lettered start put to the last."""
    path = corpus / "corpus" / "text" / f"{name}.txt"
    pairs: list[tuple[str, str]] = []
    inside = False
    for line in path.read_text(encoding="utf-8").split("\n"):
        if "\t" not in line:
            continue
        first, second = line.split("\t")
        if re.match(r"(?:Public |PCC )?Question$|Description of Action$", first):
            inside = header.match(first) is not None
        elif inside:
            words = plain(first)
            if pairs and (not words or words[0].islower()):
                pairs[-1] = (pairs[-1][0] + words, pairs[-1][1] + plain(second))
            else:
                pairs.append((words, plain(second)))
    return pairs


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("name", "count"), list(zip(MINUTES, (25, 22), strict=True)))
def test_every_question_is_one_pair_with_its_complete_answer(corpus, form, name, count):
    document = read(corpus, form, name)
    expected = question_rows(corpus, name, re.compile("(?:Public |PCC )?Question"))
    found = [
        tuple(plain(cell.of(document.text)) for cell in row.cells)
        for table in document.tables
        if table.kind is TableKind.QUESTIONS
        for row in table.rows
    ]
    assert len(expected) == count
    assert found == expected


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("name", "count"), list(zip(MINUTES, (11, 5), strict=True)))
def test_every_action_is_one_row_with_its_status(corpus, form, name, count):
    document = read(corpus, form, name)
    (table,) = [table for table in document.tables if table.kind is TableKind.ACTIONS]
    found = [tuple(plain(cell.of(document.text)) for cell in row.cells) for row in table.rows]
    assert found == question_rows(corpus, name, re.compile("Description of Action"))
    assert len(found) == count
    assert all(
        re.search(r"actionclosed|actionongoing|newaction", update, re.I) for _, update in found
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["word", "pdf"])
def test_all_formats_give_the_same_structure(corpus, form, name):
    def outline(document: Document) -> list[tuple[str, int, str]]:
        return [
            (block.kind, block.level, plain(block.span.of(document.text)).strip("<>"))
            for block in document.blocks
            if block.kind == "heading"
        ]

    text, other = read(corpus, "text", name), read(corpus, form, name)
    assert outline(other) == outline(text)
    assert [table.kind for table in other.tables] == [table.kind for table in text.tables]
    assert len(cut_passages(other)) == len(cut_passages(text))


@pytest.mark.parametrize("form", FORMATS)
def test_district_tables_know_their_district(corpus, form):
    name = "police-and-crime-panel-2020-02-04"
    lines = (corpus / "corpus" / "text" / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    firsts = [line.split("\t")[0] for line in lines if "\t" in line]
    titles = [table.title for table in read(corpus, form, name).tables if table.title.isupper()]
    assert titles == [first for first in firsts if first.isupper()]
    assert len(titles) == 8


@pytest.mark.parametrize("form", FORMATS)
def test_a_pack_is_split_into_its_items(corpus, form):
    document = read(corpus, form, "police-and-crime-panel-2020-02-04")
    tops = [
        block.span.of(document.text)[:30]
        for block in document.blocks
        if block.kind == "heading" and block.level == 1
    ]
    assert len(tops) == 6
    assert [top.split()[0] for top in tops[:2]] == ["A", "Minutes"]
    assert len({passage.section[0] for passage in cut_passages(document) if passage.section}) >= 6


@pytest.mark.parametrize("form", FORMATS)
def test_answers_of_a_request_carry_the_question(corpus, form):
    document = read(corpus, form, "foi-response-opccn-248-2025-02-06")
    answers = [p for p in cut_passages(document) if p.section and p.section[0].startswith("2.")]
    assert answers
    question = next(b for b in document.blocks if b.section == () and b.label == "2")
    number = document.blocks.index(question)
    asked = document.blocks[number + 1].span.of(document.text)
    assert asked.endswith("?")
    assert all(asked in passage.context for passage in answers)
