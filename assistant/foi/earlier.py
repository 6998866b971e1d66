"""Earlier responses of the office that seem to have answered the same question."""

from typing import Protocol

from assistant.foi.request import EarlierResponse
from index.results import Filters, Hit, Query, ResultSet
from ingest.document import DocumentKind

_ALIKE = 0.6  # cosine of a question and a passage that speak of the same thing, by inspection
_SHOWN = 3
_QUOTE_CHARACTERS = 240


class Searcher(Protocol):
    """What finds passages: the library, or a stand-in."""

    def search(self, query: Query) -> ResultSet:
        """The passages that fit `query`."""


def earlier_responses(
    library: Searcher, question: str, filters: Filters
) -> tuple[EarlierResponse, ...]:
    """Up to three passages of earlier FOI responses that are about the question."""
    kinds = frozenset({DocumentKind.FOI_RESPONSE})
    if filters.kinds and DocumentKind.FOI_RESPONSE not in filters.kinds:
        return ()
    only = Filters(filters.documents, kinds, filters.after, filters.before, filters.sensitivities)
    found = library.search(Query(question, filters=only, limit=_SHOWN * 3)).hits
    best: dict[str, Hit] = {}
    for hit in found:
        if hit.cosine is not None and hit.cosine >= _ALIKE:
            best.setdefault(hit.document.id, hit)
    return tuple(map(_response, list(best.values())[:_SHOWN]))


def _response(hit: Hit) -> EarlierResponse:
    metadata = hit.document.metadata
    return EarlierResponse(
        hit.document.name,
        metadata.title,
        metadata.date,
        hit.passage.locator,
        " ".join(hit.text.split())[:_QUOTE_CHARACTERS],
        metadata.url,
    )
