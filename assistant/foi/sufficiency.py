"""Whether an answer from the library is enough for what a requester asked.

The answering pipeline says what the documents hold; a request often wants more than that: a
document itself, a figure for every year, a place or a name that the documents never mention.
"""

import re
from dataclasses import dataclass
from datetime import date

from assistant.answer import Answer
from assistant.foi.request import Outcome
from ingest.dates import find_dates

_NAME = re.compile(r"(?<![.!?:]\s)(?<!^)\b(?:[A-Z][a-z'’]+|[A-Z]{2,}[a-z]?)\b")
_FULL_NAME = re.compile(rf"{_NAME.pattern}(?: (?:of |and )?[A-Z][\w'’]+)*")
_COMMON = frozenset(
    "I Commissioner Commissioners Chief Constable Constabulary Deputy Assistant Police Crime PCC "
    "PCCs OPCC Act Freedom Information Office Force County Panel Council Home Secretary Government "
    "Please Section January February March April May June July August September October November "
    "December Monday Tuesday Wednesday Thursday Friday Saturday Sunday FOI FOIA FTE England Wales "
    "UK English British Executive Finance Officer Head Department Ministry Minister Mr Mrs CEO "
    "Ms Dr CC DCC ACC The A An And Of For In Number Copy Copies Details Excel CSV PDF".split()
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]?(?: \d[A-Z]{2})?\b")
_FINE = re.compile(
    r"\b(?:by|for each|per|in each|each|every|individual) (?P<unit>street|road|postcode|ward|"
    r"parish|beat|address|household|officer|constable|employee|individual|person|offender)s?\b",
    re.IGNORECASE,
)
"""A break-down so fine that only a source which has the same one can answer it."""
_EACH = re.compile(
    r"\b(?:each|every|per)\b(?: of the (?:last|past) \w+)?(?: \w+){0,2}? "
    r"(?P<unit>month|quarter|year)|"
    r"\b(?:monthly|quarterly|annual(?:ly)?|yearly|by (?:month|quarter|year))\b|\bthose years\b|"
    r"\b(?:last|past|each of(?: the)?) (?P<count>two|three|four|five|six|ten|\d+) (?:\w+ )?"
    r"(?P<span>months|years|quarters)",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\b(?:broken down|break(?:ing)? down|breakdown|split|separately|by (?:district|area|gender|"
    r"age|ethnicity|type|category|rank|department))\b",
    re.IGNORECASE,
)
_SPLIT_BY = re.compile(
    r"\b(?:split|broken down|break-?down|separately|divided)\b[^.?;]{0,20}?\bby (?:the |each )?"
    r"(?P<unit>sites?|locations?|cameras?|streets?|wards?|parish(?:es)?|schools?|officers?|"
    r"genders?|sex|ages?|ethnicity|ranks?|departments?|teams?|hours?|weekdays?)\b",
    re.IGNORECASE,
)
_WITHHELD = re.compile(
    r"\b(?:confidential|exempt|restricted) (?:annex|appendix|appendices|report|papers?|part|"
    r"item)\b|"
    r"\b(?:not for publication|exempt from (?:publication|disclosure)|withheld from publication)\b",
    re.IGNORECASE,
)
"""How a document says that something is not published."""
_TOTAL = re.compile(
    r"\b(?:total|overall|entire|whole|full|complete) (?:\w+ )?(?:bill|costs?|price|spend(?:ing)?|"
    r"expenditure|sum|amount|budget)\b",
    re.IGNORECASE,
)
_SUMMED = re.compile(
    r"\b(?:totals?|totalled|overall|altogether|in all|entire|whole|full|sum of|combined)\b",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(
    r"\b(?:names?|lists?|details)\b[^.?;]{0,40}\b(?:all|every|each|any)\b[^.?;]{0,60}\bha(?:s|ve|"
    r"d)\b",
    re.IGNORECASE,
)
"""A list of all there ever were, which no library can be known to hold."""
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_FIGURE = re.compile(r"(?<![\w/.-])£?\d[\d,]*(?:\.\d+)?%?(?![\w/])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SINCE = re.compile(r"\b(?:since|from)\b[^.?;]{0,20}?((?:19|20)\d\d)", re.IGNORECASE)
_MONTHS, _QUARTERS = 12, 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer is worth for an ask, and why it is not worth more."""

    outcome: Outcome
    note: str = ""


def weigh(ask: str, answer: Answer, received: date, least_confidence: float) -> Verdict:
    """The outcome that `answer` allows for `ask` of a letter received on `received`."""
    kind = answer.status.value.split("_")[0]
    if kind not in ("answered", "partial") or not answer.citations:
        return Verdict(Outcome.NOT_FOUND)
    if answer.text.rstrip("\"'” ").endswith("?"):
        return Verdict(Outcome.NOT_FOUND, "Only the same question was found, asked earlier.")
    if answer.confidence < least_confidence:
        return Verdict(Outcome.NOT_FOUND, "What was found is too unlike the question.")
    shown = _shown(answer)
    if missing := _missing_place(ask, shown):
        return Verdict(Outcome.NOT_FOUND, f"Nothing found mentions {missing}.")
    if _WITHHELD.search(answer.text) and not _WITHHELD.search(ask) and not _figures(answer):
        return Verdict(Outcome.NEEDS_PERSON, "The documents speak of it as confidential.")
    split = _SPLIT_BY.search(ask)
    if split and split["unit"].casefold().rstrip("s") not in shown:
        return Verdict(Outcome.PARTIAL, f"A break-down by {split['unit']} was not found.")
    wanted = _periods_wanted(ask, received)
    given = len(_figures(answer))
    if wanted > 1 and given < wanted:
        return Verdict(Outcome.PARTIAL, f"{wanted} periods are asked for; fewer were found.")
    if _SPLIT.search(ask) and given < 2:
        return Verdict(Outcome.PARTIAL, "A break-down is asked for and was not found.")
    if _TOTAL.search(ask) and not _SUMMED.search(_told(answer)):
        return Verdict(Outcome.PARTIAL, "A total is asked for; no source calls its figure one.")
    if _EVERYBODY.search(ask) and not find_dates(ask):
        return Verdict(Outcome.PARTIAL, "All there ever were are asked for; there may be more.")
    return Verdict(Outcome.ANSWERED if kind == "answered" else Outcome.PARTIAL)


def names_in(words: str) -> tuple[str, ...]:
    """The names in `words`, longest stretches first come, without those of any office."""
    names = (match.group().removesuffix("'s") for match in _FULL_NAME.finditer(words))
    return tuple(name for name in names if not set(name.split()) <= _COMMON)


def _shown(answer: Answer) -> str:
    return " ".join(
        f"{citation.title} {citation.locator} {citation.passage} {citation.quote}"
        for citation in answer.citations
    ).casefold()


def _missing_place(ask: str, shown: str) -> str:
    """The place or name that the ask turns on and nothing shown mentions, or ""."""
    for code in _POSTCODE.findall(ask):
        if code.casefold() not in shown and not _YEAR.fullmatch(code):
            return str(code)
    fine = _FINE.search(ask)
    if fine and not re.search(rf"\b(?:each|every|per|by) {fine['unit'].casefold()}", shown):
        return f"figures {fine.group()}"
    names = [name for name in _NAME.findall(ask) if name not in _COMMON]
    if names and not any(name.casefold().rstrip("'’s") in shown for name in names):
        return " or ".join(dict.fromkeys(names))
    return ""


def _periods_wanted(ask: str, received: date) -> int:
    """How many figures a series asked for would have; 1 when no series is asked for."""
    match = _EACH.search(ask)
    if not match:
        return 1
    unit = (match["unit"] or match["span"] or match.group()).casefold()
    per_year = _MONTHS if "month" in unit else _QUARTERS if "quarter" in unit else 1
    if match["count"]:
        return _COUNTS.get(match["count"].casefold()) or int(match["count"])
    if since := _SINCE.search(ask):
        return max(1, (received.year - int(since[1]) + 1) * per_year)
    years = {period.start.year for period in find_dates(ask)}
    return max(len(years) * per_year, 2)


def _figures(answer: Answer) -> set[str]:
    return {figure for figure in _FIGURE.findall(_told(answer)) if not _YEAR.fullmatch(figure)}


def _told(answer: Answer) -> str:
    return " ".join((answer.text, *(citation.quote for citation in answer.citations)))
