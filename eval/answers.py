"""The rows that `pcc answer-batch` writes (DESIGN section 5), as values."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from eval.jsonl import read_rows

ANSWERED = frozenset({"answered", "partial"})


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

    id: str
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


def read_answers(path: Path) -> tuple[AnswerRow, ...]:
    """The saved answers of a run. Raises SetError when unreadable."""
    return read_rows(path, AnswerRow)
