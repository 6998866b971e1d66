"""What the library has for one ask of a part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

from assistant.answer import Answer, Citation, Searched, Turn
from assistant.foi import replies
from assistant.foi.copies import asks_for_a_document, find_document
from assistant.foi.request import Outcome, SearchRecord, SeenHit
from assistant.foi.sufficiency import Verdict, weigh
from assistant.say import day
from index.results import DocumentRecord, Filters, Hit
from ingest.document import Document, Span

_QUOTE_CHARACTERS = 200


class Asker(Protocol):
    """What answers questions: the assistant, or a stand-in."""

    def ask(self, question: str, history: Sequence[Turn] = (), filters: Filters = ...) -> Answer:
        """Answer `question`, asked after `history`."""


class Holdings(Protocol):
    """What the library tells of itself: the library, or a stand-in."""

    @property
    def generation(self) -> int:
        """The state of the library that answers."""

    def documents(self) -> tuple[DocumentRecord, ...]:
        """Every document."""

    def document(self, document_id: str) -> Document:
        """One document whole."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for one ask, in the requester's words `ask`."""

    ask: str
    verdict: Verdict
    text: str
    citations: tuple[Citation, ...]
    searched: Searched
    search: SearchRecord


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks asks up in one library, in the documents that `filters` let through."""

    asker: Asker
    holdings: Holdings
    filters: Filters
    least_confidence: float

    def find(self, ask: str, question: str, history: Sequence[Turn], received: date) -> Found:
        """Ask the library `question`, which stands for `ask`, and weigh what it says."""
        answer = self.asker.ask(question, tuple(history), self.filters)
        search = self._record(question, answer)
        verdict = weigh(question, answer, received, self.least_confidence)
        text, citations = answer.text, answer.citations
        if asks_for_a_document(question):
            record = find_document(question, self._usable())
            if record is not None:
                text, citations = _pointer(record, self.holdings.document(record.id))
                verdict = Verdict(Outcome.ANSWERED, "A document of that name is in the library.")
            elif verdict.outcome is Outcome.ANSWERED:
                note = "The documents speak of it; it was not itself found."
                verdict = Verdict(Outcome.PARTIAL, note)
        return Found(ask, verdict, text.strip(), citations, answer.searched, search)

    def _usable(self) -> tuple[DocumentRecord, ...]:
        allowed = self.filters.sensitivities
        return tuple(r for r in self.holdings.documents() if r.metadata.sensitivity in allowed)

    def _record(self, question: str, answer: Answer) -> SearchRecord:
        return SearchRecord(
            datetime.now(UTC),
            question,
            _described(self.filters),
            self.holdings.generation,
            answer.status.value,
            tuple(map(_seen, answer.hits)),
        )


def _seen(hit: Hit) -> SeenHit:
    metadata = hit.document.metadata
    return SeenHit(
        hit.document.name,
        metadata.title,
        metadata.date or metadata.meeting_date,
        hit.passage.locator,
        round(hit.score, 4),
        hit.passage.id,
    )


def _described(filters: Filters) -> str:
    """The filters of a search in words that a colleague can set again."""
    kinds = ", ".join(sorted(kind.value for kind in filters.kinds)) or "all kinds"
    levels = ", ".join(sorted(level.value for level in filters.sensitivities))
    return f"{kinds}; {levels} documents"


def _pointer(record: DocumentRecord, document: Document) -> tuple[str, tuple[Citation, ...]]:
    """Where a document asked for is, with its own first words as the proof that it exists."""
    metadata = record.metadata
    when = metadata.date or metadata.meeting_date
    span = _first_words(document)
    citation = Citation(
        document_id=record.id,
        document=record.name,
        title=metadata.title,
        date=when,
        page=document.page_at(span.start),
        locator="beginning",
        quote=span.of(document.text),
        passage=span.of(document.text),
        passage_id="",
        span=span,
        url=metadata.url,
    )
    return replies.published(metadata.title, day(when) if when else "", metadata.url), (citation,)


def _first_words(document: Document) -> Span:
    start = len(document.text) - len(document.text.lstrip())
    line_end = document.text.find("\n", start)
    end = line_end if line_end > start else len(document.text)
    return Span(start, min(end, start + _QUOTE_CHARACTERS))
