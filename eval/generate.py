"""Answer a set of questions: the slow half of evaluation, saved row by row."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from assistant.answer import Answer, Turn
from eval.answers import AnswerRow, failed_row, row_of
from eval.questions import BatchQuestion


class Asker(Protocol):
    """What is evaluated: the assistant, or a stand-in with the same question-and-answer face."""

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer `question`, asked after the turns of `history`."""


OnFailure = Callable[[BatchQuestion, Exception], None]


def answer_all(
    asker: Asker, questions: Iterable[BatchQuestion], on_failure: OnFailure
) -> Iterator[AnswerRow]:
    """Answer in order, each row given out as soon as it is known.

    A question at which the assistant raises becomes an `error_internal` row, is told to
    `on_failure`, and the rest goes on: one broken question must not lose a batch.
    """
    for question in questions:
        started = time.perf_counter()
        try:
            yield row_of(question.id, ask_in_turn(asker, question))
        except Exception as error:  # whatever it is, it is reported and the batch goes on
            on_failure(question, error)
            yield failed_row(question.id, time.perf_counter() - started)


def ask_in_turn(asker: Asker, question: BatchQuestion) -> Answer:
    """Answer `question` after its earlier ones, each of them answered first as a visitor would see.

    Only the last answer counts, and only its time.
    """
    turns: list[Turn] = []
    for earlier in question.history:
        turns.append(Turn(earlier, asker.ask(earlier, tuple(turns)).text))
    return asker.ask(question.question, tuple(turns))
