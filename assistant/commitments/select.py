"""Picking threads from the register: filters, and the views that staff work from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.commitments.owners import aliases
from assistant.commitments.register import Register
from assistant.commitments.thread import Standing, Thread
from assistant.words import fold
from ingest.commitment import CommitmentKind


class View(StrEnum):
    """Ready-made questions to the register."""

    ALL = "all"
    OPEN = "open"
    UNHEARD = "unheard"  # not closed, and nothing heard since for some meetings
    NO_OUTCOME = "no-outcome"  # closed without saying what came of it
    OVERDUE = "overdue"
    SUGGESTIONS = "suggestions"  # found in prose and waiting for a person


@dataclass(frozen=True, slots=True)
class Filter:
    """What threads must be; an empty field asks nothing.

    `since` is the day raised or later, `due_by` the last day of the due window or earlier,
    `silent` how many meetings have passed without a word, `as_at` the day that "overdue" counts
    from.
    """

    view: View = View.ALL
    owner: str = ""
    standing: Standing | None = None
    kind: CommitmentKind | None = None
    meeting: date | None = None
    topic: str = ""
    plan: str = ""
    text: str = ""
    since: date | None = None
    due_by: date | None = None
    silent: int = 1
    as_at: date | None = None


def select(register: Register, wanted: Filter) -> tuple[Thread, ...]:
    """The threads that fit, oldest first. Suggestions are listed only when they are asked for."""
    return tuple(thread for thread in register.threads if _fits(thread, wanted))


def _fits(thread: Thread, wanted: Filter) -> bool:
    return (
        _in_view(thread, wanted)
        and (wanted.standing is None or thread.standing is wanted.standing)
        and (wanted.kind is None or thread.kind is wanted.kind)
        and (not wanted.owner or _owned_by(thread, wanted.owner))
        and (wanted.meeting is None or any(i.day == wanted.meeting for i in thread.items))
        and (wanted.since is None or (thread.raised or date.min) >= wanted.since)
        and (wanted.due_by is None or _due_by(thread, wanted.due_by))
        and (not wanted.topic or fold(wanted.topic) in fold(thread.topic))
        and (not wanted.plan or fold(wanted.plan) in fold(thread.plan))
        and (not wanted.text or _holds(thread, wanted.text))
    )


def _in_view(thread: Thread, wanted: Filter) -> bool:
    match wanted.view:
        case View.ALL:
            return not thread.is_suggestion
        case View.SUGGESTIONS:
            return thread.is_suggestion
        case View.OPEN:
            not_closed = thread.standing in {Standing.OPEN, Standing.NO_LATER_RECORD}
            return not thread.is_suggestion and not_closed
        case View.UNHEARD:
            silent = thread.silent >= max(1, wanted.silent)
            return thread.standing is Standing.NO_LATER_RECORD and silent
        case View.NO_OUTCOME:
            return thread.closed_without_outcome
        case View.OVERDUE:
            return not thread.is_suggestion and thread.is_overdue(wanted.as_at or date.today())


def _owned_by(thread: Thread, owner: str) -> bool:
    """By name, surname, role, initials or body, or part of the owner as written."""
    asked = fold(owner).removeprefix("the ")
    for item in thread.items:
        commitment = item.commitment
        if asked in aliases(commitment.owner, commitment.role):
            return True
        if asked in fold(commitment.owner) or asked == fold(commitment.body):
            return True
    return False


def _due_by(thread: Thread, day: date) -> bool:
    due = thread.due
    return due is not None and due.end is not None and due.end <= day


def _holds(thread: Thread, text: str) -> bool:
    """Whether every word asked for stands somewhere in the thread."""
    held = _plain("\n".join(_texts(thread)))
    return all(word in held for word in _plain(text).split())


def _plain(text: str) -> str:
    """Small letters, plain quotes and dashes: quicker than `fold`, for thousands of threads."""
    return text.lower().replace("’", "'").replace("‘", "'").replace("–", "-").replace("—", "-")


def _texts(thread: Thread) -> Iterable[str]:
    for item in thread.items:
        commitment = item.commitment
        yield from (commitment.text, commitment.title, commitment.owner, commitment.topic)
        yield from (update.text for update in commitment.updates)


def owners(threads: Iterable[Thread]) -> tuple[str, ...]:
    """The owners as written, each once whether or not "The" stands before, by name."""
    found = {thread.owner.removeprefix("The ").strip() for thread in threads if thread.owner}
    return tuple(sorted(found, key=str.casefold))


def topics(threads: Iterable[Thread]) -> tuple[str, ...]:
    """The topics, each once, by name."""
    return tuple(sorted({thread.topic for thread in threads if thread.topic}, key=str.casefold))


def plans(threads: Iterable[Thread]) -> tuple[str, ...]:
    """The plans, each once, by name."""
    return tuple(sorted({thread.plan for thread in threads if thread.plan}, key=str.casefold))


def by_owner(threads: Iterable[Thread]) -> dict[str, tuple[Thread, ...]]:
    """Threads grouped by owner as written, "" for those without one, by name."""
    grouped: dict[str, list[Thread]] = {}
    for thread in threads:
        grouped.setdefault(thread.owner.removeprefix("The ").strip(), []).append(thread)
    return {
        owner: tuple(grouped[owner])
        for owner in sorted(grouped, key=lambda name: (not name, name.casefold()))
    }
