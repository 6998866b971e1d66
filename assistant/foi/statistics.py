"""Counts for the yearly statistics: received, answered in time, and what became of the parts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.foi.desk import Desk
from assistant.foi.request import Outcome, Request


@dataclass(frozen=True, slots=True)
class Statistics:
    """What happened to the requests received from `first` to `last`, both included."""

    first: date
    last: date
    received: int
    sent: int
    in_time: int
    late: int
    open: int
    open_overdue: int
    refused: int
    under_eir: int
    outcomes: dict[str, int]
    exemptions: dict[str, int]


def statistics(
    requests: Iterable[Request], desk: Desk, first: date, last: date, today: date
) -> Statistics:
    """Count the requests received in a period, as they stand on `today`."""
    chosen = [request for request in requests if first <= request.received <= last]
    due = {request.reference: desk.deadline(request).due for request in chosen}
    sent = [request for request in chosen if request.sent]
    late = [r for r in sent if (d := due[r.reference]) and r.sent and r.sent > d]
    still_open = [request for request in chosen if request.open]
    overdue = [r for r in still_open if (d := due[r.reference]) and today > d]
    outcomes = Counter(part.outcome for request in chosen for part in request.parts if part.outcome)
    used = Counter(n.section for request in chosen for p in request.parts for n in p.refusals)
    return Statistics(
        first=first,
        last=last,
        received=len(chosen),
        sent=len(sent),
        in_time=len(sent) - len(late),
        late=len(late),
        open=len(still_open),
        open_overdue=len(overdue),
        refused=sum(any(p.refusals for p in request.parts) for request in chosen),
        under_eir=sum(request.regime.value == "eir" for request in chosen),
        outcomes={outcome.value: outcomes[outcome] for outcome in Outcome},
        exemptions=dict(sorted(used.items())),
    )
