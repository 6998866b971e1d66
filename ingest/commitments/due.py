"""When something is due: the words, and the window of days that they mean. Never a made-up day."""

import re
from collections.abc import Sequence
from datetime import date

from ingest.commitment import Due
from ingest.dates import Period, PeriodKind, Yearless, financial_year, find_dates, find_yearless
from ingest.document import Span

_UNTIL = re.compile(
    r"\b(?:by|before|no\s+later\s+than|not\s+later\s+than|until|deadline\s+of)\s+"
    r"(?:(?:the\s+)?(?:end|close|middle|start|beginning)\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:in|during|on|for|from|around|early|late|mid|at|to|since|(?:the\s+)?(?:end|start|middle)\s+of)"
    r"[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?P<words>later\s+(?:this|in\s+the)\s+(?P<later>year|month|week)|"
    r"(?P<end>(?:by\s+)?the\s+end\s+of\s+(?:this|the)\s+(?P<ending>(?:financial\s+)?year|month))|"
    r"(?:early\s+)?(?:in\s+the\s+)?next\s+(?P<next>financial\s+year|calendar\s+year|year|month)|"
    r"within\s+(?:the\s+next\s+)?(?P<count>\d{1,2}|two|three|four|six|twelve)\s+(?P<unit>week|month)s?|"
    r"(?P<christmas>by|before)\s+christmas|(?:in|around|over)\s+(?:the\s+)?christmas(?:\s+period)?)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?P<words>in\s+due\s+course|as\s+soon\s+as\s+(?:possible|practicable)|"
    r"(?:at|for|to|in|before)\s+(?:the|a|our)\s+(?:next|future)\s+(?:PCC\s+)?[\w ]{0,40}?"
    r"(?:meetings?|papers|reports?|panel|update)|in\s+(?:the\s+)?(?:near\s+)?future(?:\s+reports?)?|"
    r"(?:at|in)\s+the\s+next\s+annual\s+report|shortly|soon|quarterly|annually|monthly)\b",
    re.IGNORECASE,
)
_OCCASION = re.compile(r"(?:\s+[a-z]+)?\s+(?:meetings?|papers|reports?|panel)\b")
_COUNTS = {"two": 2, "three": 3, "four": 4, "six": 6, "twelve": 12}
_REACH = 48  # characters looked at before a date


def find_due(words: str, said: date | None, next_meeting: date | None = None) -> Due | None:
    """The due words of an undertaking said on day `said`, with the window they mean.

    Words that count from the day of saying mean nothing where that day is unknown. "Later this
    year", said on 8 July 2025, is from then to 31 December 2025.
    """
    for candidate in (_dated(words, said), _relative(words, said), _vague(words, next_meeting)):
        if candidate is not None:
            return candidate
    return None


def _dated(words: str, said: date | None) -> Due | None:
    """The first date or period that a time word introduces and that is not past."""
    found: list[tuple[Span, date, date]] = [
        (period.span, period.start, period.end)
        for period in find_dates(words)
        if period.kind not in {PeriodKind.YEARS, PeriodKind.YEAR_TO} and _ahead(period, said)
    ]
    if said is not None:
        found += _yearless(find_yearless(words), said)
    windows = []
    for span, start, end in sorted(found):
        before = words[max(0, span.start - _REACH) : span.start]
        until = _UNTIL.search(before)
        lead = until or _WHEN.search(before)
        if lead is not None:
            more = _OCCASION.match(words, span.end)
            said_words = words[span.start - len(lead.group()) : more.end() if more else span.end]
            opens = said if until and said is not None else start
            windows.append((until is None, Due(said_words.strip(), min(opens, end), end)))
    # "by the end of March" says more than "for 2020/21".
    return min(windows, key=lambda each: each[0])[1] if windows else None


def _ahead(period: Period, said: date | None) -> bool:
    return said is None or period.end >= said


def _yearless(found: Sequence[Yearless], said: date) -> list[tuple[Span, date, date]]:
    """Months and days as they next come round after `said`."""
    windows = []
    for each in found:
        for year in (said.year, said.year + 1):
            days = each.in_year(year)
            if days is not None and days[1] >= said:
                windows.append((each.span, *days))
                break
    return windows


def _relative(words: str, said: date | None) -> Due | None:
    match = _RELATIVE.search(words)
    if match is None:
        return None
    window = _window(match, said) if said is not None else None
    return Due(match["words"], *(window or (None, None)))


def _window(match: re.Match[str], said: date) -> tuple[date, date] | None:
    year_end = date(said.year, 12, 31)
    if unit := (match["later"] or match["ending"]):
        if unit.lower().startswith("financial"):
            return said, financial_year(said.year - (said.month < 4))[1]
        if unit.lower() == "year":
            return said, year_end
        return said, _month_end(said) if unit.lower() == "month" else _after(said, 7)
    if unit := match["next"]:
        if unit.lower().startswith("financial"):
            return financial_year(said.year - (said.month < 4) + 1)
        if unit.lower() == "month":
            first = _month_end(said).toordinal() + 1
            return date.fromordinal(first), _month_end(date.fromordinal(first))
        return date(said.year + 1, 1, 1), date(said.year + 1, 12, 31)
    if match["count"]:
        count = _COUNTS.get(match["count"].lower()) or int(match["count"])
        if match["unit"].lower() == "week":
            return said, _after(said, 7 * count)
        return said, _months_on(said, count)
    christmas = date(said.year, 12, 25)
    return (said, christmas) if match["christmas"] and said <= christmas else None


def _after(day: date, days: int) -> date:
    return date.fromordinal(day.toordinal() + days)


def _month_end(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return _after(following, -1)


def _months_on(day: date, count: int) -> date:
    months = day.year * 12 + day.month - 1 + count
    end = _month_end(date(months // 12, months % 12 + 1, 1))
    return min(end, end.replace(day=min(day.day, end.day)))


def _vague(words: str, next_meeting: date | None) -> Due | None:
    match = _VAGUE.search(words)
    if match is None:
        return None
    said = match["words"]
    if next_meeting is not None and re.search(r"\bnext\b.*\b(?:meeting|papers)\b", said, re.I):
        return Due(said, None, next_meeting)
    return Due(said, None, None)
