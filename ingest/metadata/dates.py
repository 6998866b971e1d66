"""The date of a document, of its meeting, and the period it covers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.dates import Period, PeriodKind, find_dates
from ingest.document import DocumentKind, Finding
from ingest.metadata.head import Line

MEETING_KINDS = frozenset(
    {
        DocumentKind.MEETING_MINUTES,
        DocumentKind.MEETING_PAPERS,
        DocumentKind.PANEL_PACK,
        DocumentKind.PANEL_MINUTES,
        DocumentKind.AUDIT_PAPERS,
    }
)
_PACKS = frozenset(
    {DocumentKind.PANEL_PACK, DocumentKind.MEETING_PAPERS, DocumentKind.AUDIT_PAPERS}
)
_PERIOD_KINDS = frozenset(
    {
        DocumentKind.ANNUAL_REPORT,
        DocumentKind.DELIVERY_UPDATE,
        DocumentKind.BUDGET_REPORT,
        DocumentKind.SPENDING,
        DocumentKind.STATEMENT_OF_ACCOUNTS,
        DocumentKind.CUSTODY_VISITING_REPORT,
        DocumentKind.COMPLAINTS_REPORT,
        DocumentKind.EQUALITY_UPDATE,
        DocumentKind.REGISTER,
        DocumentKind.DISCLOSURE_LOG,
    }
)
_CONSULTATIONS = frozenset({DocumentKind.PRECEPT_CONSULTATION, DocumentKind.CONSULTATION_REPORT})
_NO_PERIOD = frozenset({PeriodKind.DAY, PeriodKind.YEARS})
"""A plan's "2022-2024" says neither the day it begins nor the day it ends."""
_MEETING = re.compile(
    r"^\W*(?:date(?:\s+and\s+time)?\s+of\s+(?:the\s+)?meeting|meeting\s+date|"
    r"(?:minutes|notes|summary|record)\s+of\b.{0,90}?\b(?:held\s+)?on|held\s+on)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"^\W*(?:date(?:d)?(?:\s+(?:published|of\s+(?:issue|publication|decision|report|response|letter|"
    r"approval)|issued|approved|signed|adopted|agreed))?|published(?:\s+on)?|publication\s+date|"
    r"issued?(?:\s+date)?|approved(?:\s+on|\s+by\b.{0,60})?|adopted|effective(?:\s+from|\s+date)?|"
    r"last\s+updated|updated|version\s+date|press\s+release)\W*(?:$|[:\t–-]|on\b|by\b|\d|[A-Z])",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(
    r"\b(?:next|previous|last)\s+(?:\w+\s+)?(?:meeting|review)|review|deadline|due|received|closing|"
    r"birth|expir",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\bdate\s+agenda\s+published\b", re.IGNORECASE)
_NAME_DATE = re.compile(r"(?<!\d)(20\d\d)[-_. ]?([01]\d)[-_. ]?([0-3]\d)(?!\d)")
_COVERS = re.compile(
    r"\b(?:covers|covering|for)\s+the\s+(?:reporting\s+|financial\s+)?(?:period|year)\b(?=.{0,12}\d)|"
    r"\b(?:reporting\s+period|period\s+covered)\s*[:\t]",
    re.IGNORECASE,
)
_NEXT_FIELD = re.compile(r"\.\s+(?=[A-Z])|(?<=\d)\s+(?=[A-Z][a-z]+(?: [a-z]+){0,2}:\s)")
"""Where the field ends: at a new sentence, or before the next label ("2025 Reference: 46")."""
_PERIOD_LINES = 10
_LABEL_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Dates:
    """What was found, with how."""

    own: date | None = None
    meeting: date | None = None
    start: date | None = None
    end: date | None = None
    findings: tuple[Finding, ...] = ()


def find_document_dates(
    name: str, text: str, lines: Sequence[Line], title: str, kind: DocumentKind
) -> Dates:
    """The document's own dates, from labelled lines first, then bare ones, then the file's name.

    A meeting's papers and minutes bear the date of the meeting. A letter's or notice's date is
    never taken from running text.
    """
    findings: list[Finding] = []
    found, source, sure = _own_date(name, text, lines, title, kind)
    meeting = found if kind in MEETING_KINDS else None
    if found:
        findings.append(Finding("date", source, sure))
    if meeting:
        findings.append(Finding("meeting_date", source, sure))
    period = _period(name, lines, title, kind)
    if period:
        findings.append(Finding("period", "title and first lines", 0.9))
    return Dates(
        found,
        meeting,
        period.start if period else None,
        period.end if period else None,
        tuple(findings),
    )


def _own_date(
    name: str, text: str, lines: Sequence[Line], title: str, kind: DocumentKind
) -> tuple[date | None, str, float]:
    labels: tuple[re.Pattern[str], ...] = (_DATE,)
    if kind in _PACKS:
        labels = (_DATE, _MEETING)  # the minutes that a pack brings are of the meeting before
    elif kind in MEETING_KINDS:
        labels = (_MEETING, _DATE)
    for label in labels:
        found = _labelled(lines, label)
        if found:
            return found, "labelled line", 0.95
    in_title = _only_day(title)
    if in_title:
        return in_title, "title", 0.9
    alone = _standing_alone(lines)
    if alone:
        return alone, "line with a date alone", 0.8
    if kind is DocumentKind.DECISION_NOTICE and (signed := _signature_date(text)):
        return signed, "beside the signature", 0.8
    named = _in_name(name)
    if named:
        return named, "file name", 0.6
    return None, "", 0.0


def _labelled(lines: Sequence[Line], label: re.Pattern[str]) -> date | None:
    """The day on a line that begins with the label, or alone on the line after."""
    for place, line in enumerate(lines):
        match = label.match(line.text)
        said = _NEXT_FIELD.split(line.text, maxsplit=1)[0]
        if not match or len(said) > _LABEL_LENGTH:
            continue
        if _NOT_THIS.search(said) or _PUBLISHED.search(said):
            continue
        day = _only_day(said)
        if day is None and place + 1 < len(lines) and len(line.text) < 30:
            day = _whole_day(lines[place + 1].text)
        if day is not None:
            return day
    return None


def _only_day(text: str) -> date | None:
    days = {p.start for p in find_dates(text) if p.kind is PeriodKind.DAY}
    return days.pop() if len(days) == 1 else None


def _whole_day(text: str) -> date | None:
    """The day, where the line holds little besides (a time or a weekday)."""
    periods = find_dates(text)
    if len(periods) != 1 or periods[0].kind is not PeriodKind.DAY:
        return None
    rest = text[: periods[0].span.start] + text[periods[0].span.end :]
    rest = re.sub(r"\b(?:at|from|time|\d{1,2}[:.]?\d{0,2}\s?(?:am|pm|hrs|hours)?)\b", "", rest)
    return periods[0].start if len(re.findall(r"\w", rest)) <= 3 else None


def _standing_alone(lines: Sequence[Line]) -> date | None:
    days = [day for line in lines[:30] if (day := _whole_day(line.text))]
    return days[0] if len(set(days)) == 1 else None


def _signature_date(text: str) -> date | None:
    dated = re.findall(
        r"\bdate(?:d)?(?: of decision)?\s*[:\t]\s*([^\n]{6,40})", text, re.IGNORECASE
    )
    days = {day for words in dated if (day := _only_day(words))}
    return days.pop() if len(days) == 1 else None


def _in_name(name: str) -> date | None:
    match = _NAME_DATE.search(name)
    if match:
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    return _only_day(re.sub(r"[_-]+", " ", name))


def _period(name: str, lines: Sequence[Line], title: str, kind: DocumentKind) -> Period | None:
    """The period that the title names, or the first lines, or the file's name."""
    for line in lines if kind in _PERIOD_KINDS | {DocumentKind.POLICE_AND_CRIME_PLAN} else ():
        if (said := _COVERS.search(line.text)) and (stated := find_dates(line.text[said.end() :])):
            return stated[0]
    if kind in _CONSULTATIONS:
        # Its title names the year that the money is for, not when people were asked.
        ran = [p for line in lines for p in find_dates(line.text) if p.kind is PeriodKind.RANGE]
        return ran[0] if len({(p.start, p.end) for p in ran}) == 1 else None
    if kind not in _PERIOD_KINDS:
        return None
    first = [line.text for line in lines[:_PERIOD_LINES] if len(line.text) < _LABEL_LENGTH]
    for text in (title, *first, re.sub(r"_", " ", name)):
        periods = [p for p in find_dates(text) if p.kind not in _NO_PERIOD]
        if len({(p.start, p.end) for p in periods}) == 1:
            return periods[0]
    return None
