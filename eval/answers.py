"""The rows that `pcc answer-batch` writes (docs/CONTRACTS.md), as values."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.answer import Answer, AnswerStatus, Citation
from eval.jsonl import read_rows
from index.results import Hit

ANSWERED = frozenset({"answered", "partial"})
PASSAGES_SHOWN = 10


class CitationRow(BaseModel):
    """A citation as shown. `passage` is the full text of the passage that the quote stands in."""

    model_config = ConfigDict(frozen=True)

    document: str
    title: str = ""
    date: str | None = None
    page: int | None = None
    locator: str = ""
    quote: str
    passage: str = ""


class PassageRow(BaseModel):
    """A passage looked at; rows hold them best first."""

    model_config = ConfigDict(frozen=True)

    document: str
    page: int | None = None
    locator: str = ""
    text: str
    score: float = 0.0


class AnswerRow(BaseModel):
    """The answer to one question. `seconds` is the time to answer in a warm process.

    `confidence` (0 to 1) is how sure the assistant was; None in files written by other tools.
    """

    model_config = ConfigDict(frozen=True)

    id: str | int
    status: str
    answer: str
    citations: tuple[CitationRow, ...] = ()
    passages: tuple[PassageRow, ...] = ()
    seconds: float = 0.0
    confidence: float | None = None

    @property
    def answered(self) -> bool:
        """Whether something was answered: the status' first word is answered or partial."""
        return self.status.split("_", 1)[0] in ANSWERED


def row_of(row_id: str | int, answer: Answer) -> AnswerRow:
    """The row of an answer: its text, citations and best ten passages."""
    return AnswerRow(
        id=row_id,
        status=answer.status.value,
        answer=answer.text,
        citations=tuple(_citation_row(citation) for citation in answer.citations),
        passages=tuple(_passage_row(hit) for hit in answer.hits[:PASSAGES_SHOWN]),
        seconds=round(answer.seconds, 4),
        confidence=answer.confidence,
    )


def failed_row(row_id: str | int, seconds: float) -> AnswerRow:
    """The row of a question at which the assistant itself failed."""
    status = AnswerStatus.ERROR_INTERNAL.value
    return AnswerRow(id=row_id, status=status, answer="", seconds=round(seconds, 4))


def read_answers(path: Path) -> tuple[AnswerRow, ...]:
    """The saved answers of a run. Raises SetError when unreadable."""
    return read_rows(path, AnswerRow)


def _citation_row(citation: Citation) -> CitationRow:
    return CitationRow(
        document=citation.document,
        title=citation.title,
        date=citation.date.isoformat() if citation.date else None,
        page=citation.page,
        locator=citation.locator,
        quote=citation.quote,
        passage=citation.passage,
    )


def _passage_row(hit: Hit) -> PassageRow:
    return PassageRow(
        document=hit.document.name,
        page=hit.passage.page,
        locator=hit.passage.locator,
        text=hit.text,
        score=round(hit.score, 6),
    )
