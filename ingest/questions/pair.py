"""A question with its complete answer."""

from dataclasses import dataclass

from ingest.document import Span


@dataclass(frozen=True, slots=True)
class QuestionPair:
    """A question's words, as they were asked, and the span of the answer.

    `place` is where the pair stands: its row in a table, the answer's heading in a letter.
    """

    question: str
    answer: Span
    place: Span
    section: tuple[str, ...] = ()
