"""Putting the records of one commitment together, meeting after meeting."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rapidfuzz import fuzz

from assistant.commitments.item import Item
from assistant.commitments.series import Keys, Series
from assistant.commitments.thread import Thread
from ingest.commitment import CommitmentKind

_SAME_WORDS = 75  # of 100: one action's words, reworded a little at the next meeting
_BECAME = 62  # a promise in prose and the shorter words of the action it became
_MERGED = re.compile(
    r"\b(?:merged|combined|amalgamated|incorporated|subsumed)\s+(?:with|into|in|under)\s+"
    r"(?:action\s+)?(?:no\.?\s*)?(?P<id>[A-Z]{0,4}[-/]?\d+)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Growing:
    """A thread while records are added to it."""

    items: list[Item]
    merged: list[str] = field(default_factory=list)
    parent: str | None = None


def build_threads(
    items: Iterable[Item],
    series: Mapping[str, Series],
    keys: Keys,
    apart: frozenset[str] = frozenset(),
) -> list[Thread]:
    """The threads of all items, oldest first. Items whose ids are in `apart` begin their own."""
    ordered = sorted(items, key=lambda item: (item.day or date.min, item.id))
    threads: list[_Growing] = []
    numbered: dict[tuple[str, str], list[_Growing]] = {}
    for item in ordered:
        if item.commitment.kind is CommitmentKind.ACTION:
            _add_action(item, keys[item.document.id], threads, numbered, apart)
    records: dict[str, list[tuple[Item, _Growing]]] = {}
    for thread in threads:
        for item in thread.items:
            records.setdefault(item.document.id, []).append((item, thread))
    decided: dict[str, _Growing] = {}
    for item in ordered:
        if item.commitment.kind is CommitmentKind.DECISION and item.commitment.action:
            _add_decision(item, threads, decided, apart)
        elif item.commitment.kind is not CommitmentKind.ACTION:
            threads.extend(_add_other(item, records.get(item.document.id, []), apart))
    return _finished(threads, series, keys)


def _add_action(
    item: Item,
    series: str,
    threads: list[_Growing],
    numbered: dict[tuple[str, str], list[_Growing]],
    apart: frozenset[str],
) -> None:
    """To the newest thread of the same number, series and day raised; else a thread of its own."""
    action = item.commitment.action or ""
    key = series, action
    match = None
    if item.id not in apart and action:
        match = next(
            (t for t in reversed(numbered.get(key, [])) if _is_same(t.items[-1], item)), None
        )
    if match is None:
        match = _Growing([])
        threads.append(match)
        numbered.setdefault(key, []).append(match)
    match.items.append(item)


def _is_same(before: Item, item: Item) -> bool:
    """Whether two records with one number are of one action: raised the same day, or alike."""
    first, second = before.commitment, item.commitment
    if before.document.id == item.document.id:
        return False
    if first.raised and second.raised:
        return first.raised == second.raised
    return fuzz.token_set_ratio(first.text, second.text) >= _SAME_WORDS


def _add_decision(
    item: Item, threads: list[_Growing], decided: dict[str, _Growing], apart: frozenset[str]
) -> None:
    """A decision's notice and its line in a bulletin are records of one decision."""
    number = re.sub(r"\W+", "-", item.commitment.action or "")
    known = decided.get(number)
    if known is not None and item.id not in apart:
        titles = known.items[0].commitment.title, item.commitment.title
        if fuzz.token_set_ratio(*titles) >= _SAME_WORDS:
            known.items.append(item)
            return
    decided[number] = _Growing([item])
    threads.append(decided[number])


_Records = Sequence[tuple[Item, _Growing]]  # the actions of one document with their threads


def _add_other(item: Item, records: _Records, apart: frozenset[str]) -> list[_Growing]:
    """Add to the action of the same document that it became, or begin a thread and return it.

    A promise made in an action's update is a thread of its own, the action's child.
    """
    parent = item.commitment.parent
    if parent is None and item.id not in apart:
        became = _became(item, records)
        if became is not None:
            record, thread = became
            thread.items.insert(thread.items.index(record), item)
            return []
    begun = _Growing([item])
    begun.parent = next(
        (thread.items[0].id for record, thread in records if record.commitment.key == parent), None
    )
    return [begun]


def _became(item: Item, records: _Records) -> tuple[Item, _Growing] | None:
    """The action that a sentence refers to, or that says the same in fewer words."""
    raised = [(record, thread) for record, thread in records if _raised_there(record)]
    for record, thread in raised:
        if record.commitment.action in item.commitment.mentions:
            return record, thread
    alike = [
        (fuzz.token_set_ratio(record.commitment.text, item.commitment.text), place)
        for place, (record, _) in enumerate(raised)
    ]
    score, place = max(alike, default=(0.0, 0))
    return raised[place] if score >= _BECAME else None


def _raised_there(record: Item) -> bool:
    commitment = record.commitment
    return commitment.kind is CommitmentKind.ACTION and commitment.raised == record.day


def _finished(
    threads: Sequence[_Growing], series: Mapping[str, Series], keys: Keys
) -> list[Thread]:
    done = [_finish(thread, series, keys) for thread in threads if thread.items]
    done = _with_merged(done, keys)
    children: dict[str, list[str]] = {}
    for thread in done:
        if thread.parent is not None:
            children.setdefault(thread.parent, []).append(thread.id)
    return [replace(thread, children=tuple(children.get(thread.id, ()))) for thread in done]


def _finish(growing: _Growing, series: Mapping[str, Series], keys: Keys) -> Thread:
    last = growing.items[-1]
    return Thread(tuple(growing.items), series.get(keys[last.document.id]), parent=growing.parent)


def _with_merged(threads: Sequence[Thread], keys: Keys) -> list[Thread]:
    """Name in each thread those that its minutes say were merged into it."""
    into: dict[str, list[str]] = {}
    for thread in threads:
        words = " ".join(update.text for update in thread.last.commitment.updates)
        for match in _MERGED.finditer(f"{words} {thread.last.commitment.status_words}"):
            other = _numbered(threads, thread, match["id"], keys)
            if other is not None:
                into.setdefault(other.id, []).append(thread.id)
    return [replace(thread, merged=tuple(into.get(thread.id, ()))) for thread in threads]


def _numbered(threads: Sequence[Thread], near: Thread, action: str, keys: Keys) -> Thread | None:
    """The thread of that number in the same series that is nearest in time."""
    key = keys[near.last.document.id]
    alike = [
        thread
        for thread in threads
        if thread is not near
        and (thread.action or "").lower() == action.lower()
        and keys[thread.last.document.id] == key
    ]
    day = near.last.day or date.min
    return min(alike, key=lambda t: abs(((t.last.day or date.min) - day).days), default=None)
