"""The police and crime plan that a document belongs to, and what it replaces."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from ingest.dates import find_dates
from ingest.document import DocumentKind, Finding
from ingest.metadata.head import Line

_PLAN = re.compile(
    r"(?:(?:(?!The |This |Our |My |His |Her |Draft |New )[A-Z]\w+['’]?s? )?"
    r"Police(?:,| and)(?: Fire and)? Crime(?: and Community Safety)? Plan)"
    r"(?: for (?:[A-Z]\w+ ?){1,3})?[\s,(]*(?P<years>20\d\d\s?[-–—/]\s?(?:20)?\d\d)"
)
_ITEM = r"(?:plan|policy|document|version|report|strategy|scheme|procedure|statement|edition)"
_SUPERSEDES = re.compile(
    rf"(?:^|(?:^|\.\s)It\s+(?:also\s+)?|\bthis\s+(?:new\s+|revised\s+)?{_ITEM}\s+)"
    r"(?:supersedes|replaces)\s*:?\s+(?:the\s+|our\s+)?"
    rf"(?P<what>(?=[^;,.\n]*\b{_ITEM}\b)[^;,.\n](?:[^;,\n.]|\.\d){{3,139}})",
    re.IGNORECASE,
)
_PLAN_KINDS = frozenset(
    {
        DocumentKind.MEETING_MINUTES,
        DocumentKind.MEETING_PAPERS,
        DocumentKind.PANEL_PACK,
        DocumentKind.PANEL_MINUTES,
        DocumentKind.ANNUAL_REPORT,
        DocumentKind.DELIVERY_UPDATE,
    }
)
_APRIL = 4  # plans run by financial years
_CLEAR = 0.9  # share of the mentions with years that must agree


def find_plan(
    text: str, lines: Sequence[Line], kind: DocumentKind, day: date | None = None
) -> tuple[str | None, Finding | None]:
    """The plan's title with its years as written, if the head or most mentions agree on one.

    A plan that only begins after `day`, the document's own, is one that it prepares and not the
    one it belongs to.
    """
    if kind not in _PLAN_KINDS:
        return None, None
    head = "\n".join(line.text for line in lines)
    for scope, source, sure in (
        (head, "first lines", 0.9),
        (text, "mentions throughout", 0.8),
    ):
        titles = _titles(scope)
        counts = Counter({years: len(found) for years, found in titles.items()})
        if counts:
            years, count = counts.most_common(1)[0]
            begun = day is None or date(years[0], _APRIL, 1) <= day
            if begun and count >= _CLEAR * counts.total():
                title = Counter(titles[years]).most_common(1)[0][0]
                return title, Finding("plan", source, sure)
    return None, None


def _titles(text: str) -> dict[tuple[int, int], list[str]]:
    """The titles found, by the years they run from and to."""
    titles: dict[tuple[int, int], list[str]] = {}
    for match in _PLAN.finditer(re.sub(r"\s*\n\s*", " ", text)):
        periods = find_dates(match["years"])
        if periods:
            years = periods[0].start.year, periods[0].end.year
            titles.setdefault(years, []).append(re.sub(r"\s+", " ", match.group()).strip())
    return titles


def find_superseded(lines: Sequence[Line]) -> tuple[str | None, Finding | None]:
    """What the document says, in its first lines, that it replaces."""
    for line in lines:
        match = _SUPERSEDES.search(line.text)
        if match:
            return match["what"].strip(" ,"), Finding("supersedes", "first lines", 0.8)
    return None, None
