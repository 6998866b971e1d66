"""Example questions taken from the library at hand.

Documents of offices are full of questions that people asked. The newest ones that are short, stand
by themselves and can be answered are shown as examples; a setting may give others.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from threading import Lock, Thread

from assistant.answer import AnswerStatus
from assistant.asker import Asker
from assistant.safety import personal_data
from index.errors import LibraryError
from index.library import Library
from index.results import DocumentRecord, Filters
from ui.answering import VISIBLE, Audience

_log = logging.getLogger(__name__)

_MOST = 4
_TRIED = 16
_BEST_LENGTH = 55  # characters: long enough to say something, short enough for one line
_QUESTION = re.compile(
    r"(?:^|(?<=[.?!:\n\t]))\s*((?:What|How|Who|When|Which|Where)\b[^.?!\n\t]{15,90}\?)"
)
_LEANS_ON_CONTEXT = re.compile(
    r"\b(?:you|your|yours|I|we|our|us|me|my|he|his|she|her|they|their|them|it|its|this|these|those"
    r"|that|there|such|above|below|following|so|else|other)\b",
    re.IGNORECASE,
)


class Examples:
    """The examples for the generation at hand, found in the background."""

    def __init__(self, library: Library, asker: Asker, given: Sequence[str]) -> None:
        self._library = library
        self._asker = asker
        self._found: tuple[str, ...] = tuple(given)
        self._given = bool(given)
        self._generation: int | None = None
        self._lock = Lock()

    def questions(self) -> tuple[str, ...]:
        """The examples known now. Begins to look for others when the library has changed."""
        if not self._given:
            generation = self._library.generation
            with self._lock:
                changed = generation != self._generation
                self._generation = generation
            if changed:
                Thread(target=self._look, name="examples", daemon=True).start()
        return self._found

    def _look(self) -> None:
        try:
            self._found = tuple(self._answerable())
        except LibraryError as error:  # examples are a courtesy: without them the page is whole
            _log.warning("no example questions: %s", error)

    def _answerable(self) -> Iterator[str]:
        filters = Filters(sensitivities=VISIBLE[Audience.PUBLIC])
        kept = 0
        for question in self._candidates():
            if self._asker.ask(question, (), filters).status is AnswerStatus.ANSWERED:
                yield question
                kept += 1
            if kept == _MOST:
                return

    def _candidates(self) -> list[str]:
        visible = VISIBLE[Audience.PUBLIC]
        records = [r for r in self._library.documents() if r.metadata.sensitivity in visible]
        found: dict[str, None] = {}
        for record in sorted(records, key=_newest_first):
            own = questions_in(self._library.document(record.id).text)
            found |= dict.fromkeys(own[:2])  # no document gets more than its share
            if len(found) >= _TRIED:
                break
        return list(found)[:_TRIED]


def questions_in(text: str) -> list[str]:
    """Short questions in a text that can be understood by themselves, best length first."""
    asked = (" ".join(question.split()) for question in _QUESTION.findall(text))
    fit = {
        question
        for question in asked
        if not _LEANS_ON_CONTEXT.search(question) and personal_data(question) is None
    }
    return sorted(fit, key=lambda question: (abs(len(question) - _BEST_LENGTH), question))


def _newest_first(record: DocumentRecord) -> tuple[int, str]:
    day = record.metadata.date
    return (-day.toordinal() if day else 0, record.name)
