"""The commitments register: every thread, and what is missing between the minutes."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assistant.commitments.item import Item
from assistant.commitments.missing import MissingActions, find_missing
from assistant.commitments.reviewing import Applied, apply_reviews
from assistant.commitments.series import Series, find_series, series_keys
from assistant.commitments.thread import Thread
from assistant.commitments.threading import build_threads
from index.library import Library
from index.reviews import Review
from ingest.document import Sensitivity


@dataclass(frozen=True, slots=True)
class Register:
    """All threads, oldest first. `moment` is the generation and count of decisions it shows."""

    threads: tuple[Thread, ...]
    series: Mapping[str, Series]
    missing: tuple[MissingActions, ...]
    lost: tuple[Review, ...]
    moment: tuple[int, int]

    def thread(self, identity: str) -> Thread | None:
        """The thread that holds the item of that id."""
        for thread in self.threads:
            if any(item.id == identity for item in thread.items):
                return thread
        return None

    def meetings(self) -> tuple[date, ...]:
        """The days of all meetings whose minutes are here, oldest first."""
        return tuple(
            sorted({meeting.day for series in self.series.values() for meeting in series.meetings})
        )


def load_register(
    library: Library, sensitivities: Collection[Sensitivity] = frozenset({Sensitivity.PUBLIC})
) -> Register:
    """The register of the library as it is now, of documents that may be seen."""
    moment = library.moment()
    found = [
        each
        for each in library.commitments()
        if each.document.metadata.sensitivity in sensitivities
    ]
    applied = apply_reviews(found, library.reviews())
    return make_register(applied, moment)


def make_register(applied: Applied, moment: tuple[int, int] = (0, 0)) -> Register:
    """Threads and gaps from items as reviewed."""
    keys = series_keys(applied.items)
    documents = {item.document.id: item.document for item in applied.items}
    series = find_series(documents.values(), keys, _mentioned(applied))
    apart = applied.apart | frozenset(applied.merges)
    threads = _merged(build_threads(applied.items, series, keys, apart), applied.merges)
    threads.sort(key=_place)
    missing = find_missing(threads, series, keys)
    return Register(tuple(threads), series, missing, applied.lost, moment)


def _mentioned(applied: Applied) -> dict[str, set[date]]:
    """The days on which each document says that a meeting was or will be."""
    mentioned: dict[str, set[date]] = {}
    for item in applied.items:
        days = set(item.commitment.meetings)
        if item.commitment.raised is not None and item.commitment.action is not None:
            days.add(item.commitment.raised)
        mentioned.setdefault(item.document.id, set()).update(days)
    return mentioned


def _merged(threads: list[Thread], merges: Mapping[str, str]) -> list[Thread]:
    """Threads put together by hand: the records of both, in order."""
    holding = {item.id: thread.id for thread in threads for item in thread.items}
    by_id = {thread.id: thread for thread in threads}
    for item, other in merges.items():
        source, target = holding.get(item), holding.get(other)
        if source is None or target is None or source == target:
            continue
        moved, kept = by_id.pop(source), by_id[target]
        items = sorted((*kept.items, *moved.items), key=_when)
        joined = replace(kept, items=tuple(items), merged=(*kept.merged, source))
        del by_id[target]
        by_id[joined.id] = joined
        holding.update({each.id: joined.id for each in items})
    return list(by_id.values())


def _place(thread: Thread) -> tuple[date, int, str]:
    """By the day raised, then by number: Action 9 before Action 10."""
    digits = re.sub(r"\D", "", thread.action or "")
    return thread.raised or date.min, int(digits or 0), thread.id


def _when(item: Item) -> tuple[date, str]:
    return item.day or date.min, item.id
