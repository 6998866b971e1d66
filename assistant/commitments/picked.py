"""Which records of the register a question asks for."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from assistant.commitments import cues
from assistant.commitments.asking import Ask
from assistant.commitments.cues import State
from assistant.commitments.item import Item
from assistant.commitments.owners import aliases
from assistant.commitments.register import Register
from assistant.commitments.subject import Subject, Topic
from assistant.commitments.thread import Standing, Thread
from assistant.words import stems
from ingest.commitment import CommitmentKind, CommitmentStatus

_ENOUGH_PROMISED = 0.55  # of the weight of the subject's words
_NEARLY_AS_GOOD = 0.8
_MOST_PROMISES = 3
_PANEL = re.compile(r"\b(?:panel|committee)\b", re.IGNORECASE)
_ENOUGH_ABOUT = 0.5
_AT_MEETING = {
    State.NEW: {CommitmentStatus.NEW},
    State.OPEN: {CommitmentStatus.OPEN},
    State.CLOSED: {CommitmentStatus.CLOSED},
    State.LEFT: {CommitmentStatus.NEW, CommitmentStatus.OPEN},
    State.ANY: set(CommitmentStatus),
}


@dataclass(frozen=True, slots=True)
class Picked:
    """A thread, and the record of it that answers: the newest, or the one of the meeting asked."""

    thread: Thread
    item: Item


def pick_actions(ask: Ask, register: Register) -> list[Picked]:
    """The threads of the numbers asked for, of the day raised or the meeting where it is named."""
    found = [thread for thread in register.threads if thread.action in ask.actions]
    if ask.raised is not None:
        found = [thread for thread in found if thread.raised == ask.raised] or found
    picked = []
    for thread in found:
        at = [item for item in thread.items if item.day in ask.meetings]
        if at or not ask.meetings or not any(_stands_at(t, ask) for t in found):
            picked.append(Picked(thread, at[-1] if at else thread.last))
    return sorted(picked, key=lambda each: each.thread.last.day or each.thread.raised, reverse=True)  # type: ignore[arg-type, return-value] # a thread of an action has a day


def _stands_at(thread: Thread, ask: Ask) -> bool:
    return any(item.day in ask.meetings for item in thread.items)


def pick_list(ask: Ask, register: Register, *, only_actions: bool) -> list[Picked]:
    """The records that fit the question's state, owner, meetings and subject."""
    fitting = [
        picked
        for thread in register.threads
        if _is_listed(thread, ask.state, only_actions=only_actions)
        for picked in _at(thread, ask)
    ]
    if ask.owner is not None:
        fitting = [each for each in fitting if ask.owner.owns(each.thread)]
    if ask.since is not None:
        fitting = [each for each in fitting if (each.thread.raised or ask.since) >= ask.since]
    if ask.about.topics:
        fitting = [e for e in fitting if ask.about.share(_words(e.thread)) >= _ENOUGH_ABOUT]
    return fitting


def _is_listed(thread: Thread, state: State, *, only_actions: bool) -> bool:
    if state is State.WITHIN:
        return True
    if only_actions and state is not State.RESOLVED:
        return thread.kind is CommitmentKind.ACTION
    return not thread.is_suggestion


def _at(thread: Thread, ask: Ask) -> list[Picked]:
    if ask.meetings and ask.state in _AT_MEETING:
        wanted = _AT_MEETING[ask.state]
        return [
            Picked(thread, item)
            for item in thread.items
            if item.day in ask.meetings
            and item.commitment.kind is thread.kind
            and item.commitment.status in wanted
        ]
    return [Picked(thread, thread.last)] if _stands(thread, ask) else []


