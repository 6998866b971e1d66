"""The section 12 estimate: which work counts, and whether it passes the limit.

Source: Freedom of Information and Data Protection (Appropriate Limit and Fees) Regulations 2004,
regulation 4(3) and (4): only these four tasks, at one rate an hour. Redaction never counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from assistant.foi.settings import CostSettings

_MINUTES = 60


class Task(StrEnum):
    """The tasks that count."""

    DETERMINING = "determining whether it is held"
    LOCATING = "locating it"
    RETRIEVING = "retrieving it"
    EXTRACTING = "extracting it"


@dataclass(frozen=True, slots=True)
class Work:
    """Minutes for one task on each of `items` records."""

    task: Task
    items: int
    minutes_each: float

    @property
    def hours(self) -> float:
        """The time for all items."""
        return self.items * self.minutes_each / _MINUTES


@dataclass(frozen=True, slots=True)
class Estimate:
    """Hours and pounds, whether the limit is passed, and the sum in words."""

    hours: float
    pounds: float
    over_limit: bool
    working: str


def estimate(work: Iterable[Work], settings: CostSettings) -> Estimate:
    """Add up the work of one request, or of related ones together."""
    tasks = [entry for entry in work if entry.items and entry.minutes_each]
    hours = sum(entry.hours for entry in tasks)
    lines = [
        f"{entry.task.value}: {entry.items} x {entry.minutes_each:g} minutes = "
        f"{entry.hours:.1f} hours"
        for entry in tasks
    ]
    pounds = hours * settings.pounds_per_hour
    total = (
        f"{hours:.1f} hours at £{settings.pounds_per_hour:g} = £{pounds:,.2f}; "
        f"the limit is {settings.hours:g} hours or £{settings.pounds:,.2f}"
    )
    return Estimate(hours, pounds, hours > settings.hours, "; ".join([*lines, total]))
