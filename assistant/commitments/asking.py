"""What a question about commitments asks the register for. None where it asks something else."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.commitments import cues
from assistant.commitments.cues import State
from assistant.commitments.named_days import (
    NamedMeetings,
    find_day,
    find_due,
    find_meetings,
    find_since,
)
from assistant.commitments.owners import Owner, find_owner
from assistant.commitments.register import Register
from assistant.commitments.strangers import find_stranger
from assistant.commitments.subject import NO_SUBJECT, Subject, find_subject
from ingest.dates import find_dates

_SAID_AT = re.compile(r"\b(?:in|at|on|of|during|the)\s*$", re.IGNORECASE)
_NO_MEETINGS = NamedMeetings()


class Want(StrEnum):
    """Which of the register's questions it is."""

    ACTION = "action"  # one action by its number
    HISTORY = "history"  # the same, with every update
    LIST = "list"  # those that fit
    COUNT = "count"
    PROMISE = "promise"  # what was promised about something
    MISSING = "missing"  # the numbers that are nowhere


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as the register reads it.

    `meetings` are the meetings it names; empty means the register as it stands. `unheld` are the
    words of a time when no meeting was whose minutes are here, `stranger` those of an owner that
    no record names; `within` are the days asked for in which it is due, was resolved or promised.
    `of_all` says that it asks how many there are besides.
    """

    want: Want
    state: State = State.ANY
    actions: tuple[str, ...] = ()
    owner: Owner | None = None
    meetings: tuple[date, ...] = ()
    raised: date | None = None
    about: Subject = NO_SUBJECT
    as_at: date | None = None
    since: date | None = None
    within: tuple[date, date] | None = None
    unheld: str = ""
    stranger: str = ""
    of_all: bool = False


def read_ask(question: str, register: Register, today: date) -> Ask | None:
    """How a question is to be answered from the register, or None where it is no such question."""
    named = _named_actions(question, register)
    if named:
        return Ask(
            Want.HISTORY if cues.HISTORY.search(question) else Want.ACTION,
            actions=named,
            meetings=_meetings(question, register, today).days,
            raised=find_day(question, today),
            about=find_subject(question),
        )
    if cues.TAKEN.search(question):
        return None
    if cues.MISSING.search(question) and cues.NOUN.search(question):
        return Ask(Want.MISSING)
    if cues.WITHIN.search(question):
        return Ask(Want.LIST, State.WITHIN)
    resolved = find_due(question, today) if cues.RESOLVED.search(question) else None
    if resolved is not None:
        return Ask(Want.LIST, State.RESOLVED, within=resolved)
    if cues.PROMISED.search(question) and not cues.COUNT.search(question):
        return _promise(question, register)
    return _list(question, register, today)


def _promise(question: str, register: Register) -> Ask | None:
    """What was promised, by whom, about what: nothing without a subject."""
    owner = find_owner(question, register)
    about = cues.ABOUT.search(question)
    words = about["about"] if about else question.replace(owner.words if owner else "", " ")
    subject = find_subject(words)
    if len(subject.topics) < (1 if about else 2):
        return None
    return Ask(Want.PROMISE, owner=owner, about=subject, within=_when_said(question))


def _when_said(question: str) -> tuple[date, date] | None:
    """The day, month or year in which it was promised: "in November 2024", not "by June"."""
    said = [p for p in find_dates(question) if _SAID_AT.search(question[: p.span.start])]
    return (said[0].start, said[0].end) if said else None


def _list(question: str, register: Register, today: date) -> Ask | None:
    state = next((state for state, words in cues.STATES if words.search(question)), State.ANY)
    owner = find_owner(question, register)
    stranger = find_stranger(question, register)
    named = _meetings(question, register, today)
    counts = len(cues.COUNT.findall(question))
    if not _is_register_question(question, state, named, owned=bool(owner or stranger)):
        return None
    if named.after and state is State.OPEN:
        state = State.LEFT
    about = cues.ABOUT.search(question)
    return Ask(
        Want.COUNT if counts else Want.LIST,
        state,
        owner=None if stranger else owner,
        meetings=() if state in {State.OVERDUE, State.DUE} else named.days,
        about=find_subject(about["about"]) if about else NO_SUBJECT,
        as_at=(find_day(question, today) or today) if state is State.OVERDUE else None,
        since=None if named.after else find_since(question, today),
        within=find_due(question, today) if state is State.DUE else None,
        unheld="" if state is State.DUE or cues.BY_DAY.search(question) else named.unheld,
        stranger=stranger,
        of_all=counts > 1 and state is not State.ANY,
    )


def _is_register_question(
    question: str, state: State, named: NamedMeetings, *, owned: bool
) -> bool:
    """Whether the words leave no doubt: the noun with a state, owner or meeting; or what no other
    document could tell, such as "what is overdue" or "outstanding for ACC Dean"."""
    if cues.NOUN.search(question):
        told = state is not State.ANY or bool(named.days) or owned
        return told or bool(cues.COUNT.search(question))
    if state in cues.ALONE:
        return bool(cues.ALONE[state].search(question))
    if cues.THAT_DAY.search(question) and named.days and not named.unheld:
        return True
    return bool(cues.OWES.search(question)) and owned


def _meetings(question: str, register: Register, today: date) -> NamedMeetings:
    """The meetings named, where it is meetings that its days and months name."""
    speaks = (cues.MEETING, cues.NOUN, cues.THAT_DAY)
    if not any(cue.search(question) for cue in speaks):
        return _NO_MEETINGS
    return find_meetings(question, register, today)


def _named_actions(question: str, register: Register) -> tuple[str, ...]:
    known = {thread.action for thread in register.threads if thread.action}
    found: list[str] = []
    for match in cues.ACTION.finditer(question):
        numbers = re.findall(r"\d+", match["ids"])
        if len(numbers) == 2 and re.search(r"to|-|–", match["ids"]):
            low, high = int(numbers[0]), int(numbers[1])
            numbers = [str(n) for n in range(low, high + 1)] if high - low < 30 else numbers
        found += [number for number in numbers if number in known or len(numbers) == 1]
    found += [action for action in known if _is_reference(action) and _stands_in(action, question)]
    return tuple(dict.fromkeys(found))


def _is_reference(action: str) -> bool:
    """Whether an id is one that nothing else is called by: "AB/24/35", but not "12"."""
    return any(map(str.isalpha, action)) and any(map(str.isdigit, action))


def _stands_in(action: str, question: str) -> bool:
    return bool(re.search(rf"(?<![\w/-]){re.escape(action)}(?![\w/-])", question, re.IGNORECASE))
