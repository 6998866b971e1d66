"""Applying what people decided to what was found, in newer versions of a document too."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz

from assistant.commitments.item import Item, Reviewed
from index.commitments import RecordedCommitment
from index.reviews import Review, Verb
from ingest.commitment import Commitment, CommitmentStatus, Due
from ingest.document import Span

_STILL_THE_SAME = 80  # of 100: the words of a newer version against those reviewed
_SAID = {
    Verb.ACCEPT: "accepted",
    Verb.REJECT: "rejected",
    Verb.CORRECT: "corrected",
    Verb.MERGE: "merged",
    Verb.SEPARATE: "taken apart",
    Verb.SPLIT: "split",
}


@dataclass(frozen=True, slots=True)
class Applied:
    """The items as reviewed. `merges` names for an item's id the one that it belongs with.

    `apart` are the ids of items that begin threads of their own, `lost` the reviews whose
    commitment is in no document now.
    """

    items: tuple[Item, ...]
    merges: Mapping[str, str]
    apart: frozenset[str]
    lost: tuple[Review, ...]


def apply_reviews(found: Iterable[RecordedCommitment], reviews: Sequence[Review]) -> Applied:
    """Every commitment found with the reviews that are about it, oldest first."""
    items = {item.id: item for item in (Item(each.document, each.commitment) for each in found)}
    merges: dict[str, str] = {}
    apart: set[str] = set()
    lost: list[Review] = []
    for review in reviews:
        target = _find(items, review)
        if target is None:
            lost.append(review)
            continue
        if review.verb is Verb.MERGE:
            merges[target.id] = f"{review.values['document']}:{review.values['key']}"
            apart.discard(target.id)
        elif review.verb is Verb.SEPARATE:
            merges.pop(target.id, None)
            apart.add(target.id)
        for item in _reviewed(target, review):
            items[item.id] = item
        if review.verb in {Verb.REJECT, Verb.SPLIT}:
            del items[target.id]
    return Applied(tuple(items.values()), merges, frozenset(apart), tuple(lost))


def _find(items: Mapping[str, Item], review: Review) -> Item | None:
    """By key; else, in the same document, the item of the same kind with nearly the same words."""
    target = review.target
    exact = items.get(f"{target.document}:{target.key}")
    if exact is not None:
        return exact
    kind = target.key.partition("-")[0]
    alike = [
        (fuzz.ratio(item.commitment.text, target.text), item.id)
        for item in items.values()
        if item.document.id == target.document and item.commitment.key.startswith(kind)
    ]
    score, found = max(alike, default=(0.0, ""))
    return items[found] if score >= _STILL_THE_SAME else None


def _reviewed(item: Item, review: Review) -> tuple[Item, ...]:
    """The item, or the items it is split into, after one review."""
    note = Reviewed(review.by, review.at, _SAID[review.verb])
    noted = replace(item, reviews=(*item.reviews, note))
    if review.verb is Verb.SPLIT:
        return tuple(
            replace(noted, commitment=_part(item.commitment, words))
            for words in review.values.values()
        )
    commitment = replace(item.commitment, suggested=False)
    if review.verb is Verb.CORRECT:
        commitment = _corrected(commitment, review.values)
    return (replace(noted, commitment=commitment),)


def _part(commitment: Commitment, words: str) -> Commitment:
    """One part of a split commitment; its span is narrowed where its words are verbatim."""
    at = commitment.text.find(words)
    span = commitment.span
    if at >= 0:
        span = Span(span.start + at, span.start + at + len(words))
    digest = hashlib.sha256(words.encode()).hexdigest()[:8]
    key = f"{commitment.key}.{digest}"
    return replace(commitment, key=key, text=words, span=span, suggested=False)


def _corrected(commitment: Commitment, values: Mapping[str, str]) -> Commitment:
    for name, value in values.items():
        commitment = _set(commitment, name, value)
    return commitment


def _set(commitment: Commitment, name: str, value: str) -> Commitment:
    if name == "raised":
        return replace(commitment, raised=date.fromisoformat(value) if value else None)
    if name == "due":
        return replace(commitment, due=_due(commitment.due, value))
    if name == "status":
        return replace(commitment, status=CommitmentStatus(value or "unknown"))
    if name == "owner":
        return replace(commitment, owner=value, owner_span=None)
    if name == "action":
        return replace(commitment, action=value or None)
    return replace(commitment, **{name: value})  # type: ignore[arg-type] # the other fields are text


def _due(due: Due | None, value: str) -> Due | None:
    """A last day set by hand, beside the words as written."""
    if not value:
        return None
    return Due(due.words if due else value, None, date.fromisoformat(value))
