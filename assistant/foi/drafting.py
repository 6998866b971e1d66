"""From a letter to a draft: every part looked up in turn, each kept as soon as it is done."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.answer import Searched, Turn
from assistant.asker import Asker
from assistant.assistant import Assistant
from assistant.bodies import load_bodies
from assistant.foi.earlier import earlier_responses
from assistant.foi.finding import Finder
from assistant.foi.intake import Letter
from assistant.foi.privacy import without_contacts, without_requester
from assistant.foi.proposal import Proposer, Questions
from assistant.foi.questions import ask_question, plain_ask, question_of
from assistant.foi.register import SYSTEM, Register
from assistant.foi.request import Request, RequestPart, RequestState
from assistant.foi.settings import FoiSettings
from index.library import Library
from index.results import Filters

_REMEMBERED = 2  # parts before one that "it" and "that year" may point back to

Progress = Callable[[int, int], None]
"""Called with how many parts are done, and of how many."""


def reply_assistant(assistant: Assistant, settings: FoiSettings) -> Assistant:
    """An assistant for drafts over the same library, which offers what it is less sure of too.

    An officer reads every proposal against its proof, and proposals have to cover what was asked;
    so a draft may be bolder than an answer to the public.
    """
    return _sibling(assistant, least_confidence=settings.confidence)


def brief_asker(asker: Asker) -> Asker:
    """`asker` for one of several asks: it answers from the one place that is best."""
    return _sibling(asker, most_pieces=1) if isinstance(asker, Assistant) else asker


def _sibling(assistant: Assistant, **changes: float) -> Assistant:
    """The same assistant, all that it has read and loaded shared, with other settings."""
    sibling = copy(assistant)
    sibling.settings = assistant.settings.model_copy(update=changes)
    return sibling


@dataclass(frozen=True, slots=True)
class Drafter:
    """Drafts requests from one library."""

    register: Register
    library: Library
    asker: Asker
    settings: FoiSettings
    filters: Filters = field(default_factory=Filters)

    def take_in(self, letter: Letter, received: date, by: str, reference: str = "") -> Request:
        """The request of this letter: the one begun before, or a new one."""
        same = self.register.find_same(letter, received)
        return same or self.register.receive(letter, received, by, reference)

    def draft(self, request: Request, progress: Progress = lambda done, of: None) -> Request:
        """Propose something for every part that has no proposal yet.

        Each part is kept as soon as it is done, so that a run cut short goes on where it stopped.
        """
        proposer = self._proposer()
        for place, part in enumerate(request.parts):
            progress(place, len(request.parts))
            if not part.drafted:
                request = self._draft_part(request, place, proposer)
        progress(len(request.parts), len(request.parts))
        if request.state in (RequestState.RECEIVED, RequestState.SEARCHING):
            request = self.register.move(request, RequestState.DRAFTING, SYSTEM)
        return request

    def redraft(self, request: Request, progress: Progress = lambda done, of: None) -> Request:
        """Propose anew for every part that no officer has accepted or changed."""
        parts = tuple(
            replace(part, proposed=None) if _untouched(part) else part for part in request.parts
        )
        return self.draft(replace(request, parts=parts), progress)

    def _draft_part(self, request: Request, place: int, proposer: Proposer) -> Request:
        part = request.parts[place]
        questions = self._questions(request, place)
        proposed, searched = proposer.propose(part, questions, request.received)
        if searched is not None:
            earlier = earlier_responses(self.library, questions.whole, self.filters)
            proposed = replace(proposed, earlier=earlier)
        parts = (*request.parts[:place], proposed, *request.parts[place + 1 :])
        changed = _with_search(replace(request, parts=parts), searched, self.library.generation)
        outcome = proposed.outcome.value if proposed.outcome else ""
        return self.register.save(changed, SYSTEM, "proposed", f"part {part.number}: {outcome}")

    def _questions(self, request: Request, place: int) -> Questions:
        """The part as questions without anybody's particulars, after the parts before it."""
        requester = self.register.requester(request.reference)

        def masked(words: str) -> str:
            return without_contacts(without_requester(words, requester))

        part = request.parts[place]
        before = request.parts[max(0, place - _REMEMBERED) : place]
        asked = [(request.topic, ""), *((plain_ask(p.ask), p.answer) for p in before)]
        heading, stem = masked(part.heading), masked(part.stem)
        return Questions(
            whole=question_of(masked(part.ask), heading, stem),
            asks=tuple(ask_question(masked(ask), heading, stem) for ask in part.asks),
            history=tuple(Turn(masked(ask), masked(answer)) for ask, answer in asked if ask),
        )

    def _proposer(self) -> Proposer:
        finder = Finder(
            self.asker,
            brief_asker(self.asker),
            self.library,
            self.filters,
            self.settings.confidence,
            self.settings.coverage,
        )
        return Proposer(finder, load_bodies(self.settings.bodies_file))


def _untouched(part: RequestPart) -> bool:
    changed = part.answer != part.proposed_answer or part.outcome is not part.proposed
    return not part.accepted_by and not changed


def _with_search(request: Request, searched: Searched | None, generation: int) -> Request:
    if searched is None:
        return request
    return replace(
        request,
        documents_searched=searched.documents,
        earliest=searched.earliest,
        latest=searched.latest,
        generation=generation,
    )
