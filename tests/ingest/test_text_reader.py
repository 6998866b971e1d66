from pathlib import Path

import pytest

from ingest.document import BlockKind, FileFormat
from ingest.errors import EmptyFile, FileTooLarge, MismatchedFile, MissingFile, TextlessFile
from ingest.raw import RawBlock, RawDocument
from ingest.settings import IngestSettings
from ingest.text_reader import read_text


@pytest.fixture
def read(tmp_path):
    def read_it(content: str | bytes, name: str = "paper.txt", **limits: int) -> RawDocument:
        path: Path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_text(path, IngestSettings(**limits))

    return read_it


def words(block: RawBlock) -> str:
    return " | ".join(run.text for run in block.runs)


def rows(block: RawBlock) -> list[list[str]]:
    return [["/".join(run.text for run in cell) for cell in row] for row in block.rows]


def test_headings_paragraphs_and_bullets(read):
    raw = read("# Plan\n\n### Aim ###\nWe will:\n- one\n  - inner\n- > two\n\n1. Numbered stays")
    assert [(b.kind, b.level, words(b)) for b in raw.blocks] == [
        (BlockKind.HEADING, 1, "Plan"),
        (BlockKind.HEADING, 3, "Aim"),
        (BlockKind.PARAGRAPH, 0, "We will:"),
        (BlockKind.LIST_ITEM, 1, "one"),
        (BlockKind.LIST_ITEM, 2, "inner"),
        (BlockKind.LIST_ITEM, 1, "two"),
        (BlockKind.PARAGRAPH, 0, "1. Numbered stays"),
    ]


def test_underlined_headings(read):
    raw = read("Yearly report\n=============\n\nFunding\n-------\n\nText.", "a.md")
    assert raw.format is FileFormat.MARKDOWN
    assert [(b.kind, b.level) for b in raw.blocks[:2]] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
    ]


def test_form_feeds_are_page_breaks_and_a_last_one_adds_no_page(read):
    raw = read("First page.\fSecond\n\nstill second.\f\n")
    assert [page.number for page in raw.pages] == [1, 2]
    assert [block.runs[0].page for block in raw.blocks] == [1, 2, 2]


def test_text_without_form_feeds_has_no_pages(read):
    raw = read("Only words.")
    assert raw.pages == ()
    assert raw.blocks[0].runs[0].page is None


def test_tab_separated_lines_are_one_table_with_ragged_and_html_cells(read):
    raw = read("Name\tRole\tNote\n\tClerk\n<p>A &amp; B</p> <p>C</p>\t**x**\tlast\n\nAfter.")
    table, after = raw.blocks
    assert rows(table) == [["Name", "Role", "Note"], ["", "Clerk"], ["A & B/C", "x", "last"]]
    assert words(after) == "After."


def test_a_row_with_only_its_first_cell_filled_stays_in_the_table(read):
    raw = read("Date\tSummary\nPublic agenda\t\nReport\tIt says so")
    assert rows(raw.blocks[0]) == [
        ["Date", "Summary"],
        ["Public agenda", ""],
        ["Report", "It says so"],
    ]


def test_pipe_tables_lose_their_rule(read):
    raw = read("| Area | 2024 |\n|:-----|-----:|\n| North \\| West | 5 |\n", "a.md")
    assert rows(raw.blocks[0]) == [["Area", "2024"], ["North | West", "5"]]


def test_pipe_tables_without_edges_and_with_blank_cells(read):
    raw = read("Area | 2024\n---|---\nNorth | 5\n\na | b stays\n\n|x||\n|-|-|\n|y|1|\n", "a.md")
    assert rows(raw.blocks[0]) == [["Area", "2024"], ["North", "5"]]
    assert words(raw.blocks[1]) == "a | b stays"
    assert rows(raw.blocks[2]) == [["x", ""], ["y", "1"]]


def test_html_tables_within_text(read):
    raw = read(
        "Before\n<table><tr><th>A</th><th>B</th></tr>\n<tr><td>1</td><td>2</td></tr></table>"
    )
    assert rows(raw.blocks[1]) == [["A", "B"], ["1", "2"]]


def test_numbered_paragraphs_with_a_tab_are_no_table(read):
    raw = read("7.2\tThe Panel noted the report and thanked its authors\n")
    assert words(raw.blocks[0]) == "7.2 The Panel noted the report and thanked its authors"
    assert raw.blocks[0].kind is BlockKind.PARAGRAPH


def test_lines_of_an_unwrapped_file_are_paragraphs_of_their_own(read):
    raw = read("Jo Clerk\nChief Executive\nThe Office\n\n" + "A long line of words. " * 12)
    assert [words(b) for b in raw.blocks[:3]] == ["Jo Clerk", "Chief Executive", "The Office"]


def test_lines_of_a_wrapped_file_are_joined(read):
    paragraph = (
        "The office keeps a register of every gift that is offered and\n"
        "publishes it each quarter so that anybody may see what was\n"
        "accepted and what was not.\n\n"
    )
    raw = read(
        paragraph * 3 + "- an item that is longer than the width of the page and goes on\n  here\n"
    )
    assert words(raw.blocks[0]).endswith(
        "and publishes it each quarter so that anybody may see what was accepted and what was not."
    )
    assert words(raw.blocks[3]).endswith("goes on here")


def test_bold_over_two_lines_is_taken_off_both(read):
    raw = read("**Table 1: Budget\n(as of March)**\n\nNext.")
    assert [words(b) for b in raw.blocks] == ["Table 1: Budget", "(as of March)", "Next."]
    assert raw.blocks[0].bold
    assert not raw.blocks[2].bold


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(read, encoding):
    text = "The Commissioner’s budget – £1.5m for Café Süd and the naïve façade."
    assert words(read(text.encode(encoding)).blocks[0]) == text


def test_a_saved_web_page_named_txt_is_read_as_html(read):
    raw = read("<!DOCTYPE html><html><body><h2>News</h2><p>Words.</p></body></html>")
    assert [(b.kind, words(b)) for b in raw.blocks] == [
        (BlockKind.HEADING, "News"),
        (BlockKind.PARAGRAPH, "Words."),
    ]


def test_files_that_cannot_be_read_say_why(read, tmp_path):
    with pytest.raises(EmptyFile, match="no bytes"):
        read(b"")
    with pytest.raises(TextlessFile, match="no words"):
        read("\n \n\f\n")
    with pytest.raises(MismatchedFile, match="not text"):
        read(b"PK\x03\x04\x00\x00\x00")
    with pytest.raises(FileTooLarge, match="limit is 10"):
        read("x" * 11, max_file_bytes=10)
    with pytest.raises(MissingFile, match="no such file"):
        read_text(tmp_path / "gone.txt", IngestSettings())


def test_a_line_that_had_room_for_more_ends_its_paragraph(read):
    paragraph = (
        "The office keeps a register of every gift that is offered and\n"
        "publishes it each quarter so that anybody may see what was\n"
        "accepted and what was not.\n\n"
    )
    raw = read(paragraph * 4 + "Present:\nAnn Lee (Chair)\nBo Ray\n- 3 -\n")
    assert [words(b) for b in raw.blocks[4:]] == ["Present:", "Ann Lee (Chair)", "Bo Ray"]


def test_markdown_joins_lines_but_for_breaks_and_says_what_it_is(read):
    raw = read("---\ntitle: 'A plan'\ndate: 2024-05-02\n---\nOne\ntwo  \nthree\n", "a.md")
    assert [words(b) for b in raw.blocks] == ["One two", "three"]
    assert raw.info == {"title": "A plan", "date": "2024-05-02"}
