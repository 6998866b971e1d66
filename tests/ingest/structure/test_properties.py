"""Whatever a reader hands over, the document that comes out is consistent."""

import time

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import BlockKind, Document, FileFormat, Metadata
from ingest.markup import plain
from ingest.raw import RawBlock, RawDocument, Run
from ingest.structure import build_document


def build(raw: RawDocument) -> Document:
    return build_document("random", "0" * 64, raw, Metadata("Random"))


@given(data=st.data())
def test_blocks_cover_the_text_in_order_and_do_not_overlap(random_documents, data):
    document = build(data.draw(random_documents))
    end = 0
    for block in document.blocks:
        assert block.span.start == (end + 2 if end else 0)
        assert block.span.start < block.span.end <= len(document.text)
        end = block.span.end
    assert end == len(document.text)


@given(data=st.data())
def test_cells_joined_by_tabs_and_rows_by_lines_give_back_the_tables_text(random_documents, data):
    document = build(data.draw(random_documents))
    tables = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    assert [block.table for block in tables] == list(range(len(document.tables)))
    for block in tables:
        table = document.tables[block.table]
        rows = (*table.header, *table.rows)
        lines = ["\t".join(cell.of(document.text) for cell in row.cells) for row in rows]
        assert "\n".join(lines) == block.span.of(document.text) == table.span.of(document.text)
        assert {len(row.cells) for row in rows} == {len(table.columns)}
        assert all("\t" not in cell.of(document.text) for row in rows for cell in row.cells)


@given(data=st.data())
def test_no_word_is_lost_but_running_lines_numbers_and_repeated_headers(random_documents, data):
    raw = data.draw(random_documents)
    document = build(raw)
    said = set(document.text.split())
    given_words = {
        word
        for block in raw.blocks
        for run in (*block.runs, *(run for row in block.rows for cell in row for run in cell))
        for word in plain(run.text).split()
    }
    assert said <= given_words


@given(data=st.data())
def test_sections_are_made_of_headings_above(random_documents, data):
    document = build(data.draw(random_documents))
    seen: set[str] = set()
    for block in document.blocks:
        assert set(block.section) <= seen
        if block.kind is BlockKind.HEADING:
            words = block.span.of(document.text)
            seen.update({words, words.replace(" ", "")})
            assert block.level >= 1


@given(data=st.data())
def test_notes_and_page_runs_lie_within_the_text(random_documents, data):
    document = build(data.draw(random_documents))
    starts = [run.start for run in document.page_runs]
    assert starts == sorted(starts)
    spans = {block.span for block in document.blocks}
    for table in document.tables:
        assert set(table.notes) <= spans
        assert all(len(row.labels) in (0, table.label_columns) for row in table.rows)


@given(data=st.data())
def test_building_again_from_the_same_blocks_changes_nothing(random_documents, data):
    raw = data.draw(random_documents)
    assert build(raw) == build(raw)


def test_time_grows_with_size_and_not_with_its_square():
    def seconds(count: int) -> float:
        blocks = []
        for number in range(count):
            blocks.append(RawBlock(BlockKind.PARAGRAPH, (Run(f"Short title {number}", number),)))
            row = tuple((Run(f"{number}", number),) for _ in range(3))
            blocks.append(RawBlock(BlockKind.TABLE, rows=(row, row)))
            blocks.append(RawBlock(BlockKind.LIST_ITEM, (Run("and so on", number),), level=1))
        raw = RawDocument(FileFormat.TEXT, tuple(blocks))
        start = time.process_time()
        build(raw)
        return time.process_time() - start

    seconds(200)
    small, large = seconds(1000), seconds(8000)
    assert large < small * 8 * 3
