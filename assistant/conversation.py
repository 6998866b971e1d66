"""A follow-up made whole from the questions before it.

Earlier questions say what it is about. An answer may have been wrong, so answers are read only for
what the follow-up points at: "he", "the first of them".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Turn
from assistant.editions import points_beside, put_edition_in, subject_of
from assistant.referents import Referents, about_in, points_at_a_person
from index.results import DocumentRecord
from ingest.dates import Period, PeriodKind, find_dates

_CONTINUES = re.compile(
    r"^(?:and|but|so|ok(?:ay)?|what about|how about|same(?: question)?(?: for)?|also)\b[\s,]*",
    re.IGNORECASE,
)
_ONLY_A_PLACE_OR_TIME = re.compile(
    r"^(?:in|for|at|from|of|during|by)?\s*(?:the\s+)?(?P<name>(?:[A-Z0-9][\w'’/&-]*\s?){1,6})\??$"
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|those|these|this|he|him|his|she|her|then|the same"
    r"|(?:the )?(?:first|second|third|last|latter|former) (?:one|of them))\b"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\bthere\b"
    r"(?! (?:is|are|was|were|(?:has|have|had) been|(?:may|might|will|would|could) be)\b)"
    r"|\bthat(?=\W*$|,| (?:one|time|year|day|meeting|plan|report|contract|fund|scheme|work)\b)"
    r"|\b(?:of|for|to|about|with|in|on|before|after|than|by|from|at|is|was|does|did|has|will)"
    r" that\b",
    re.IGNORECASE,
)
_IN_THE_END = re.compile(
    r"\s*\b(?:in the end|eventually|ultimately|finally|since then|afterwards|later on|by now)\b",
    re.I,
)
"""Words that ask what came of a matter, at a later time than the one asked about before."""
_BARE_ASK = re.compile(r"^(?:why|when|who|where|how|how much|how many|by when|since when)\b", re.I)
_YEAR_BEFORE = re.compile(
    r"\b(?:the )?(?:(?:year|one) before(?: that)?|previous year|preceding year|prior year)\b", re.I
)
_YEAR_AFTER = re.compile(
    r"\b(?:the )?(?:(?:year|one) after(?: that)?|following year|next year|subsequent year)\b", re.I
)
_PLACED_NAME = re.compile(
    r"\b(?:in|for|at|from|of)\s+(?:the\s+)?((?:[A-Z][\w'’&-]*)(?:\s(?:and\s|of\s)?[A-Z][\w'’&-]*)*)"
)
_REMEMBERED = 3
"""Questions back that a follow-up may lean on."""
_SUBJECTLESS = 9
"""Words up to which a question without a subject of its own may be about the one before it."""
_SHORT = 6
_LONG = 16


def leans_on_history(question: str) -> bool:
    """Whether `question` cannot be understood without the one before it."""
    size = len(question.split())
    if _CONTINUES.match(question) and size <= _LONG:
        return True
    if _YEAR_BEFORE.search(question) or _YEAR_AFTER.search(question):
        return size <= _SHORT + 2
    if size <= _SHORT and _ONLY_A_PLACE_OR_TIME.match(question):
        return True
    if any(p.search(question) for p in (_POINTS_BACK, _IN_THE_END)) or points_beside(question):
        return size <= _LONG
    return _is_bare(question)


def _is_bare(question: str) -> bool:
    return len(question.split()) < _SHORT - 1 and bool(_BARE_ASK.match(question))


@dataclass(frozen=True, slots=True)
class Whole:
    """A follow-up with what it leans on.

    `asked` are its own words with what its pointing words stand for, or the earlier question's
    with the time or place that it names. `behind` are the earlier questions that say what it is
    about, the nearest first. `close` is whether its words show that it leans on them.

    `person` and `office` are whom its "he" or "she" stands for, `about` what it asks of that which
    it points at ("his salary"). `doubted` is a person whom only an answer named. `outcome` is
    whether it asks what came of the matter in the end.
    """

    asked: str
    behind: tuple[str, ...] = ()
    close: bool = False
    person: str = ""
    office: str = ""
    about: str = ""
    doubted: str = ""
    outcome: bool = False

    @property
    def text(self) -> str:
        """One wording of it all."""
        return " – ".join((*(q.rstrip(" ?.!") for q in reversed(self.behind)), self.asked))

    @property
    def acted_on(self) -> str:
        """The wording that may ask for an action: how it ended may be told elsewhere."""
        return self.asked if self.outcome else self.text


_NOTHING = Referents()


def make_whole(
    question: str, history: Sequence[Turn], records: Sequence[DocumentRecord] = ()
) -> Whole:
    """`question` with the earlier questions that it needs to be understood.

    A follow-up that names only another time or place takes that one's place in the earlier
    question; any other is asked against the background of the questions before it. `records` are
    the papers among which "the plan before that" is found.
    """
    last: Whole | None = None
    known = _NOTHING
    for turn in history:
        last = _made_whole(turn.question, last, known, records)
        known = known.after(turn.question, last.asked, turn.answer, bool(last.behind))
    return _made_whole(question, last, known, records)


def _made_whole(
    question: str,
    last: Whole | None,
    known: Referents,
    records: Sequence[DocumentRecord],
) -> Whole:
    if last is None:
        return Whole(question)
    if not leans_on_history(question):
        short = len(question.split()) <= _SUBJECTLESS
        return Whole(question, (last.asked, *last.behind)[:_REMEMBERED] if short else ())
    rest = _CONTINUES.sub("", question).strip() or question
    if changed := _shifted(last.asked, rest) or _replaced(last.asked, rest):
        return replace(last, asked=changed, outcome=False)
    outcome = bool(_IN_THE_END.search(rest))
    asked = known.put_in(put_edition_in(_IN_THE_END.sub("", rest), last.asked, records))
    if outcome and (subject := subject_of(known.thing, records)):
        asked = f"{asked.rstrip(' ?')} – {subject}?"
    if _is_bare(rest) and known.found:
        asked = f"{asked.rstrip(' ?')} – {known.found}?"
    pointed = points_at_a_person(rest) or bool(known.found and known.found in asked)
    return Whole(
        asked,
        (last.asked, *last.behind)[:_REMEMBERED],
        close=True,
        person=known.person if pointed else "",
        office=known.office if pointed else "",
        about=about_in(rest),
        doubted=known.doubted,
        outcome=outcome,
    )


def _shifted(basis: str, rest: str) -> str | None:
    """The basis a year earlier or later, where the follow-up asks just that."""
    if len(rest.split()) > _SHORT + 2:
        return None
    years = -1 if _YEAR_BEFORE.search(rest) else 1 if _YEAR_AFTER.search(rest) else 0
    periods = find_dates(basis)
    if not years or not periods:
        return None
    period = periods[-1]
    said = _year_said(period, years)
    return _with(basis, period, said) if said else None


def _year_said(period: Period, years: int) -> str | None:
    first = period.start.year + years
    if period.kind is PeriodKind.FINANCIAL_YEAR:
        return f"{first}/{(first + 1) % 100:02d}"
    if period.kind is PeriodKind.YEAR:
        return str(first)
    if period.kind is PeriodKind.MONTH:
        return f"{period.start:%B} {first}"
    return None


def _with(basis: str, period: Period, said: str) -> str:
    return basis[: period.span.start] + said + basis[period.span.end :]


def _replaced(basis: str, rest: str) -> str | None:
    """The basis with its time or place changed for the only one that the follow-up names."""
    match = _ONLY_A_PLACE_OR_TIME.match(rest)
    named = find_dates(rest)
    if len(named) == 1 and len(rest.split()) <= _SHORT:
        if periods := find_dates(basis):
            return _with(basis, periods[-1], named[0].span.of(rest))
        return f"{basis.rstrip(' ?.!')} in {named[0].span.of(rest)}?"
    if match and (places := list(_PLACED_NAME.finditer(basis))):
        start, end = places[-1].span(1)
        return basis[:start] + match["name"].strip() + basis[end:]
    return None
