"""Question in, verified answer out: one small step after another."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from assistant import say
from assistant.answer import Answer, AnswerStatus, Citation, Searched, Turn
from assistant.background import Hints, on_background
from assistant.bodies import FORCE, Body, likely_holder, load_bodies
from assistant.candidate_reader import CandidateReader
from assistant.candidates import Candidate, entry_of
from assistant.choose import choose
from assistant.citations import cite, cite_commitments, hits_of
from assistant.clean import clean
from assistant.commitments.ask_library import answer_commitment_question
from assistant.compose import Draft, compose
from assistant.confidence import sure_of
from assistant.conversation import make_whole
from assistant.disagreement import other_figure
from assistant.finding import find_passages, of_the_day
from assistant.meetings import MeetingTold, find_meeting
from assistant.numbered_headings import headings_asked_for
from assistant.people import find_people, without_later_holder
from assistant.question import Question, understand
from assistant.rank_asks import Ask, find_asks, rank_asks
from assistant.scoring import Scored, score_candidates
from assistant.settings import AssistantSettings
from assistant.verify import verify
from assistant.vocabulary import Vocabulary, make_vocabulary
from index.library import Library
from index.ranking import Ranker
from index.results import DocumentRecord, Filters, Hit
from index.scope import matches
from ingest.document import Span

_NO_FILTERS = Filters()
_FROM_REGISTER = 0.95


class Assistant:
    """Answers questions from one library. Safe to share between threads."""

    def __init__(
        self,
        library: Library,
        settings: AssistantSettings | None = None,
        bodies: Sequence[Body] | None = None,
    ) -> None:
        self.bodies = tuple(load_bodies() if bodies is None else bodies)
        self.library = library
        self.settings = settings or AssistantSettings()
        self.ranker = Ranker()
        self._reader = CandidateReader()
        self._vocabulary: tuple[int, Vocabulary] | None = None

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        filters: Filters = _NO_FILTERS,
        today: date | None = None,
    ) -> Answer:
        """Answer `question`, asked after `history`, from the documents `filters` let through."""
        started = time.perf_counter()
        asked = clean(question, self.settings.longest_question)
        searched = self._searched(filters)
        if not asked or not any(c.isalnum() for c in asked):
            return _plain(question, AnswerStatus.UNCLEAR, say.unclear(), searched, started)
        if not searched.documents:
            return _plain(question, AnswerStatus.NOT_FOUND, say.nothing_here(), searched, started)
        whole = make_whole(asked, history, self.library.documents() if history else ())
        vocabulary = self._current_vocabulary()
        now = today or date.today()
        understood = on_background(
            understand(whole.asked, vocabulary, now),
            [understand(earlier, vocabulary, now) for earlier in whole.behind],
            whole.close,
            Hints(
                whole.person,
                whole.office,
                whole.about,
                whole.doubted,
                whole.outcome,
            ),
        )
        if not understood.concepts:
            return _plain(question, AnswerStatus.UNCLEAR, say.unclear(), searched, started)
        hits = find_passages(self.library, understood, filters, self.settings)
        register = self._from_register(
            question, whole.acted_on, filters, hits, searched, today, started
        )
        if register is not None:
            return register
        people = self._listed(understood, filters)
        if people and not self._answers(_of_lists(understood), people):
            people = []  # a list of another time: the documents may tell it in words
        understood = _of_lists(understood) if people else without_later_holder(understood)
        meeting = None if people else find_meeting(understood, self.library, filters, now)
        told = people or self._of_meeting(understood, meeting)
        asks = [] if told else self._rank(understood, hits, vocabulary, now)
        told = told or (self._headings(understood, asks[0].scored, hits) if asks else [])
        chosen = told or choose(understood, asks, self.settings)
        draft = verify(compose(understood, chosen))
        found = [Ask(understood, chosen)] if told else asks
        answer = self._answer(question, understood, found, draft, hits, searched, started)
        if meeting is None or answer.status is not AnswerStatus.ANSWERED:
            return answer
        return replace(answer, notes=(*answer.notes, say.newest_papers(meeting.newest)))

    def _from_register(
        self,
        question: str,
        whole: str,
        filters: Filters,
        hits: tuple[Hit, ...],
        searched: Searched,
        today: date | None,
        started: float,
    ) -> Answer | None:
        """The register's answer, where the question is one about commitments."""
        passages = [hit.text for hit in hits]
        found = answer_commitment_question(
            whole, self.library, today, filters.sensitivities, passages
        )
        if found is None:
            return None
        if not found.items:
            status, shown = AnswerStatus.NOT_FOUND, hits[: self.settings.passages_shown]
            return replace(_plain(question, status, found.text, searched, started), hits=shown)
        citations = cite_commitments(self.library, found.items)
        found_by_search = {hit.passage.id: hit for hit in hits}
        cited = {hit.passage.id: hit for hit in hits_of(self.library, citations)}
        first = tuple({**cited, **found_by_search}.values())
        return Answer(
            question=question,
            status=AnswerStatus.ANSWERED,
            text=found.text,
            citations=citations,
            hits=first[: self.settings.passages_shown],
            searched=searched,
            confidence=_FROM_REGISTER,
            seconds=time.perf_counter() - started,
        )

    def _current_vocabulary(self) -> Vocabulary:
        generation = self.library.generation
        if self._vocabulary is None or self._vocabulary[0] != generation:
            self._vocabulary = (generation, make_vocabulary(self.library.lexicon()))
        return self._vocabulary[1]

    def _searched(self, filters: Filters) -> Searched:
        records = [r for r in self.library.documents() if matches(r, filters)]
        dates = [d for r in records if (d := r.metadata.date or r.metadata.meeting_date)]
        return Searched(len(records), min(dates, default=None), max(dates, default=None))

    def _rank(
        self, question: Question, hits: Sequence[Hit], vocabulary: Vocabulary, today: date
    ) -> list[Ask]:
        candidates = self._reader.read(
            [(hit, self.library.document(hit.document.id)) for hit in hits]
        )
        candidates = of_the_day(question, candidates)
        asks = find_asks(question, vocabulary, today)
        return rank_asks(asks, candidates, self.ranker, self.settings)

    def _answers(self, question: Question, chosen: Sequence[Scored]) -> bool:
        return sure_of(question, (), chosen) >= self.settings.least_confidence

    def _listed(self, question: Question, filters: Filters) -> list[Scored]:
        """The people listed who answer the question, each as the words that list them."""
        found: list[Candidate] = []
        for record, entries in groupby(
            find_people(question, self.library, filters), key=lambda listed: listed.document
        ):
            found += self._entries(record, [entry.person.span for entry in entries])
        return score_candidates(question, found)

    def _of_meeting(self, question: Question, meeting: MeetingTold | None) -> list[Scored]:
        """The words that tell when a meeting was or is to be."""
        if meeting is None:
            return []
        return score_candidates(question, self._entries(meeting.document, [meeting.span]))

    def _headings(
        self, question: Question, scored: Sequence[Scored], hits: Sequence[Hit]
    ) -> list[Scored]:
        """The numbered headings that are the list asked for, in their order."""
        documents = [(hit, self.library.document(hit.document.id)) for hit in hits]
        found = headings_asked_for(question, scored, documents)
        if found is None:
            return []
        of_list = score_candidates(question, self._entries(*found))
        return sorted(of_list, key=lambda item: item.candidate.span)

    def _entries(self, record: DocumentRecord, spans: Sequence[Span]) -> list[Candidate]:
        """The words at `spans` of a document, each with the passage that holds or follows it."""
        document = self.library.document(record.id)
        passages = self.library.passages(record.id)
        found = []
        for span in spans:
            passage = next((p for p in passages if p.span.end > span.start), passages[-1])
            text = passage.span.of(document.text)
            hit = Hit(passage, text, record, 1.0, None, None, None, None)
            found.append(entry_of(hit, document, span))
        return found

    def _answer(
        self,
        question: str,
        understood: Question,
        asks: Sequence[Ask],
        draft: Draft,
        hits: Sequence[Hit],
        searched: Searched,
        started: float,
    ) -> Answer:
        sure = sure_of(understood, asks, draft.used) if draft.pieces else 0.0
        shown = _by_use(hits, asks)[: self.settings.passages_shown]
        if not draft.pieces or sure < self.settings.least_confidence:
            return replace(self._not_found(question, searched, shown, started), confidence=sure)
        citations: tuple[Citation, ...] = cite(draft)
        return Answer(
            question=question,
            status=AnswerStatus.ANSWERED,
            text=draft.text,
            citations=citations,
            hits=shown,
            searched=searched,
            confidence=sure,
            seconds=time.perf_counter() - started,
            notes=_notes(understood, draft),
        )

    def _not_found(
        self, question: str, searched: Searched, hits: tuple[Hit, ...], started: float
    ) -> Answer:
        """Not found: what was searched, where the nearest stands, who else may hold it."""
        holder = likely_holder(question, self.bodies)
        status = AnswerStatus.NOT_FOUND
        if holder is not None:
            force = holder.key == FORCE
            status = (
                AnswerStatus.OUT_OF_SCOPE_FORCE if force else AnswerStatus.OUT_OF_SCOPE_OTHER_BODY
            )
        text = say.not_found(searched, hits[0] if hits else None, holder)
        return replace(_plain(question, status, text, searched, started), hits=hits)


