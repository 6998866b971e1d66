"""Papers that a follow-up points at by way of another: "the plan before that", "the next meeting".

And what a numbered paper is about: others speak of that, and not of its number.
"""

import re
from collections.abc import Sequence
from datetime import date

from index.results import DocumentRecord
from ingest.dates import find_dates
from ingest.document import DocumentKind

_KINDS = {
    "plan": frozenset({DocumentKind.POLICE_AND_CRIME_PLAN}),
    "meeting": frozenset({DocumentKind.MEETING_MINUTES}),
    "annual report": frozenset({DocumentKind.ANNUAL_REPORT}),
    "report": frozenset({DocumentKind.ANNUAL_REPORT}),
}
_NOUN = r"(?P<noun>plan|meeting|annual report|report)"
_BESIDE = re.compile(
    rf"\bthe {_NOUN} (?:(?:just |right )?(?P<side>before|after) (?:that|it|this)(?: one)?"
    r"|(?P<bare>before|after)(?=\W*$))\b|"
    r"\bthe (?P<order>previous|preceding|following|next|earlier) "
    + _NOUN.replace("noun", "named")
    + r"\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+/\d+|\d+")
_EARLIER = frozenset({"before", "previous", "preceding", "earlier"})


def points_beside(question: str) -> bool:
    """Whether the question points at a paper by way of the one before or after it."""
    return bool(_BESIDE.search(question))


def put_edition_in(question: str, basis: str, records: Sequence[DocumentRecord]) -> str:
    """`question` with the paper that it points at beside the one of `basis` said by its date."""
    match = _BESIDE.search(question)
    if not match:
        return question
    noun = (match["noun"] or match["named"]).lower()
    side = (match["side"] or match["bare"] or match["order"]).lower()
    series = sorted((r for r in records if r.metadata.kind in _KINDS[noun]), key=_day)
    at = next((i for i, r in enumerate(series) if _is_asked_about(r, basis)), None)
    beside = None if at is None else at - 1 if side in _EARLIER else at + 1
    if beside is None or not 0 <= beside < len(series):
        return question
    said = _said(series[beside])
    if not said:
        return question
    return f"{question[: match.start()]}the {said} {noun}{question[match.end() :]}"


def subject_of(thing: str, records: Sequence[DocumentRecord]) -> str:
    """What the paper that `thing` names by its number is about: "decision 2024/18" is a fund."""
    number = _NUMBER.search(thing)
    if not number or "/" not in number.group():
        return ""
    titles = [r.metadata.title for r in records if number.group() in r.metadata.title]
    _, _, subject = titles[0].partition(": ") if len(titles) == 1 else ("", "", "")
    return subject


def _day(record: DocumentRecord) -> date:
    return record.metadata.meeting_date or record.metadata.date or date.min


def _is_asked_about(record: DocumentRecord, basis: str) -> bool:
    """Whether the basis names the very time that the paper is of."""
    titled = {(p.start, p.end) for p in find_dates(record.metadata.title)}
    return any(
        (p.start, p.end) in titled or (p.start == p.end == record.metadata.meeting_date)
        for p in find_dates(basis)
    )


def _said(record: DocumentRecord) -> str:
    if met := record.metadata.meeting_date:
        return f"{met.day} {met:%B %Y}"
    dates = find_dates(record.metadata.title)
    return dates[0].span.of(record.metadata.title) if dates else ""
