"""How new a candidate is beside the others found: the newest wins unless a time is named."""

from collections.abc import Sequence
from datetime import date

from assistant.candidates import Candidate
from assistant.periods import dates_in
from assistant.question import Question, asks_of_present


def recency_of(candidates: Sequence[Candidate]) -> dict[str, float]:
    """Each document's place among the dates of those found: 1 the newest, 0 the oldest."""
    dates = {c.document.sha256: _dated(c) for c in candidates}
    order = sorted({day for day in dates.values() if day})
    if len(order) < 2:
        return dict.fromkeys(dates, 0.0)
    return {sha: order.index(day) / (len(order) - 1) if day else 0.0 for sha, day in dates.items()}


def _dated(candidate: Candidate) -> date | None:
    metadata = candidate.document.metadata
    return metadata.meeting_date or metadata.date or metadata.period_end


def newest(question: Question, candidate: Candidate, recency: float) -> float:
    """How far recency counts: not where a time is named, three times where the present is.

    Of rows by date, the last one is then the newest.
    """
    if question.periods or question.yearless:
        return 0.0
    if not asks_of_present(question.searched):
        return recency
    return recency * (2.0 if _later_rows(candidate) else 3.0)


def _later_rows(candidate: Candidate) -> bool:
    """Whether it is a row labelled by its time, and another row of its table by a later one."""
    if candidate.table is None or candidate.row is None:
        return False
    rows = candidate.document.tables[candidate.table].rows
    own = dates_in(" ".join(rows[candidate.row].labels))
    others = [dated[0] for row in rows if (dated := dates_in(" ".join(row.labels)))]
    return bool(own) and any(other.start > own[0].start for other in others)
