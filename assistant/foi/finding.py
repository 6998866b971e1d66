"""What the library has for one ask of a part."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Protocol

from assistant.answer import Answer, Citation, Searched, Turn
from assistant.asker import Asker
from assistant.foi import replies
from assistant.foi.antecedent import with_antecedent, with_full_names
from assistant.foi.copies import asks_for_a_document, asks_for_copies, find_document
from assistant.foi.coverage import Coverage
from assistant.foi.questions import AskQuestion
from assistant.foi.request import Outcome, SearchRecord, SeenHit
from assistant.foi.sufficiency import Verdict, weigh
from assistant.foi.telling import told_briefly, told_of
from assistant.say import day
from index.results import DocumentRecord, Filters, Hit, Lexicon
from ingest.document import Document, Span

_QUOTE_CHARACTERS = 200
_OF_A_PIECE = 0.75
"""Share of the least coverage that is enough for an ask put by itself: what names its matter may
stand in another ask of the part."""
_FOR_ONE_ASK = 0.5
"""Share of the least coverage that is enough for one of several asks, whose words are few."""


class Holdings(Protocol):
    """What the library tells of itself: the library, or a stand-in."""

    @property
    def generation(self) -> int:
        """The state of the library that answers."""

    def documents(self) -> tuple[DocumentRecord, ...]:
        """Every document."""

    def document(self, document_id: str) -> Document:
        """One document whole."""

    def lexicon(self) -> Lexicon:
        """Its vocabulary."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a part: its worth, the words, their proof, and how it was sought."""

    verdict: Verdict
    texts: tuple[str, ...]
    citations: tuple[Citation, ...]
    searched: Searched
    searches: tuple[SearchRecord, ...]

    @property
    def good(self) -> bool:
        """Whether there is something to answer with."""
        return self.verdict.outcome is not Outcome.NOT_FOUND


_SURE, _IF_SURE = 0.8, 0.75
"""An answer as sure as this may speak of the ask in words of its own: less of it must be said."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks parts up in one library, in the documents that `filters` let through.

    `asker` answers a part, `brief` one of its several asks. An answer is used only if its sources
    speak of at least `least_coverage` of what is asked.
    """

    asker: Asker
    brief: Asker
    holdings: Holdings
    filters: Filters
    least_confidence: float
    least_coverage: float

    def find(
        self, question: str, asks: Sequence[AskQuestion], history: Sequence[Turn], received: date
    ) -> Found:
        """Ask for a part whole, then, if that leaves any out, for each of its asks.

        `asks` are the part's asks in order; an optional one may stay unanswered. Where each has
        an answer of its own, those are closer to what was asked than the answer to the whole.
        """
        coverage = Coverage.of_library(self.holdings, received)
        whole = self._ask(self.asker, question, history, coverage)
        needed = [ask for ask in asks if not ask.optional] if len(asks) > 1 else []
        missed = _missed(needed, whole, coverage, self.least_coverage * _FOR_ONE_ASK)
        if not missed:
            return whole
        singly = []
        for ask in needed:
            turns = (*history, *(Turn(other.words) for other in asks[: asks.index(ask)]))
            singly.append(self._ask(self.brief, ask.words, turns, coverage, brief=True))
        good = [found for found in singly if found.good]
        of_missed = [f for ask, f in zip(needed, singly, strict=True) if ask in missed]
        if whole.good and len(good) < len(needed):
            good = [whole, *(found for found in of_missed if found.good)]
        texts = [text for found in good for text in found.texts]
        told = told_briefly(texts)
        return Found(
            _together(whole.verdict, good, left=sum(not found.good for found in of_missed)),
            told,
            told_of(_distinct(good), texts, told),
            whole.searched,
            tuple(record for found in (whole, *singly) for record in found.searches),
        )

    def _ask(
        self,
        asker: Asker,
        question: str,
        history: Sequence[Turn],
        coverage: Coverage,
        *,
        brief: bool = False,
    ) -> Found:
        """What is found for a question, if need be for what it points back to alone."""
        least = self.least_coverage * (_OF_A_PIECE if brief else 1.0)
        found = self._look(asker, question, history, coverage, least)
        if found.good:
            return found
        full = with_full_names(question, history)
        for turns in (history, ()) if full else ():
            if not found.good:
                named = self._look(asker, full, turns, coverage, least)
                searches = found.searches + named.searches
                found = replace(named if named.good else found, searches=searches)
        narrowed = with_antecedent(question, history)
        if found.good or not narrowed:
            return found
        again = self._look(asker, narrowed, (), coverage, least)
        same_matter = coverage.of(history[-1].question, again.citations) >= self.least_coverage
        better = again if again.good and same_matter else found
        return replace(better, searches=found.searches + again.searches)

    def _look(
        self,
        asker: Asker,
        question: str,
        history: Sequence[Turn],
        coverage: Coverage,
        least: float,
    ) -> Found:
        answer = asker.ask(question, tuple(history), self.filters, today=coverage.today)
        verdict = weigh(question, answer, coverage.today, self.least_confidence)
        text, citations = answer.text.strip(), answer.citations
        if verdict.outcome is not Outcome.NOT_FOUND:
            covered = coverage.of(question, citations, history)
            if covered < least * (_IF_SURE if answer.confidence >= _SURE else 1.0):
                verdict = Verdict(Outcome.NOT_FOUND, "What was found speaks of something else.")
        if asks_for_a_document(question):
            record = find_document(question, self._usable())
            if record is not None:
                text, citations = _pointer(record, self.holdings.document(record.id))
                verdict = Verdict(Outcome.ANSWERED, "A document of that name is in the library.")
            elif verdict.outcome is not Outcome.NOT_FOUND:
                copy = asks_for_copies(question)
                outcome = Outcome.NOT_FOUND if copy else Outcome.PARTIAL
                verdict = Verdict(outcome, "The documents speak of it; it was not itself found.")
        verdict = _with_notes(verdict, answer)
        searches = (self._record(question, answer),)
        return Found(verdict, (text,), citations, answer.searched, searches)

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


def _with_notes(verdict: Verdict, answer: Answer) -> Verdict:
    """The verdict with what the assistant says of its answer, disagreements of sources included."""
    notes = (verdict.note, *(f"{note.rstrip('.')}." for note in answer.notes))
    return Verdict(verdict.outcome, " ".join(filter(None, notes)))


def _missed(
    asks: Sequence[AskQuestion], whole: Found, coverage: Coverage, least: float
) -> tuple[AskQuestion, ...]:
    """The asks that the answer to the whole part does not speak of, or holds no fact for."""
    return tuple(
        ask
        for ask in asks
        if not whole.good
        or coverage.of(ask.words, whole.citations) < least
        or not coverage.holds_fact(ask.words, whole.citations)
    )


def _together(whole: Verdict, good: Sequence[Found], *, left: int) -> Verdict:
    """What the tries come to. `left` is how many asks none of them answers."""
    if not good:
        return whole
    notes = " ".join(dict.fromkeys(found.verdict.note for found in good if found.verdict.note))
    partial = left > 0 or any(found.verdict.outcome is Outcome.PARTIAL for found in good)
    return Verdict(Outcome.PARTIAL if partial else Outcome.ANSWERED, notes)


def _distinct(found: Sequence[Found]) -> tuple[Citation, ...]:
    citations = (citation for f in found for citation in f.citations)
    return tuple({(c.document_id, c.span): c for c in citations}.values())


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
