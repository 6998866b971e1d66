"""A decision about a commitment, from the fields of a form."""

from collections.abc import Mapping
from datetime import date

from assistant.commitments import Register
from assistant.commitments.item import Item
from index.reviews import Reviewer, ReviewTarget
from index.settings import IndexSettings
from ingest.commitment import CommitmentStatus

_GONE = "Nothing was changed: this commitment is no longer in the documents."
_NO_OTHER = "Nothing was changed: there is no commitment of that id to put it with."
_ONE_PART = "Nothing was changed: give two parts or more, one a line."
_NOTHING = "Nothing was changed: no field differs."
_FIELDS = ("owner", "topic", "requester", "raised", "due", "status")


def review(register: Register, settings: IndexSettings, who: str, fields: Mapping[str, str]) -> str:
    """Keep the decision that the fields hold; what is wrong with it, or "".

    Raises LibraryError, and ValueError for a day or status that is none.
    """
    item = find_item(register, fields.get("item", ""))
    if item is None:
        return _GONE
    reviewer, target = Reviewer(settings, who), _target(item)
    reason = fields.get("reason", "").strip()
    match fields.get("verb"):
        case "accept":
            reviewer.accept(target, reason)
        case "reject":
            reviewer.reject(target, reason)
        case "separate":
            reviewer.separate(target, reason)
        case "merge":
            other = find_item(register, fields.get("into", "").strip())
            if other is None or other.id == item.id:
                return _NO_OTHER
            reviewer.merge(target, _target(other), reason)
        case "split":
            parts = [part.strip() for part in fields.get("parts", "").splitlines() if part.strip()]
            if len(parts) < 2:
                return _ONE_PART
            reviewer.split(target, parts, reason)
        case "correct":
            values = changed(item, fields)
            if not values:
                return _NOTHING
            reviewer.correct(target, values, reason)
    return ""


def find_item(register: Register, identity: str) -> Item | None:
    """The record of that id."""
    thread = register.thread(identity)
    return next((i for i in thread.items if i.id == identity), None) if thread else None


def changed(item: Item, fields: Mapping[str, str]) -> dict[str, str]:
    """The fields that differ from what the record holds. Raises ValueError for what cannot be."""
    commitment = item.commitment
    due = commitment.due.end if commitment.due else None
    has = {
        "owner": commitment.owner,
        "topic": commitment.topic,
        "requester": commitment.requester,
        "raised": commitment.raised.isoformat() if commitment.raised else "",
        "due": due.isoformat() if due else "",
        "status": commitment.status.value,
    }
    given = {name: fields[name].strip() for name in _FIELDS if name in fields}
    for name in ("raised", "due"):
        if given.get(name):
            date.fromisoformat(given[name])
    if given.get("status"):
        CommitmentStatus(given["status"])
    return {name: value for name, value in given.items() if value != has[name]}


def _target(item: Item) -> ReviewTarget:
    return ReviewTarget(item.document.id, item.commitment.key, item.commitment.text)
