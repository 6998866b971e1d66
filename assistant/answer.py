"""What an answer is."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from index.results import Hit
from ingest.document import Span


class AnswerStatus(StrEnum):
    """Closed list; the first word is the kind (answered, partial, not_found, ...)."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    UNCLEAR = "unclear"
    OUT_OF_SCOPE_FORCE = "out_of_scope_force"
    OUT_OF_SCOPE_OTHER_BODY = "out_of_scope_other_body"
    OUT_OF_SCOPE_PERSONAL = "out_of_scope_personal"
    BLOCKED_PERSONAL_DATA = "blocked_personal_data"
    BLOCKED_CRIME_REPORT = "blocked_crime_report"
    BLOCKED_TOO_LONG = "blocked_too_long"
    BLOCKED_SWITCHED_OFF = "blocked_switched_off"
    BLOCKED_TOO_FAST = "blocked_too_fast"
    ERROR_INTERNAL = "error_internal"


@dataclass(frozen=True, slots=True)
class Citation:
    """A verified quote and where it stands. `span` is the quote in the document's stored text."""

    document_id: str
    document: str  # the file's name without its ending
    title: str
    date: date | None
    page: int | None
    locator: str
    quote: str
    passage: str
    passage_id: str
    span: Span
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange of a conversation."""

    question: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through: how many documents, of what dates."""

    documents: int
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as a person reads it, with its proof and what was looked at."""

    question: str
    status: AnswerStatus
    text: str
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
    searched: Searched
    confidence: float
    seconds: float
    notes: tuple[str, ...] = field(default=())  # e.g. how the question was read
