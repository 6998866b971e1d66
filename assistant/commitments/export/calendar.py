"""Due dates for a calendar."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from assistant.commitments.export.rows import Stamp
from assistant.commitments.thread import Standing, Thread
from assistant.commitments.wording import name_of
from ingest.commitment import CommitmentKind


def to_icalendar(threads: Iterable[Thread], stamp: Stamp) -> bytes:
    """An all-day entry on the last day of each due window.

    What is closed or decided, has no last day, or is a suggestion that nobody has accepted has
    none.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//PCC assistant//Commitments//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Commitments, {stamp.said}")
    for thread in threads:
        due = thread.due
        if due is None or due.end is None or thread.standing is Standing.CLOSED:
            continue
        if thread.is_suggestion or thread.kind is CommitmentKind.DECISION:
            continue
        calendar.add_component(_event(thread, stamp))
    return bytes(calendar.to_ical())


def _event(thread: Thread, stamp: Stamp) -> Event:
    due, commitment = thread.due, thread.last.commitment
    assert due is not None  # only threads with a last day have an entry
    assert due.end is not None
    event = Event()
    event.add("uid", f"{hashlib.sha256(thread.id.encode()).hexdigest()[:24]}@commitments")
    event.add("dtstamp", datetime.combine(stamp.as_at, time(), UTC))
    event.add("dtstart", due.end)
    event.add("dtend", due.end + timedelta(days=1))
    owner = f" ({thread.owner})" if thread.owner else ""
    event.add("summary", f"Due: {name_of(thread)}{owner}")
    event.add(
        "description",
        f"{commitment.text}\nDue as written: {due.words}\n"
        f"{thread.last.document.metadata.title}, {commitment.locator}",
    )
    event.add("transp", "TRANSPARENT")
    return event
