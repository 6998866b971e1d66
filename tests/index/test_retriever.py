import pytest

from index.results import Filters, Query
from ingest.document import DocumentKind


@pytest.mark.slow
def test_the_search_serves_a_llama_index_pipeline(office):
    from index.retriever import LibraryRetriever  # llama_index takes seconds to import

    office.write("budget.txt", "The precept rose.", kind="budget_report", date="2024-02-06")
    office.write("minutes.txt", "The precept was discussed.", kind="meeting_minutes")
    office.update()
    library = office.library()
    nodes = LibraryRetriever(library).retrieve("precept")
    hits = library.search(Query("precept")).hits
    assert [node.node_id for node in nodes] == [hit.passage.id for hit in hits]
    assert [node.score for node in nodes] == [hit.score for hit in hits]
    assert [node.get_content() for node in nodes] == [hit.text for hit in hits]
    [budget] = [node for node in nodes if node.metadata["document"] == "budget"]
    assert budget.metadata["date"] == "2024-02-06"
    assert budget.metadata["cosine"] > 0
    kinds = frozenset({DocumentKind.MEETING_MINUTES})
    [node] = LibraryRetriever(library, Filters(kinds=kinds), limit=1).retrieve("precept")
    assert node.metadata["document"] == "minutes"