def _stands(thread: Thread, ask: Ask) -> bool:
    match ask.state:
        case State.OVERDUE:
            return ask.as_at is not None and thread.is_overdue(ask.as_at)
        case State.NO_OUTCOME:
            return thread.closed_without_outcome
        case State.UNHEARD:
            return thread.standing is Standing.NO_LATER_RECORD
        case State.CLOSED:
            return thread.standing is Standing.CLOSED
        case State.DUE:
            return _is_due(thread, ask)
        case State.RESOLVED:
            return _is_resolved(thread, ask)
        case State.WITHIN:
            return thread.parent is not None
        case State.MOVED:
            return _changed_owner(thread)
        case State.OPEN | State.LEFT:
            return thread.standing in {Standing.OPEN, Standing.NO_LATER_RECORD}
        case State.NEW:
            return thread.last.commitment.status is CommitmentStatus.NEW
        case State.ANY:
            return True


def _is_due(thread: Thread, ask: Ask) -> bool:
    """Not closed or decided, and its window ends within the days asked for, if any are."""
    due = thread.due
    if due is None or thread.standing is Standing.CLOSED or thread.kind is CommitmentKind.DECISION:
        return False
    return ask.within is None or (due.end is not None and _is_within(due.end, ask.within))


def _is_resolved(thread: Thread, ask: Ask) -> bool:
    """What a panel or committee asked for or decided on the days asked for."""
    if thread.kind not in {CommitmentKind.REQUEST, CommitmentKind.DECISION} or ask.within is None:
        return False
    commitment = thread.last.commitment
    who = f"{commitment.owner} {commitment.requester}"
    raised = thread.raised
    return bool(_PANEL.search(who)) and raised is not None and _is_within(raised, ask.within)


def _is_within(day: date, days: tuple[date, date]) -> bool:
    return days[0] <= day <= days[1]


def _changed_owner(thread: Thread) -> bool:
    """Whether two records name different owners; the end of a temporary rank is no change."""
    named = [
        aliases(item.commitment.owner.replace("T/", ""), "")
        for item in thread.items
        if item.commitment.owner
    ]
    return any(not first & second for first, second in pairwise(named))


def pick_promises(ask: Ask, register: Register) -> list[Picked]:
    """The threads whose words hold most of the question's subject, best first.

    Of a subject of one topic, only where few threads hold it: then it tells them from the others.
    """
    weights = _weights(ask.about, register.threads)
    threads = [t for t in register.threads if ask.owner is None or ask.owner.owns(t)]
    if ask.within is not None:
        threads = [thread for thread in threads if _is_of(thread, ask.within)]
    scored = [(ask.about.share(_words(thread), weights), thread) for thread in threads]
    best = max((share for share, _ in scored), default=0.0)
    if best < _ENOUGH_PROMISED:
        return []
    fewest = min(2, len(ask.about.topics))
    kept = [
        (share, thread)
        for share, thread in scored
        if share >= best * _NEARLY_AS_GOOD and len(ask.about.within(_words(thread))) >= fewest
    ]
    if fewest == 1 and len(kept) > _MOST_PROMISES:
        return []
    kept.sort(key=lambda each: -each[0])
    return [Picked(thread, thread.last) for _, thread in kept[:_MOST_PROMISES]]


def _is_of(thread: Thread, within: tuple[date, date]) -> bool:
    """Whether it was raised or recorded within these days."""
    days = (thread.raised, *(item.day for item in thread.items))
    return any(within[0] <= day <= within[1] for day in days if day is not None)


def _weights(about: Subject, threads: Sequence[Thread]) -> dict[Topic, float]:
    """Each topic by how few threads hold it; one that none holds weighs as if one did."""
    counts = Counter(topic for thread in threads for topic in about.within(_words(thread)))
    return {topic: math.log(1 + len(threads) / max(1, counts[topic])) for topic in about.topics}


def _words(thread: Thread) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for item in thread.items:
        commitment = item.commitment
        found |= stems(commitment.text) | stems(commitment.topic)
        for update in commitment.updates:
            found |= stems(update.text)
    return found


def asks_only_actions(question: str) -> bool:
    """Whether the question speaks of actions and not of commitments at large."""
    noun = cues.NOUN.search(question)
    return noun is None or noun.group().lower().startswith("action")
