"""Passages of any document: exact spans, nothing lost, nothing shared, ids that stay."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import BlockKind, Document, Metadata, Span, TableKind
from ingest.passages import cut_passages
from ingest.passages.cut import is_contents
from ingest.passages.windows import estimated_pieces
from ingest.raw import RawDocument
from ingest.structure import build_document

ROWS = (TableKind.QUESTIONS, TableKind.ACTIONS)


def build(raw: RawDocument) -> Document:
    return build_document("random", "0" * 64, raw, Metadata("Random"))


def bodies(document: Document) -> list[Span]:
    """Where words stand that must be findable: not headings, contents or "Question | Answer"."""
    spans: list[Span] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING or is_contents(document, block):
            continue
        if block.table is not None and document.tables[block.table].kind in ROWS:
            spans.extend(row.span for row in document.tables[block.table].rows)
        else:
            spans.append(block.span)
    return spans


@given(data=st.data())
def test_every_word_outside_headings_and_contents_stands_in_a_passage(random_documents, data):
    document = build(data.draw(random_documents))
    passages = [passage.span for passage in cut_passages(document)]
    for body in bodies(document):
        place = body.start
        for word in body.of(document.text).split():
            place = document.text.index(word, place)
            assert any(span.contains(Span(place, place + len(word))) for span in passages)
            place += len(word)


@given(data=st.data())
def test_passages_keep_to_their_section_and_are_numbered_in_order(random_documents, data):
    document = build(data.draw(random_documents))
    passages = cut_passages(document)
    assert [passage.ordinal for passage in passages] == list(range(len(passages)))
    for passage in passages:
        words = passage.span.of(document.text)
        assert words == words.strip() != ""
        within = [b for b in document.blocks if b.span.overlaps(passage.span)]
        bodies = [b for b in within if b.kind is not BlockKind.HEADING]
        assert {b.section for b in bodies} == {passage.section}
        assert passage.page == document.page_at(passage.span.start)


@given(data=st.data())
def test_windows_are_short_and_hold_every_word_of_the_passage(random_documents, data):
    document = build(data.draw(random_documents))
    for passage in cut_passages(document):
        said = "\n".join(passage.windows)
        assert all(word in said for word in passage.span.of(document.text).split())
        for window in passage.windows:
            assert len(window.split()) <= 110
            single = max(map(estimated_pieces, window.split()))
            assert estimated_pieces(window) <= 150 + single


@given(data=st.data())
def test_each_filled_row_of_questions_and_actions_is_a_passage(random_documents, data):
    document = build(data.draw(random_documents))
    passages = cut_passages(document)
    for number, table in enumerate(document.tables):
        if table.kind not in ROWS:
            continue
        found = {passage.row for passage in passages if passage.table == number}
        filled = {
            place
            for place, row in enumerate(table.rows)
            if any(cell.start < cell.end for cell in row.cells)
        }
        assert found == filled


@given(data=st.data())
def test_ids_follow_from_content_and_differ_from_each_other(random_documents, data):
    raw = data.draw(random_documents)
    ids = [passage.id for passage in cut_passages(build(raw))]
    assert ids == [passage.id for passage in cut_passages(build(raw))]
    assert len(set(ids)) == len(ids)
