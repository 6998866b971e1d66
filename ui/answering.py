"""The one way in which a page or the API has a question answered, with every limit applied."""

import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import anyio
from anyio.to_thread import run_sync

from assistant.answer import Answer, AnswerStatus, Searched, Turn
from assistant.asker import Asker
from assistant.safety import Refusal, refusal
from index.library import Library
from index.results import Filters
from ingest.document import Sensitivity
from ui.limiter import Limiter
from ui.records import AnswerRecords
from ui.settings import UiSettings
from ui.switch import Switch
from ui.web.visitors import Visitor

_log = logging.getLogger(__name__)

_HISTORY_TURNS = 6
_TOO_FAST = "You are asking faster than this service can answer. Wait a minute and ask again."
_HELD_BACK = "(your question is not shown here)"
_FAILED = (
    "The question could not be answered because of a fault in the service. The fault was written "
    "down. You can search the documents instead."
)


class Audience(StrEnum):
    """Who an answer is for, which decides the documents it may come from."""

    PUBLIC = "public"
    OFFICER = "officer"


VISIBLE = {
    Audience.PUBLIC: frozenset({Sensitivity.PUBLIC}),
    Audience.OFFICER: frozenset(Sensitivity),
}
"""What each audience may see: in answers, passages, sources and search."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer given, and the name of its record."""

    record: str
    answer: Answer


class Answering:
    """Answers questions for the pages. One for the whole process."""

    def __init__(
        self,
        asker: Asker,
        library: Library,
        records: AnswerRecords,
        switch: Switch,
        settings: UiSettings,
    ) -> None:
        limits = settings.limits
        self._asker = asker
        self._library = library
        self._records = records
        self._switch = switch
        self._settings = settings
        self._per_visitor = Limiter(limits.questions_per_minute, limits.question_burst)
        self._per_address = Limiter(
            limits.address_questions_per_minute, limits.address_question_burst
        )
        self._threads = anyio.CapacityLimiter(limits.answer_threads)
        self._waiting = 0

    async def ask(
        self,
        question: str,
        history: Sequence[Turn],
        audience: Audience,
        visitor: Visitor,
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
    ) -> Given:
        """Answer, or say in an answer why not. Never raises for what a visitor can send.

        Answering runs in a thread of its own, so that a slow question holds up nobody else.
        """
        refused = self._refused(question, audience)
        if refused is None:
            wait = self._wait_for(visitor)
            if wait is None or self._waiting >= self._settings.limits.waiting_questions:
                refused = Refusal(AnswerStatus.BLOCKED_TOO_FAST, _TOO_FAST)
        if refused is not None:
            answer = _without_search(question, refused)
        else:
            self._waiting += 1
            try:
                await sleep(wait or 0.0)
                answer = await self._answer(question, history[-_HISTORY_TURNS:], audience)
            finally:
                self._waiting -= 1
        record = secrets.token_urlsafe(12)
        generation = self._library.generation
        await run_sync(self._records.add, record, audience, answer, generation)
        fields = {
            "record": record,
            "audience": audience,
            "status": answer.status,
            "seconds": round(answer.seconds, 3),
            "generation": generation,
        }
        _log.info("answer", extra={"fields": fields})
        return Given(record, answer)

    @property
    def is_on(self) -> bool:
        """Whether questions are answered at all."""
        return self._settings.answering and self._switch.state().on

    def _refused(self, question: str, audience: Audience) -> Refusal | None:
        if not self.is_on:
            return Refusal(AnswerStatus.BLOCKED_SWITCHED_OFF, self._settings.switched_off_message)
        limits = self._settings.limits
        if audience is Audience.PUBLIC:
            return refusal(question, limits.question_characters)
        if len(question) > limits.officer_question_characters:
            return Refusal(
                AnswerStatus.BLOCKED_TOO_LONG,
                f"Questions can be up to {limits.officer_question_characters} characters long.",
            )
        return None

    def _wait_for(self, visitor: Visitor) -> float | None:
        longest = self._settings.limits.longest_wait
        behind = self._per_address.wait_for(visitor.address, longest)
        own = self._per_visitor.wait_for(visitor.key, longest)
        return None if behind is None or own is None else max(behind, own)

    async def _answer(self, question: str, history: Sequence[Turn], audience: Audience) -> Answer:
        ask = partial(
            self._asker.ask, question, tuple(history), Filters(sensitivities=VISIBLE[audience])
        )
        try:
            return await run_sync(ask, limiter=self._threads)
        except Exception as error:  # one broken question must not end the page; it is written down
            _log.exception("answering failed: %s", type(error).__name__)
            return _without_search(question, Refusal(AnswerStatus.ERROR_INTERNAL, _FAILED))


def _without_search(question: str, refused: Refusal) -> Answer:
    held_back = refused.status in (
        AnswerStatus.BLOCKED_PERSONAL_DATA,
        AnswerStatus.BLOCKED_TOO_LONG,
    )
    return Answer(
        question=_HELD_BACK if held_back else question,
        status=refused.status,
        text=refused.message,
        citations=(),
        hits=(),
        searched=Searched(0, None, None),
        confidence=0.0,
        seconds=0.0,
    )
