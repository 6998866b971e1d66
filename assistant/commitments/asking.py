"""What a question about commitments asks the register for. None where it asks something else."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.commitments import cues
from assistant.commitments.cues import State
from assistant.commitments.owners import Owner, find_owner
from assistant.commitments.register import Register
from assistant.words import stems
from ingest.dates import PeriodKind, find_asked_periods, find_yearless


class Want(StrEnum):
    """Which of the register's questions it is."""

    ACTION = "action"  # one action by its number
    LIST = "list"  # those that fit
    COUNT = "count"
    PROMISE = "promise"  # what was promised about something


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as the register reads it.

    `meetings` are the meetings it names; empty means the register as it stands. `about` are the
    stems of the subject it names.
    """

    want: Want
    state: State = State.ANY
    actions: tuple[str, ...] = ()
    owner: Owner | None = None
    meetings: tuple[date, ...] = ()
    raised: date | None = None
    about: frozenset[str] = frozenset()
    as_at: date | None = None
    since: date | None = None


def read_ask(question: str, register: Register, today: date) -> Ask | None:
    """How a question is to be answered from the register, or None where it is no such question."""
    named = _named_actions(question, register)
    if named:
        return Ask(
            Want.ACTION,
            actions=named,
            meetings=_meetings(question, register, today),
            raised=_raised(question, today),
            owner=None,
            about=_subject(question),
        )
    if cues.TAKEN.search(question):
        return None
    state = next((state for state, words in cues.STATES if words.search(question)), State.ANY)
    owner = find_owner(question, register)
    meetings = _meetings(question, register, today)
    has_noun = bool(cues.NOUN.search(question))
    count = bool(cues.COUNT.search(question))
    if cues.PROMISED.search(question) and not count:
        about = _subject(question)
        return Ask(Want.PROMISE, owner=owner, about=about) if len(about) > 1 else None
    if not _is_register_question(question, state, owner, meetings, has_noun=has_noun, count=count):
        return None
    return Ask(
        Want.COUNT if count else Want.LIST,
        state,
        owner=owner,
        meetings=meetings,
        about=_about(question),
        as_at=_day_asked(question, today) if state is State.OVERDUE else None,
        since=_since(question, today),
    )


def _is_register_question(
    question: str,
    state: State,
    owner: Owner | None,
    meetings: tuple[date, ...],
    *,
    has_noun: bool,
    count: bool,
) -> bool:
    """Whether the words leave no doubt: the noun with a state, owner or meeting; or what no other
    document could tell, such as "overdue" or "outstanding for ACC Dean"."""
    if has_noun:
        return state is not State.ANY or bool(meetings) or (owner is not None) or count
    if state is State.OVERDUE:
        return bool(cues.OVERDUE.search(question))
    if state in cues.ALONE:
        return bool(cues.MEETING.search(question)) or owner is not None or state is State.NO_OUTCOME
    owes = cues.OWES.search(question)
    return bool(owes) and owner is not None


def _named_actions(question: str, register: Register) -> tuple[str, ...]:
    known = {thread.action for thread in register.threads if thread.action}
    found: list[str] = []
    for match in cues.ACTION.finditer(question):
        numbers = re.findall(r"\d+", match["ids"])
        if len(numbers) == 2 and re.search(r"to|-|–", match["ids"]):
            low, high = int(numbers[0]), int(numbers[1])
            numbers = [str(n) for n in range(low, high + 1)] if high - low < 30 else numbers
        found += [number for number in numbers if number in known or len(numbers) == 1]
    return tuple(dict.fromkeys(found))


def _meetings(question: str, register: Register, today: date) -> tuple[date, ...]:
    """The meetings that the question's days, months or "last meeting" mean."""
    held = register.meetings()
    if cues.LATEST.search(question) and held:
        return (held[-1],)
    if not (cues.MEETING.search(question) or cues.NOUN.search(question)) or cues.SINCE.search(
        question
    ):
        return ()
    found: set[date] = set()
    for period in find_asked_periods(question, today):
        if period.kind not in {PeriodKind.SINCE, PeriodKind.BEFORE}:
            found.update(day for day in held if period.holds(day))
    for each in find_yearless(question):
        days = [day for day in held if day.month == each.month and each.day in {None, day.day}]
        found.update(days[-1:])
    return tuple(sorted(found))


def _raised(question: str, today: date) -> date | None:
    days = [p.start for p in find_asked_periods(question, today) if p.kind is PeriodKind.DAY]
    return days[0] if len(days) == 1 else None


def _day_asked(question: str, today: date) -> date:
    return _raised(question, today) or today


def _since(question: str, today: date) -> date | None:
    periods = find_asked_periods(question, today)
    return next((p.start for p in periods if p.kind is PeriodKind.SINCE), None)


def _about(question: str) -> frozenset[str]:
    """The stems of what stands after "about" or "on", months and the register's own words aside."""
    match = cues.ABOUT.search(question)
    return _telling(match["about"]) if match else frozenset()


def _subject(question: str) -> frozenset[str]:
    return _telling(question)


def _telling(words: str) -> frozenset[str]:
    return frozenset(
        stem for stem in stems(words) if stem not in cues.PLAIN_WORDS and not stem.isdigit()
    )
