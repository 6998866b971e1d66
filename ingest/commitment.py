"""The commitment: somebody undertook something in a document."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from ingest.document import Span


class CommitmentKind(StrEnum):
    """What sort of commitment, by where it is written."""

    ACTION = "action"  # a row of an actions table, with the minutes' own id
    UNDERTAKING = "undertaking"  # somebody says that they will
    REQUEST = "request"  # somebody asks or recommends that another does
    DECISION = "decision"  # decided, with a number or in a resolution
    MILESTONE = "milestone"  # a dated plan


class CommitmentStatus(StrEnum):
    """Where a commitment stands in the document that holds it."""

    NEW = "new"
    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Due:
    """When it is due: the words as written, and the days they mean.

    `start` and `end` bound the window; both None where the words name no window ("in due course").
    `span` is where the words stand by themselves, in a cell of their own.
    """

    words: str
    start: datetime.date | None
    end: datetime.date | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """What the document says has become of it, with the date it is given, if any.

    `text` is the words at `span`, kept here so that a register can be listed and searched without
    opening its documents.
    """

    date: datetime.date | None
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something undertaken, asked or decided, exactly as a document puts it.

    `key` names it within its document and stays the same while its words or id do.
    `action` is the source's own id ("4", "2019-64"). `raised` is the day it was first recorded.
    `owner` and `status_words` are as written, "" where nothing is; `owner_span` is
    where the owner stands in a cell of its own, `role` and `body` are what the attendance list of
    the document says of the owner. `span` is the undertaking itself, `text` its
    words, `quotes` every span that proves it, status included. `parent` is the key of the action
    whose update holds this one, `mentions` the ids of the actions that its sentence refers to.
    `meetings` are the days of the meetings before and after, as the document gives them. What is
    found in prose is a suggestion until a person accepts it.
    """

    key: str
    kind: CommitmentKind
    text: str
    span: Span
    quotes: tuple[Span, ...]
    locator: str
    page: int | None
    action: str | None = None
    raised: datetime.date | None = None
    owner: str = ""
    owner_span: Span | None = None
    role: str = ""
    body: str = ""
    requester: str = ""
    topic: str = ""
    due: Due | None = None
    status: CommitmentStatus = CommitmentStatus.UNKNOWN
    status_words: str = ""
    updates: tuple[Update, ...] = ()
    title: str = ""
    money: tuple[str, ...] = ()
    parent: str | None = None
    mentions: tuple[str, ...] = ()
    meetings: tuple[datetime.date, ...] = ()
    found_by: str = ""
    confidence: float = 1.0
    suggested: bool = False

    @property
    def update_date(self) -> datetime.date | None:
        """The date of the latest update that has one."""
        dates = [update.date for update in self.updates if update.date is not None]
        return max(dates) if dates else None
