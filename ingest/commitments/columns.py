"""Which column of an actions table holds what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_UPDATE = re.compile(r"\b(?:updates?|progress|comments?|outcome|response|notes|position)\b", re.I)
_STATUS = re.compile(r"\b(?:status|rag|open\s*/\s*closed|complete\??|closed\??)\b", re.I)
_OWNER = re.compile(
    r"\b(?:owners?|leads?|responsible|responsibility|whom?|assigned|officer|allocated)\b", re.I
)
_DUE = re.compile(r"\b(?:due|deadline|target|by when|when|timescale|completion)\b", re.I)
_RAISED = re.compile(
    r"\b(?:raised|agreed on|date of meeting|meeting date|meeting|date|origin)\b", re.I
)
_ID = re.compile(
    r"^\W*(?:(?:action|item|minute)\s*)?(?:id|ref(?:erence)?|no|number|#)\W*$|^\W*#\W*$", re.I
)
_TASK = re.compile(r"\b(?:actions?|description|task|recommendations?|what|requirement)\b", re.I)
_DECISION = re.compile(r"\bdecisions?\b", re.I)


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of the columns; None where the table has none of its own."""

    task: int
    id: int | None = None
    raised: int | None = None
    owner: int | None = None
    due: int | None = None
    update: int | None = None
    status: int | None = None


def read_columns(names: Sequence[str]) -> Columns | None:
    """The columns of an actions table by their names; None where no column holds the task."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        role = _role(name, place)
        if role and role not in places:
            places[role] = place
    if "task" not in places and "id" in places and _TASK.search(names[places["id"]]):
        places["task"] = places.pop("id")
    return Columns(**places) if "task" in places else None


def _role(name: str, place: int) -> str:
    if _UPDATE.search(name):
        return "update"
    if _STATUS.search(name):
        return "status"
    if _OWNER.search(name) and not re.search(r"\bdescription\b", name, re.I):
        return "owner"
    if _DUE.search(name):
        return "due"
    if _ID.match(name) and (place == 0 or name.strip()):
        return "id"
    if _TASK.search(name):
        return "task"
    if _RAISED.search(name):
        return "raised"
    return "update" if _DECISION.search(name) else ""
