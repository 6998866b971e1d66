"""A plain llama-index pipeline to measure against: what one gets without this product.

Fixed chunks of 256 tokens, the same embedding model through sentence-transformers, Chroma, its
best hits, and as the answer the three sentences most similar to the question. Nothing of `index`
is used but the model's loader, nothing of `assistant`.
"""

from collections.abc import Sequence
from pathlib import Path

import chromadb
import numpy as np
from llama_index.core import Document as LlamaDocument
from llama_index.core import StorageContext, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.schema import NodeWithScore
from llama_index.vector_stores.chroma import ChromaVectorStore
from pydantic import PrivateAttr

from eval.answers import AnswerRow, CitationRow, PassageRow
from index.embedding import Matrix
from index.embedding.model import find_model
from index.embedding.transformer import TransformerModel
from ingest.document import Span
from ingest.sentences import sentence_spans

CHUNK_TOKENS, CHUNK_OVERLAP = 256, 32
HITS, PASSAGES, SENTENCES = 5, 10, 3


class _Embedding(BaseEmbedding):
    """The product's model behind llama-index's interface."""

    _model: TransformerModel = PrivateAttr()

    def __init__(self, name: str) -> None:
        super().__init__(model_name=name, embed_batch_size=32)
        self._model = TransformerModel(find_model(name), None)

    def rows(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors, one row for each text."""
        return self._model.embed(texts)

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [[float(x) for x in row] for row in self.rows(texts)]

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


class PlainPipeline:
    """Retrieval and answers over the documents given, stored in `folder`."""

    def __init__(self, folder: Path, model: str) -> None:
        self._embedding = _Embedding(model)
        self._collection = chromadb.PersistentClient(str(folder)).get_or_create_collection(
            "plain", metadata={"hnsw:space": "cosine"}, embedding_function=None
        )
        self._store = ChromaVectorStore(chroma_collection=self._collection)
        self._index = VectorStoreIndex.from_vector_store(self._store, embed_model=self._embedding)
        self._best = self._index.as_retriever(similarity_top_k=HITS)
        self._more = self._index.as_retriever(similarity_top_k=PASSAGES)

    def fill(self, texts: dict[str, str]) -> None:
        """Cut, embed and store documents, given by name; a store that is filled stays as it is."""
        if self._collection.count():
            return
        VectorStoreIndex.from_documents(
            [LlamaDocument(text=text, doc_id=name) for name, text in texts.items()],
            storage_context=StorageContext.from_defaults(vector_store=self._store),
            embed_model=self._embedding,
            transformations=[
                SentenceSplitter(chunk_size=CHUNK_TOKENS, chunk_overlap=CHUNK_OVERLAP)
            ],
        )

    def retrieve(self, question: str) -> list[NodeWithScore]:
        """The five best chunks: retrieval alone, which is what the product's speed is held to."""
        return self._best.retrieve(question)

    def answer(self, row_id: str | int, question: str) -> AnswerRow:
        """The three sentences of the best chunks that are most similar to the question."""
        found = self._more.retrieve(question)
        chosen = self._most_similar(question, found[:HITS])
        return AnswerRow(
            id=row_id,
            status="answered",
            answer=" ".join(sentence for sentence, _ in chosen),
            citations=tuple(
                CitationRow(document=_name(node), quote=sentence, passage=_text(node))
                for sentence, node in chosen
            ),
            passages=tuple(PassageRow(document=_name(n), text=_text(n)) for n in found),
        )

    def _most_similar(
        self, question: str, found: list[NodeWithScore]
    ) -> list[tuple[str, NodeWithScore]]:
        sentences = [
            (span.of(text), node)
            for node in found
            for text in (_text(node),)
            for span in sentence_spans(text, Span(0, len(text)))
        ]
        if not sentences:
            return []
        rows = self._embedding.rows([question, *(sentence for sentence, _ in sentences)])
        order = np.argsort(-(rows[1:] @ rows[0]))[:SENTENCES]
        return [sentences[place] for place in order]


def _text(node: NodeWithScore) -> str:
    return str(node.node.get_content())


def _name(node: NodeWithScore) -> str:
    return str(node.node.ref_doc_id)
