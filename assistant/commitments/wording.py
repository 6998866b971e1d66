"""How the register's answers are put into words."""

from collections.abc import Sequence
from datetime import date

from assistant.commitments.asking import Ask
from assistant.commitments.cues import State
from assistant.commitments.missing import MissingActions
from assistant.commitments.picked import Picked
from assistant.commitments.thread import Standing, Thread
from ingest.commitment import CommitmentKind, CommitmentStatus

_STATES = {
    State.NEW: "new",
    State.OPEN: "still open",
    State.CLOSED: "closed",
    State.OVERDUE: "overdue",
    State.NO_OUTCOME: "closed without a recorded outcome",
    State.UNHEARD: "not closed and without a later record",
    State.LEFT: "not closed",
    State.DUE: "due",
    State.MOVED: "recorded with a new owner",
    State.RESOLVED: "asked for or decided by a panel",
    State.WITHIN: "promised in the update of another",
    State.ANY: "recorded",
}


_MOST_NAMED = 5  # meetings named one by one


def day(when: date | None) -> str:
    """ "8 October 2024"; "" for an unknown day."""
    return f"{when.day} {when:%B %Y}" if when else ""


def joined(parts: Sequence[str]) -> str:
    """ "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def name_of(thread: Thread) -> str:
    """ "Action 4", "Decision 2024/18", or what kind of commitment it is."""
    return f"{str(thread.kind).capitalize()} {thread.action or ''}".strip()


def standing(picked: Picked) -> str:
    """How the record that answers stands: "closed on 8 October 2024"."""
    item, thread = picked.item, picked.thread
    when = day(item.commitment.update_date or item.day)
    if item is not thread.last:
        return {
            CommitmentStatus.CLOSED: f"closed on {when}",
            CommitmentStatus.OPEN: f"ongoing on {when}",
            CommitmentStatus.NEW: f"new on {when}",
            CommitmentStatus.UNKNOWN: f"recorded on {when}",
        }[item.commitment.status]
    match thread.standing:
        case Standing.CLOSED:
            return f"closed on {day(item.day)}"
        case Standing.OPEN:
            new = item.commitment.status is CommitmentStatus.NEW
            return f"{'new' if new else 'ongoing'} on {day(item.day)}"
        case Standing.NO_LATER_RECORD:
            new = item.commitment.status is CommitmentStatus.NEW
            return f"{'new' if new else 'ongoing'} on {day(item.day)}, with no later record"
        case Standing.UNKNOWN:
            return f"recorded on {day(item.day)}"


def silence(thread: Thread) -> str:
    """What it means that a thread stops: which minutes are silent, and which are not here."""
    if thread.standing is not Standing.NO_LATER_RECORD:
        return ""
    days = joined([day(each) for each in thread.later])
    minutes = (
        f"of {days}" if thread.silent <= _MOST_NAMED else f"of the {thread.silent} meetings since"
    )
    said = f"The minutes {minutes} do not mention it"
    if 0 < len(thread.gaps) <= _MOST_NAMED:
        gaps = joined([day(each) for each in thread.gaps])
        said += f"; those of {gaps} are not in these documents"
    return f"{said}."


def missing(number: int, gap: MissingActions) -> str:
    """Which minutes would hold an action that is nowhere in the library."""
    said = f"Action {number} is not in these documents. It falls between actions raised on "
    said += f"{day(gap.after)} and {day(gap.by)}"
    if gap.after == gap.by:
        said = f"Action {number} is not in these documents. Its neighbours were raised on "
        said += day(gap.by)
    if not gap.absent:
        return f"{said}."
    absent = joined([day(each) for each in gap.absent])
    return f"{said}; the minutes of {absent}, which are not here, may hold it."


def heading(ask: Ask, picked: Sequence[Picked], of_all: int = 0) -> str:
    """ "4 actions in these documents were closed at the meeting of 8 October 2024".

    Where `of_all` is given: "21 actions in these documents are recorded; 13 are closed".
    """
    count = len(picked)
    nouns = {each.thread.kind for each in picked} - {CommitmentKind.ACTION}
    noun = "commitment" if nouns else "action"
    past = bool(ask.meetings)
    if of_all:
        said = f"{_some(of_all, noun)} in these documents {_is(of_all, past=past)} recorded"
        return f"{said}; {count} {_is(count, past=past)} {_asked(ask)}"
    return f"{_some(count, noun)} in these documents {_is(count, past=past)} {_asked(ask)}"


def none_fit(ask: Ask) -> str:
    """ "None of the actions in these documents are overdue as at 1 March 2020"."""
    return f"None of the actions in these documents {_is(0, past=bool(ask.meetings))} {_asked(ask)}"


def _some(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _is(count: int, *, past: bool) -> str:
    if past:
        return "was" if count == 1 else "were"
    return "is" if count == 1 else "are"


def _asked(ask: Ask) -> str:
    """ "closed at the meeting of 8 October 2024 for ACC Dean"."""
    parts = [_STATES[ask.state]]
    if ask.as_at is not None:
        parts.append(f"as at {day(ask.as_at)}")
    if ask.within is not None:
        parts.append(_within(*ask.within))
    if ask.meetings:
        where = joined([day(each) for each in ask.meetings])
        after = "after" if ask.state is State.LEFT else "at"
        parts.append(f"{after} the meeting{'s' if len(ask.meetings) > 1 else ''} of {where}")
    if ask.owner:
        parts.append(f"for {ask.owner.words}")
    return " ".join(parts)


def _within(start: date, end: date) -> str:
    """ "on 31 March 2026", "by 31 March 2026", "from 1 to 31 January 2026"."""
    if start == end:
        return f"on {day(end)}"
    return f"by {day(end)}" if start == date.min else f"from {day(start)} to {day(end)}"


def line(picked: Picked, words: int, state: State = State.ANY) -> str:
    """One line of a list: number, owner, task cut to `words` words, due words if asked for."""
    thread = picked.thread
    owner = picked.item.commitment.owner or thread.owner
    if state is State.MOVED:
        owner = ", then ".join(dict.fromkeys(i.commitment.owner for i in thread.items))
    if state is State.DUE and thread.due is not None:
        owner = f"{owner}, due {thread.due.words}"
    who = f" ({owner})" if owner else ""
    task = f": {_cut(task_words(picked), words)}" if words else ""
    return f"{name_of(thread)}{who}{task}"


def task_words(picked: Picked) -> list[str]:
    """The task without its owner's name."""
    text = picked.item.commitment.text
    owner = picked.item.commitment.owner
    if owner and text.startswith(owner):
        text = text[len(owner) :].strip()
        for lead in ("is to ", "are to ", "to ", "will "):
            text = text.removeprefix(lead)
    return text.split()


def _cut(parts: list[str], words: int) -> str:
    short = " ".join(parts[:words]).rstrip(".,;:")
    return short if len(parts) <= words else f"{short} …"
