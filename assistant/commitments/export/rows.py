"""The rows that every tabular export writes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from assistant.commitments.item import Item
from assistant.commitments.thread import Thread

Row = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Stamp:
    """The day an export shows, and the library's generation that it was made from."""

    as_at: date
    generation: int

    @property
    def said(self) -> str:
        """For a person: "as at 8 July 2025, library version 12"."""
        return f"as at {self.as_at.day} {self.as_at:%B %Y}, library version {self.generation}"


def contract_rows(threads: Iterable[Thread]) -> Iterator[Row]:
    """One row for each record of each thread, as docs/CONTRACTS.md has it.

    `due` is the last day of the window that the due words mean, or null.
    """
    for thread in threads:
        for item in thread.items:
            yield _contract_row(item)


def _contract_row(item: Item) -> Row:
    commitment = item.commitment
    return {
        "document": item.document.name,
        "action": commitment.action,
        "kind": commitment.kind.value,
        "raised": _iso(commitment.raised),
        "owner": commitment.owner,
        "text": commitment.text,
        "status": commitment.status.value,
        "update_date": _iso(commitment.update_date),
        "due": _iso(commitment.due.end) if commitment.due else None,
        "locator": commitment.locator,
        "quote": commitment.text,
    }


def full_rows(threads: Iterable[Thread], stamp: Stamp) -> Iterator[Row]:
    """The same with everything else the register knows, for a spreadsheet."""
    for thread in threads:
        for item in thread.items:
            commitment = item.commitment
            reviewed = item.reviews[-1] if item.reviews else None
            yield {
                **_contract_row(item),
                "title": item.document.metadata.title,
                "meeting": _iso(item.day),
                "role": commitment.role,
                "body": commitment.body,
                "requester": commitment.requester,
                "topic": commitment.topic,
                "plan": item.document.metadata.plan or "",
                "status_words": commitment.status_words,
                "update": "\n".join(update.text for update in commitment.updates),
                "due_words": commitment.due.words if commitment.due else "",
                "standing": thread.standing.value,
                "closed_without_outcome": "yes" if thread.closed_without_outcome else "no",
                "suggestion": "yes" if item.is_suggestion else "no",
                "reviewed": f"{reviewed.what} by {reviewed.by}" if reviewed else "",
                "url": item.document.metadata.url or "",
                "thread": thread.id,
                "as_at": stamp.as_at.isoformat(),
                "library_version": str(stamp.generation),
            }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
