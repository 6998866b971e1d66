"""What new minutes changed: closed, changed, new, silently dropped."""

from dataclasses import dataclass
from datetime import date

from assistant.commitments.item import Item
from assistant.commitments.register import Register
from assistant.commitments.series import Series
from assistant.commitments.thread import Thread
from ingest.commitment import CommitmentKind, CommitmentStatus


@dataclass(frozen=True, slots=True)
class Change:
    """A thread in two meetings running. `what` names the fields that differ."""

    thread: Thread
    before: Item
    after: Item
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """From the meeting of `before` to that of `after` in one series.

    `dropped` were not closed at the first and are not in the minutes of the second; `absent` are
    known meetings between the two whose minutes are not here.
    """

    series: str
    before: date | None
    after: date
    closed: tuple[Change, ...]
    changed: tuple[Change, ...]
    same: tuple[Change, ...]
    new: tuple[Thread, ...]
    dropped: tuple[Thread, ...]
    absent: tuple[date, ...]


def differences(register: Register, after: date | None = None) -> tuple[Difference, ...]:
    """What a meeting changed of the one before: that of day `after`, or each series' newest."""
    found = []
    for series in register.series.values():
        if after is None or after in series.days:
            place = series.days.index(after) if after is not None else len(series.days) - 1
            found.append(_difference(register, series, place))
    return tuple(found)


def _difference(register: Register, series: Series, place: int) -> Difference:
    later = series.meetings[place]
    earlier = series.meetings[place - 1] if place else None
    closed: list[Change] = []
    changed: list[Change] = []
    same: list[Change] = []
    new: list[Thread] = []
    dropped: list[Thread] = []
    for thread in register.threads:
        after = _record(thread, later.document.id)
        before = _record(thread, earlier.document.id) if earlier else None
        if before is None and after is not None:
            new.append(thread)
        elif before is not None and after is None:
            if before.commitment.status is not CommitmentStatus.CLOSED:
                dropped.append(thread)
        elif before is not None and after is not None:
            change = Change(thread, before, after, _what(before, after))
            is_closed = after.commitment.status is CommitmentStatus.CLOSED
            (closed if is_closed else changed if change.what else same).append(change)
    day = earlier.day if earlier else None
    absent = series.absent_between(day, later.day) if day else ()
    return Difference(
        series.name,
        day,
        later.day,
        *(tuple(closed), tuple(changed), tuple(same)),
        *(tuple(new), tuple(dropped), absent),
    )


def _record(thread: Thread, document: str) -> Item | None:
    """The thread's action as that document records it."""
    for item in thread.items:
        if item.document.id == document and item.commitment.kind is CommitmentKind.ACTION:
            return item
    return None


def _what(before: Item, after: Item) -> tuple[str, ...]:
    """The fields whose words differ from one meeting to the next."""
    first, second = before.commitment, after.commitment
    pairs = {
        "owner": (first.owner, second.owner),
        "task": (_task(before), _task(after)),
        "status": (first.status, second.status),
        "due": (first.due and first.due.words, second.due and second.due.words),
        "update": ([u.text for u in first.updates], [u.text for u in second.updates]),
    }
    return tuple(name for name, (old, new) in pairs.items() if old != new)


def _task(item: Item) -> str:
    """The task without its owner: a new owner is no new task."""
    commitment = item.commitment
    return " ".join(commitment.text.removeprefix(commitment.owner).split())
