"""What to say where the register holds nothing of what was asked, and what was looked at."""

import re
from collections.abc import Collection

from assistant.commitments import cues, wording
from assistant.commitments.asking import Ask
from assistant.commitments.register import Register
from ingest.commitment import CommitmentKind

_MOST_NAMED = 6  # meetings named one by one


def is_sure(ask: Ask) -> bool:
    """Whether a list without any is an answer: its state, owner or meeting is one of a register."""
    return ask.state in cues.ALONE or ask.owner is not None or bool(ask.meetings)


def nothing_of(ask: Ask, register: Register) -> str:
    """That there is none, and which minutes say so; "" where there are no actions at all."""
    basis = _basis(register)
    if not basis:
        return ""
    if ask.stranger:
        return f"No action in these documents names {ask.stranger} as its owner. {basis}"
    if ask.unheld:
        return f"No minutes of a meeting in the time asked for ({ask.unheld}) are here. {basis}"
    return f"{wording.none_fit(ask)}. {basis}"


def missing_number(number: int, register: Register) -> str:
    """Which minutes would hold a number that no document here has, though its neighbours are."""
    for gap in register.missing:
        if gap.first <= number <= gap.last:
            return wording.missing(number, gap)
    return ""


def unknown_numbers(question: str, ask: Ask, register: Register, passages: Collection[str]) -> str:
    """That there is no such action; "" where the words leave doubt, or a passage names it."""
    if not cues.ABOUT_AN_ACTION.search(question) or not ask.actions:
        return ""
    named = re.compile(rf"\bactions?\W+(?:no\W+)?(?:{'|'.join(ask.actions)})\b", re.IGNORECASE)
    basis = _basis(register)
    if not basis or any(named.search(passage) for passage in passages):
        return ""
    which = wording.joined([f"Action {number}" for number in ask.actions])
    return f"{which} {'is' if len(ask.actions) == 1 else 'are'} not in these documents. {basis}"


def _basis(register: Register) -> str:
    """What was looked at: how many actions of which minutes; "" where there are none."""
    actions = sum(thread.kind is CommitmentKind.ACTION for thread in register.threads)
    days = register.meetings()
    if not actions or not days:
        return ""
    when = wording.joined([wording.day(day) for day in days])
    if len(days) > _MOST_NAMED:
        when = f"{len(days)} meetings, {wording.day(days[0])} to {wording.day(days[-1])}"
    return f"They hold {actions} actions, in the minutes of {when}."
