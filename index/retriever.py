"""The hybrid search as a llama-index retriever, for use in any llama-index pipeline.

Imported only by those who want it: llama_index takes seconds to import. Its Chroma vector store
is not used. It would keep a second copy of each text as JSON, keep the old text of an id that is
written again, and report exp(-distance) as similarity; the search here is ours throughout.
"""

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from index.library import Library
from index.results import Filters, Hit, Query


class LibraryRetriever(BaseRetriever):
    """Retrieves the passages that `Library.search` finds, best first, with their fused score."""

    def __init__(self, library: Library, filters: Filters | None = None, limit: int = 10) -> None:
        super().__init__()
        self._library = library
        self._filters = filters or Filters()
        self._limit = limit

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        query = Query(query_bundle.query_str, filters=self._filters, limit=self._limit)
        return [_node(hit) for hit in self._library.search(query).hits]


def _node(hit: Hit) -> NodeWithScore:
    """A hit as a node: its text, and where it stands as metadata that is not embedded again."""
    metadata = {
        "document": hit.document.name,
        "document_id": hit.document.id,
        "title": hit.document.metadata.title,
        "date": hit.document.metadata.date.isoformat() if hit.document.metadata.date else "",
        "locator": hit.passage.locator,
        "page": hit.passage.page or 0,
        "cosine": hit.cosine or 0.0,
    }
    node = TextNode(
        id_=hit.passage.id,
        text=hit.text,
        metadata=metadata,
        excluded_embed_metadata_keys=list(metadata),
        start_char_idx=hit.passage.span.start,
        end_char_idx=hit.passage.span.end,
    )
    return NodeWithScore(node=node, score=hit.score)
