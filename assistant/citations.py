"""Citations for the pieces of a verified draft."""

from assistant.answer import Citation
from assistant.compose import Draft, Piece
from assistant.verify import widen
from ingest.document import Span


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
        locator=candidate.hit.passage.locator,
        quote=span.of(candidate.document.text),
        passage=candidate.hit.text,
        passage_id=candidate.hit.passage.id,
        span=span,
        url=metadata.url,
    )
