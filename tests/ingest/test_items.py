"""A pack is its items, each with title, kind and place."""

import pytest

from eval.sample.locate import sample_documents
from ingest.document import DocumentKind as K
from ingest.items import pack_items
from ingest.reader import read_document


def test_the_items_of_the_sample_pack():
    document = read_document(sample_documents() / "police-and-crime-panel-2025-02-06.pdf")
    items = pack_items(document)
    assert [(item.title.split(":")[0], item.kind) for item in items if item.kind is K.OTHER] == [
        ("Agenda", K.OTHER),
        ("Item 5", K.OTHER),
        ("Item 6", K.OTHER),
        ("Item 7", K.OTHER),
        ("Item 8", K.OTHER),
        ("Item 9", K.OTHER),
    ]
    minutes = items[1]
    assert minutes.kind is K.PANEL_MINUTES
    assert minutes.title.startswith("Minutes of the meeting held on Thursday 14 November 2024")
    assert [document.page_at(item.span.start) for item in items] == [1, 2, 5, 7, 10, 10, 11]


def test_items_follow_each_other_and_leave_nothing_out():
    document = read_document(sample_documents() / "police-and-crime-panel-2025-02-06.pdf")
    items = pack_items(document)
    within = [b for b in document.blocks if b.span.start >= items[0].span.start]
    for block in within:
        assert sum(item.span.contains(block.span) for item in items) == 1


def test_a_document_that_is_no_pack_has_no_items():
    assert pack_items(read_document(sample_documents() / "annual-report-2024-25.pdf")) == ()


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "ending"), [("text", "txt"), ("word", "docx"), ("pdf", "pdf")])
def test_the_items_of_the_real_pack(corpus, folder, ending):
    path = corpus / "corpus" / folder / f"police-and-crime-panel-2020-02-04.{ending}"
    assert [item.kind for item in pack_items(read_document(path))] == [
        *(K.OTHER, K.PANEL_MINUTES, K.DELIVERY_UPDATE, K.COMPLAINTS_REPORT, K.OTHER, K.OTHER)
    ]
