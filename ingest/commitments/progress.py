"""What has become of an action: its dated updates and its status, as written."""

import re
from dataclasses import dataclass
from datetime import date

from ingest.commitment import CommitmentStatus, Update
from ingest.dates import PeriodKind, find_dates
from ingest.document import Span

_CLOSED = (
    r"closed|complete[d]?|discharged|done|actioned|fulfilled|no\s+further\s+action|resolved|"
    r"superseded|merged|withdrawn"
)
_OPEN = (
    r"ongoing|on-going|open|in\s+progress|progressing|outstanding|carried\s+forward|pending|"
    r"not\s+(?:yet\s+)?(?:started|due|complete)|on\s+hold|continuing|to\s+be\s+carried\s+forward|"
    r"remains?\s+open|awaiting\s+\w+|overdue|partially\s+complete|part\s+complete"
)
_SAID = re.compile(
    rf"(?:^|(?<=[.!?\n\t;])|(?<=[.!?;][\s\"”’)*]))\s*(?P<words>"
    rf"(?:(?:this\s+)?(?:action|status|item)\s*(?:is|was|now|has\s+been|to\s+be|can\s+be|[:–-])*\s*)?"
    rf"(?:(?P<new>new(?:\s+action)?(?:\s*\([^()]{{4,40}}\))?)|(?P<open>{_OPEN})|(?P<closed>{_CLOSED}))"
    rf"(?:\s*[-–(]?\s*\d[^.\n]{{5,30}}\)?)?)\s*(?=[.!;\n]|$)",
    re.IGNORECASE,
)
_CELL = re.compile(
    rf"\W*(?:(?P<new>new)|(?P<open>{_OPEN}|amber|red)|(?P<closed>{_CLOSED}|green|blue|yes))\b.{{0,60}}",
    re.IGNORECASE | re.DOTALL,
)
_AT_START = 4  # characters of words before the first date that are no update


@dataclass(frozen=True, slots=True)
class Progress:
    """Updates in order; the last status said, with its words and where they stand."""

    updates: tuple[Update, ...]
    status: CommitmentStatus
    words: str = ""
    span: Span | None = None


def read_progress(text: str, span: Span) -> Progress:
    """Read an update cell: "8 October 2024 - Consent received. Action closed."."""
    said = list(_SAID.finditer(text[: span.end], span.start))
    updates = _updates(text, span)
    if not said:
        return Progress(updates, CommitmentStatus.UNKNOWN)
    last = said[-1]
    return Progress(updates, _status(last), last["words"].strip(), Span(*last.span("words")))


def read_status_cell(text: str, span: Span) -> Progress:
    """Read a status column's cell: "Complete", "Open – with the force", "Green"."""
    match = _CELL.fullmatch(text, span.start, span.end)
    if match is None:
        return Progress((), CommitmentStatus.UNKNOWN, span.of(text).strip(), span)
    return Progress((), _status(match), span.of(text).strip(), span)


def _status(match: re.Match[str]) -> CommitmentStatus:
    if match["new"]:
        return CommitmentStatus.NEW
    return CommitmentStatus.OPEN if match["open"] else CommitmentStatus.CLOSED


def _updates(text: str, span: Span) -> tuple[Update, ...]:
    """The cell cut at each date that begins a line or follows a full stop; undated if none does."""
    cell = span.of(text)
    if not cell.strip():
        return ()
    starts: list[tuple[int, date | None]] = [
        (period.span.start, period.start)
        for period in find_dates(cell)
        if period.kind is PeriodKind.DAY and _opens(cell, period.span)
    ]
    if not starts:
        return (_update(text, span.start, span.end, _bracketed_day(cell)),)
    if len(cell[: starts[0][0]].strip(" -–—*\n\t(")) > _AT_START:
        starts.insert(0, (0, None))
    ends = [start for start, _ in starts[1:]] + [len(cell)]
    return tuple(
        _update(text, span.start + start, span.start + end, day)
        for (start, day), end in zip(starts, ends, strict=True)
    )


def _update(text: str, start: int, end: int, day: date | None) -> Update:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Update(day, Span(start, start + len(words)), words)


def _opens(cell: str, date_span: Span) -> bool:
    """Whether a date heads an update: it begins the cell, or a line and a dash or colon follows."""
    before = cell[: date_span.start].rstrip(" *(")
    after = cell[date_span.end :].lstrip(" *)")
    return not before or (before.endswith(("\n", "\t")) and after[:1] in {"-", "–", "—", ":", "\n"})


def _bracketed_day(cell: str) -> date | None:
    match = re.search(r"\(([^()]{6,40})\)\W*$", cell)
    days = [p.start for p in find_dates(match[1]) if p.kind is PeriodKind.DAY] if match else []
    return days[0] if len(days) == 1 else None
