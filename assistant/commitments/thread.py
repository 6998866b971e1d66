"""A commitment through the meetings: every record of it, oldest first, and how it stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.commitments.item import Item
from assistant.commitments.outcome import closed_without_outcome
from assistant.commitments.series import Series
from ingest.commitment import CommitmentKind, CommitmentStatus, Due


class Standing(StrEnum):
    """How a thread stands in the documents there are."""

    OPEN = "open"
    CLOSED = "closed"
    NO_LATER_RECORD = "no later record"  # not closed, and later meetings do not mention it
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Thread:
    """All records of one commitment.

    `series` are the meetings that its last record belongs to. `children` are the ids of threads
    that begin in one of its updates, `parent` the thread that this began in, and `merged` the ids
    of threads that people or the minutes have put together with it.
    """

    items: tuple[Item, ...]
    series: Series | None = None
    children: tuple[str, ...] = ()
    parent: str | None = None
    merged: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of its first record."""
        return self.items[0].id

    @property
    def last(self) -> Item:
        """The newest record, which says how it stands."""
        return self.items[-1]

    @property
    def later(self) -> tuple[date, ...]:
        """Meetings held since its last record, in whose minutes it does not stand."""
        day = self.last.day
        return self.series.after(day) if self.series is not None and day is not None else ()

    @property
    def silent(self) -> int:
        """How many they are."""
        day = self.last.day
        return self.series.count_after(day) if self.series is not None and day is not None else 0

    @property
    def gaps(self) -> tuple[date, ...]:
        """Meetings since its last record that are known of, whose minutes are not here."""
        day = self.last.day
        if self.series is None or day is None:
            return ()
        return self.series.absent_between(day, self.series.days[-1])

    @property
    def kind(self) -> CommitmentKind:
        """Action if any record is one: a promise in prose may become an action."""
        kinds = {item.commitment.kind for item in self.items}
        return (
            CommitmentKind.ACTION if CommitmentKind.ACTION in kinds else self.last.commitment.kind
        )

    @property
    def action(self) -> str | None:
        """The source's own id, from the newest record that has one."""
        return next(
            (i.commitment.action for i in reversed(self.items) if i.commitment.action), None
        )

    @property
    def raised(self) -> date | None:
        """The day it was first recorded."""
        days = [item.commitment.raised for item in self.items if item.commitment.raised]
        return min(days) if days else self.items[0].day

    @property
    def owner(self) -> str:
        """Who is to do it, from the newest record that says."""
        return next((i.commitment.owner for i in reversed(self.items) if i.commitment.owner), "")

    @property
    def due(self) -> Due | None:
        """When it is due, from the newest record that says."""
        return next((i.commitment.due for i in reversed(self.items) if i.commitment.due), None)

    @property
    def topic(self) -> str:
        """Plan priority or subject, from the first record that has one."""
        return next((i.commitment.topic for i in self.items if i.commitment.topic), "")

    @property
    def plan(self) -> str:
        """The police and crime plan in force when it was last recorded, "" if not known."""
        plans = (item.document.metadata.plan for item in reversed(self.items))
        return next((plan for plan in plans if plan), "")

    @property
    def standing(self) -> Standing:
        """Closed as the last record says; else open, unless later meetings are silent about it."""
        status = self.last.commitment.status
        if status is CommitmentStatus.CLOSED:
            return Standing.CLOSED
        if self.silent and self.kind is CommitmentKind.ACTION:
            return Standing.NO_LATER_RECORD
        if status is CommitmentStatus.UNKNOWN:
            return Standing.UNKNOWN
        return Standing.OPEN

    @property
    def closed_without_outcome(self) -> bool:
        """Whether it was closed with a note that says nothing of what came of it."""
        return closed_without_outcome(self.last.commitment)

    @property
    def is_suggestion(self) -> bool:
        """Whether every record waits for a person to accept it."""
        return all(item.is_suggestion for item in self.items)

    def is_overdue(self, as_at: date) -> bool:
        """Not closed by its last record, and its due window has ended before `as_at`.

        A decision is made, not owed.
        """
        if self.kind is CommitmentKind.DECISION:
            return False
        due = self.due
        ended = due is not None and due.end is not None and due.end < as_at
        return ended and self.standing is not Standing.CLOSED
