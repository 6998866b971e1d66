from dataclasses import replace

from ingest.document import Page, PageRun
from ingest.passages import cut_passages, locator_at

FIRST = "The office has done what it said that it would do."
SECOND = "The rest of it stands overleaf, in words of its own."


def test_a_place_in_a_passage_is_told_by_its_own_page(make_document):
    document = make_document("# Roads", FIRST, SECOND)
    overleaf = document.text.index(SECOND)
    document = replace(
        document,
        pages=(Page(6, "5"), Page(7, "6")),
        page_runs=(PageRun(0, 6), PageRun(overleaf, 7)),
    )
    (passage,) = cut_passages(document)
    assert passage.locator == "page 6 (printed 5), Roads"
    assert locator_at(document, passage, passage.span.start) == passage.locator
    assert locator_at(document, passage, overleaf) == "page 7 (printed 6), Roads"


def test_a_document_without_pages_keeps_its_locator(make_document):
    document = make_document("# Roads", FIRST, SECOND)
    (passage,) = cut_passages(document)
    assert locator_at(document, passage, document.text.index(SECOND)) == passage.locator == "Roads"
