"""The passage: what is indexed and retrieved."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.document import Span


class PassageKind(StrEnum):
    """What a passage is made of, which decides how an answer may be taken from it."""

    PROSE = "prose"
    TABLE = "table"
    QUESTION = "question"  # one question-and-answer row, or a question of a request and its answer
    ACTION = "action"  # one row of an actions table


@dataclass(frozen=True, slots=True)
class Passage:
    """One or more blocks of one section, as a single span of the stored text.

    `id` follows from the version, the place and the recipe, so a passage never changes.
    `context` says where it stands (document title, date, section path, table caption), for search
    only: it is never quoted. `windows` are texts to embed, each short enough for the model
    (about 85 words) and beginning with the context; together they cover the passage. `sentences`
    are its sentences and rows, to embed by themselves.
    `page` is where the passage begins; `locator` names the place for a person.
    `table` and `row` point into `Document.tables` where the passage is (part of) a table.
    """

    id: str
    sha256: str
    ordinal: int
    kind: PassageKind
    span: Span
    section: tuple[str, ...]
    locator: str
    context: str
    windows: tuple[str, ...]
    sentences: tuple[str, ...] = ()
    page: int | None = None
    table: int | None = None
    row: int | None = None