def _of_lists(question: Question) -> Question:
    """`question` as its answer from lists of people is checked: they say not who was before."""
    return replace(without_later_holder(question), predecessor=False)


def _notes(question: Question, draft: Draft) -> tuple[str, ...]:
    """What a reader is told beside the answer: words mended, figures that differ."""
    mended = tuple(f"read “{said}” as “{meant}”" for said, meant in question.corrections)
    told = {id(piece.candidate) for piece in draft.pieces}
    shown = [item for item in draft.used if id(item.candidate) in told]
    differ = shown and other_figure(question, shown[0], shown[1:])
    return (*mended, say.figures_differ()) if differ else mended


def _by_use(hits: Sequence[Hit], asks: Sequence[Ask]) -> tuple[Hit, ...]:
    """The passages found, those with the best candidates first."""
    best: dict[str, float] = {}
    for ask in asks:
        for item in ask.scored:
            key = item.candidate.hit.passage.id
            best[key] = max(best.get(key, item.score), item.score)
    return tuple(sorted(hits, key=lambda hit: -best.get(hit.passage.id, float("-inf"))))


def _plain(
    question: str, status: AnswerStatus, text: str, searched: Searched, started: float
) -> Answer:
    return Answer(
        question=question,
        status=status,
        text=text,
        citations=(),
        hits=(),
        searched=searched,
        confidence=0.0,
        seconds=time.perf_counter() - started,
    )
