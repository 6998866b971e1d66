"""What a question set holds: questions with gold answers and the quotes that prove them."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from eval.errors import SetError
from eval.jsonl import read_rows


class Evidence(BaseModel):
    """A verbatim quote of a document (named by its file, without ending) that proves an answer."""

    model_config = ConfigDict(frozen=True)

    document: str
    quote: str


class BatchQuestion(BaseModel):
    """What `pcc answer-batch` reads: a question, and the earlier ones of its conversation.

    `history` holds those, oldest first.
    """

    model_config = ConfigDict(frozen=True)

    id: str | int
    question: str
    history: tuple[str, ...] = ()


class Question(BatchQuestion):
    """One row of a question set; fields as the table in CONTRIBUTING.md lists them.

    `must_include` holds groups of alternatives: an answer is right when each group has one present.
    `must_exclude` holds words that make an answer wrong (the wrong year's figure).
    `outcome` is the right outcome where the question is a part of a request.
    Fields that a set adds for its readers (notes, reasons) are passed over.
    """

    kind: str = "unsorted"
    asker: str = "public"
    answer: str = ""
    must_include: tuple[tuple[str, ...], ...] = ()
    must_exclude: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    answerable: bool = True
    outcome: str | None = None


class ConversationTurn(BaseModel):
    """One question of a conversation; fields as in Question."""

    model_config = ConfigDict(frozen=True)

    question: str
    answer: str = ""
    must_include: tuple[tuple[str, ...], ...] = ()
    must_exclude: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    answerable: bool = True


class Conversation(BaseModel):
    """Questions asked one after another, each understood from those before it."""

    model_config = ConfigDict(frozen=True)

    id: str
    turns: tuple[ConversationTurn, ...] = Field(min_length=1)

    def questions(self) -> tuple[Question, ...]:
        """Each turn as a question with its history; kinds tell first questions from follow-ups."""
        asked = tuple(turn.question for turn in self.turns)
        return tuple(
            Question(
                **turn.model_dump(),
                id=f"{self.id}.{place + 1}",
                kind="follow_up" if place else "first",
                history=asked[:place],
            )
            for place, turn in enumerate(self.turns)
        )


class LetterPart(BaseModel):
    """One thing a request letter asks for. `answerable` may be "partly"."""

    model_config = ConfigDict(frozen=True)

    ask: str
    answerable: bool | str = True
    must_include: tuple[tuple[str, ...], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    outcome: str | None = None
    reason: str = ""


class Letter(BaseModel):
    """A request letter with the parts that a person sees in it."""

    model_config = ConfigDict(frozen=True)

    id: str
    letter: str
    received: str = ""
    parts: tuple[LetterPart, ...] = Field(min_length=1)


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions of a set, which may be one of conversations.

    Raises SetError when it is unreadable or when an id stands twice.
    """
    questions = _flattened(path) if _holds_conversations(path) else read_rows(path, Question)
    seen: set[str | int] = set()
    for question in questions:
        if question.id in seen:
            raise SetError(f"{path}: the id {question.id} stands twice: give each its own")
        seen.add(question.id)
    return questions


def read_batch(path: Path) -> tuple[BatchQuestion, ...]:
    """The questions of a batch file. Raises SetError when unreadable."""
    return read_rows(path, BatchQuestion)


def read_letters(path: Path) -> tuple[Letter, ...]:
    """The letters of a set. Raises SetError when unreadable."""
    return read_rows(path, Letter)


def _holds_conversations(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8") as file:
            return '"turns":' in file.readline()
    except (OSError, UnicodeDecodeError):
        return False  # reading the rows will say what is wrong


def _flattened(path: Path) -> tuple[Question, ...]:
    conversations = read_rows(path, Conversation)
    return tuple(turn for found in conversations for turn in found.questions())
