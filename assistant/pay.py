"""Whose pay a sentence tells, and who pays: the Chief Constable's is not the Commissioner's."""

import re
from dataclasses import dataclass

_ASKED = re.compile(
    r"\b(?:salar(?:y|ies)|remunerat\w+|wages?|earns?|earned)\b|['’]s (?:own )?pay\b"
    r"|\bpay of (?:the|a|an|our|your)\b"
    r"|\b(?:is|was|are|were|gets?|got|be|being|been)\b[^?.;]{0,40}\bpaid\b(?! (?:for|by|to|out)\b)",
    re.IGNORECASE,
)
_PAY = re.compile(r"\b(?:salar(?:y|ies)|remunerat\w+|wages?|earn\w*|pay|paid)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:(?P<grade>deputy|assistant|vice)\s+)?(?:(?:acting|temporary|interim|senior)\s+)?"
    r"(?P<office>(?:police and crime )?commissioner|pcc|chief constable|cc|chief executive|ceo"
    r"|chief (?:finance|operating|fire) officer|cfo|chief officer|(?:chief )?superintendent"
    r"|(?:chief )?inspector|sergeant|constable|director|(?:\w+ )?manager"
    r"|chair(?:man|woman|person)?)"
    r"(?:['’]?s)?\b(?!['’]s? (?:office|team|staff)| (?:office|team|staff))"
    r"|\b(?P<lesser>d|a)cc\b|\b(?P<alone>deputy)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\b(?:his|her|their)\b", re.IGNORECASE)
_NAMES = {
    "pcc": "commissioner",
    "police and crime commissioner": "commissioner",
    "cc": "chief constable",
    "ceo": "chief executive",
    "cfo": "chief finance officer",
}


@dataclass(frozen=True, slots=True)
class _Office:
    """An office by its name, "" for "the deputy" alone, and its grade: deputy or assistant."""

    name: str
    grade: str

    def may_be(self, other: "_Office") -> bool:
        return self.grade == other.grade and (self.name == other.name or not other.name)


def tells_anothers_pay(question: str, said: str, around: str) -> bool:
    """Whether `question` asks what an office is paid, and `said` tells it of another, or of none.

    The office named nearest to the pay is the one it is of; where `said` names none, the nearest
    in the words `around` it. A sum without a word of pay, in `said` or around it, is none.
    """
    if not _ASKED.search(question):
        return False
    asked = [office for _, office in _offices(question)]
    if len(asked) != 1:
        return False
    if not _PAY.search(f"{said} {around}"):
        return True
    of = _nearest(said) or _nearest(around)
    if of is None and _THEIRS.search(said):
        return not any(asked[0].may_be(office) for _, office in _offices(around))
    return of is None or not asked[0].may_be(of)


def _nearest(text: str) -> _Office | None:
    """The office whose name stands nearest to a word of pay, or the only one there is."""
    offices = _offices(text)
    pay = [match.start() for match in _PAY.finditer(text)]
    if not offices or not pay:
        return offices[0][1] if len(offices) == 1 else None
    return min(offices, key=lambda found: min(abs(found[0] - at) for at in pay))[1]


def _offices(text: str) -> list[tuple[int, _Office]]:
    found = []
    for match in _OFFICE.finditer(text):
        if match["alone"]:
            office = _Office("", "deputy")
        elif match["lesser"]:
            grade = "deputy" if match["lesser"].lower() == "d" else "assistant"
            office = _Office("chief constable", grade)
        else:
            name = re.sub(r"['’]?s$", "", match["office"].lower())
            office = _Office(_NAMES.get(name, name), (match["grade"] or "").lower())
        found.append((match.start(), office))
    return found


_ASKS_WHO_PAYS = re.compile(
    r"\bwho(?:(?:['’]s| is| was| are| were| has been) (?:pay|fund|financ|foot)ing"
    r"|(?: has| had| did| will| would| should)?"
    r" (?:pays?|paid|fund(?:s|ed)?|financ(?:es?|ed)|foot(?:s|ed)?))\b",
    re.IGNORECASE,
)
_OF_PAYING = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|fund\w*|financ\w+|grants?|costs?|contribut\w+|budgets?|spen[dt]\w*"
    r"|money|sponsor\w*|met by|charged?|expense)\b|£",
    re.IGNORECASE,
)


def tells_who_pays(asked: str, text: str) -> bool:
    """Whether `text` speaks of paying, where `asked` is who pays; true of any other question."""
    return not _ASKS_WHO_PAYS.search(asked) or _OF_PAYING.search(text) is not None
