"""Citations for the pieces of a verified draft."""

from collections.abc import Sequence

from assistant.answer import Citation
from assistant.commitments.cited import CitedCommitment
from assistant.compose import Draft, Piece
from assistant.verify import widen
from index.library import Library
from index.results import Hit
from ingest.document import Span
from ingest.passages import locator_at


def cite(draft: Draft) -> tuple[Citation, ...]:
    """One citation for each proving span, in the order of the answer, none twice."""
    found: dict[tuple[str, Span], Citation] = {}
    for piece in draft.pieces:
        for span in piece.spans:
            quoted = widen(span, piece.candidate.document.text)
            key = (piece.candidate.document.sha256, quoted)
            found.setdefault(key, _citation(piece, quoted))
    return tuple(found.values())


def _citation(piece: Piece, span: Span) -> Citation:
    candidate = piece.candidate
    record = candidate.hit.document
    metadata = record.metadata
    return Citation(
        document_id=record.id,
        document=record.name,
        title=metadata.title,
        date=metadata.date or metadata.meeting_date,
        page=candidate.document.page_at(span.start),
        locator=locator_at(candidate.document, candidate.hit.passage, span.start),
        quote=span.of(candidate.document.text),
        passage=candidate.hit.text,
        passage_id=candidate.hit.passage.id,
        span=span,
        url=metadata.url,
    )


def cite_commitments(library: Library, items: Sequence[CitedCommitment]) -> tuple[Citation, ...]:
    """Citations of records of the register, each with the passage that holds it."""
    return tuple(_of_commitment(library, item) for item in items)


def _of_commitment(library: Library, item: CitedCommitment) -> Citation:
    text = library.document(item.document_id).text
    passages = library.passages(item.document_id)
    holding = next((p for p in passages if p.span.contains(item.span)), None)
    return Citation(
        document_id=item.document_id,
        document=item.document,
        title=item.title,
        date=item.date,
        page=item.page,
        locator=item.locator,
        quote=item.span.of(text),
        passage=holding.span.of(text) if holding else item.quote,
        passage_id=holding.id if holding else "",
        span=item.span,
        url=item.url,
    )


def hits_of(library: Library, citations: Sequence[Citation]) -> tuple[Hit, ...]:
    """The passages cited, as hits, each once, whether or not a search brought them."""
    cited = {citation.passage_id: citation for citation in citations}
    records = {record.id: record for record in library.documents()}
    passages = {
        passage.id: passage
        for document in {citation.document_id for citation in citations}
        for passage in library.passages(document)
    }
    return tuple(
        Hit(passages[passage], one.passage, records[one.document_id], 1.0, None, None, None, None)
        for passage, one in cited.items()
        if passage in passages
    )
