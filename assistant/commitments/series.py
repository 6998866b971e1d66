"""Meetings of one kind in order, and those between them that the library does not hold."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from assistant.commitments.item import Item
from index.results import DocumentRecord
from ingest.document import Body, DocumentKind

MEETINGS = frozenset({DocumentKind.MEETING_MINUTES, DocumentKind.PANEL_MINUTES})
_NOT_THE_NAME = re.compile(
    r"\b(?:minutes|notes|summary|record|of|the|a|held|on|at|meeting|actions|action log|draft|pcc)\b"
    r"|[^a-z ]"
)
_FORCE = re.compile(r"(?P<area>[A-Z][\w ]*?) (?:Constabulary|Police)\b")
_DAY = re.compile(
    r"[\s,:–-]*(?:\b(?:held )?on\s+)?(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+\d{4}\b",
    re.IGNORECASE,
)
_MOVED = timedelta(days=31)  # a next meeting that was held within a month was moved, not missed


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting whose minutes the library holds."""

    day: date
    document: DocumentRecord


@dataclass(frozen=True, slots=True)
class Series:
    """Meetings of one body under one name, oldest first.

    `days` are the days of `meetings`; `absent` those of meetings that are known of but not held.
    """

    name: str
    meetings: tuple[Meeting, ...]
    days: tuple[date, ...]
    absent: tuple[date, ...] = ()

    def after(self, day: date) -> tuple[date, ...]:
        """The days after `day` on which meetings were held whose minutes are here."""
        return self.days[bisect_right(self.days, day) :]

    def count_after(self, day: date) -> int:
        """How many such meetings there were."""
        return len(self.days) - bisect_right(self.days, day)

    def absent_between(self, start: date, end: date) -> tuple[date, ...]:
        """Known meetings from `start` to `end` whose minutes are not here."""
        return self.absent[bisect_left(self.absent, start) : bisect_right(self.absent, end)]


Keys = Mapping[str, str]
"""Which series each document belongs to: document id -> series key."""


def series_keys(items: Iterable[Item]) -> dict[str, str]:
    """Keys that the minutes of one series share: name without dates, police area and body.

    Two areas' minutes often bear one title, so the force that their owners belong to counts too.
    Minutes that do not say it belong with the only others of their name.
    """
    documents: dict[str, DocumentRecord] = {}
    forces: dict[str, Counter[str]] = {}
    for item in items:
        documents[item.document.id] = item.document
        found = _FORCE.search(item.commitment.body)
        if found:
            forces.setdefault(item.document.id, Counter())[found["area"]] += 1
    told = {
        identity: (
            _name(document.metadata.title),
            next(iter(forces.get(identity, Counter()).most_common(1)), ("", 0))[0],
            "" if document.metadata.body is Body.OTHER else str(document.metadata.body),
        )
        for identity, document in documents.items()
    }
    areas, bodies = _only(told, 1), _only(told, 2)
    return {
        identity: f"{name}:{area or areas.get(name, '')}:{body or bodies.get(name, '')}"
        for identity, (name, area, body) in told.items()
    }


def _only(told: Mapping[str, tuple[str, str, str]], place: int) -> dict[str, str]:
    """For each name, the one area or body that its minutes tell, where they tell only one."""
    known: dict[str, set[str]] = {}
    for parts in told.values():
        if parts[place]:
            known.setdefault(parts[0], set()).add(parts[place])
    return {name: next(iter(found)) for name, found in known.items() if len(found) == 1}


@lru_cache(maxsize=4096)
def _name(title: str) -> str:
    title = title.casefold()
    name = " ".join(
        _NOT_THE_NAME.sub(" ", re.sub(r"\b(?:mon|tues|wednes|thurs|fri)day\b.*", "", title)).split()
    )
    name = re.sub(
        r"\b(?:january|february|march|april|may|june|july|august|september|october|november|"
        r"december)\b",
        "",
        name,
    )
    return " ".join(name.split())


def find_series(
    documents: Iterable[DocumentRecord], keys: Keys, mentioned: Mapping[str, Collection[date]]
) -> dict[str, Series]:
    """The series of the library's minutes by key.

    `mentioned` are days, by document id, on which its words say that a meeting was or will be.
    """
    grouped: dict[str, list[DocumentRecord]] = {}
    for document in documents:
        is_meeting = document.metadata.kind in MEETINGS and document.metadata.meeting_date
        if is_meeting and document.id in keys:
            grouped.setdefault(keys[document.id], []).append(document)
    return {
        key: _series(members, {d for each in members for d in mentioned.get(each.id, ())})
        for key, members in grouped.items()
    }


def _series(members: Sequence[DocumentRecord], mentioned: set[date]) -> Series:
    meetings = tuple(
        sorted(
            (
                Meeting(member.metadata.meeting_date, member)
                for member in members
                if member.metadata.meeting_date is not None
            ),
            key=lambda meeting: meeting.day,
        )
    )
    held = tuple(meeting.day for meeting in meetings)
    absent = sorted(day for day in mentioned if day <= held[-1] and not _is_held(day, held))
    return Series(_shared(members[0].metadata.title), meetings, held, tuple(absent))


def _shared(title: str) -> str:
    """What the titles of all meetings have: without the day of one of them."""
    return _DAY.sub("", title).strip() or title


def _is_held(day: date, held: Sequence[date]) -> bool:
    """Whether a meeting was held on about that day: it may have been moved."""
    place = bisect_left(held, day)
    return any(abs(day - near) < _MOVED for near in held[max(0, place - 1) : place + 1])
