"""Whom a question means: "ACC Dean", "the chief constable", "the Commissioner's office"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.commitments.register import Register
from assistant.commitments.thread import Thread

_BRACKETS = re.compile(r"\([^()]*\)")
_SHORT = re.compile(r"\(((?:T/)?[A-Z]{2,5})\)")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_RANK = re.compile(
    r"\b(?:T/)?(?:ACC|ACO|DCC|CC|PCC|DPCC|Mr|Mrs|Ms|Miss|Dr|Cllr|Sir|Dame|Chief Superintendent|"
    r"Superintendent|Inspector|Sergeant)\b\.?"
)
_BODIES = (
    ("force", re.compile(r"\b(?:constabulary|police force|the force|the police)\b", re.IGNORECASE)),
    (
        "office",
        re.compile(
            r"\b(?:OPCC\w*|commissioner['’]?s office|PCC['’]s office|"
            r"office of the (?:police and crime )?commissioner)\b",
            re.IGNORECASE,
        ),
    ),
)
_FORCE = re.compile(r"\b(?:Constabulary|Police)\b")
_OFFICE = re.compile(r"\bO(?:P[F]?CC|ffice of the)", re.IGNORECASE)
_PLAIN = {
    "chief constable": "CC",
    "deputy chief constable": "DCC",
    "police and crime commissioner": "PCC",
    "commissioner": "PCC",
}
_DOES = r"\b(?:for|by|of|does|do|did|has|have|is|was|will|should|must|from|with|to)\s+(?:the\s+)?$"


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody a question names, and a test of whether a thread is theirs."""

    words: str
    names: frozenset[str]  # in small letters, without "the"
    body: str = ""  # "force" or "office", where a whole body is meant

    def owns(self, thread: Thread) -> bool:
        """Whether any record of the thread names this owner (or, for a body, somebody of it)."""
        for item in thread.items:
            commitment = item.commitment
            if self.body:
                pattern = _FORCE if self.body == "force" else _OFFICE
                if pattern.search(commitment.body) or pattern.search(commitment.owner):
                    return True
            elif self.names & aliases(commitment.owner, commitment.role):
                return True
        return False


def find_owner(question: str, register: Register) -> Owner | None:
    """The owner that a question is about; where it names several, the one that is to act."""
    found: dict[str, tuple[int, Owner]] = {}
    for alias in _known(register.threads):
        pattern = re.compile(rf"(?<!\w){re.escape(alias)}(?:['’]s)?(?!\w)", _case(alias))
        match = pattern.search(question)
        if match:
            found[alias] = match.start(), Owner(match.group(), _with_plain(alias))
    for body, pattern in _BODIES:
        match = pattern.search(question)
        if match and not any(body_alias in match.group().lower() for body_alias in found):
            found[body] = match.start(), Owner(match.group(), frozenset(), body)
    if not found:
        return None
    ranked = sorted(found.items(), key=lambda each: _rank(question, *each))
    return ranked[0][1][1]


def _rank(question: str, alias: str, hit: tuple[int, Owner]) -> tuple[bool, int, int]:
    """Owners after "for" or "does" come first, then those with longer names, then the first."""
    place, _ = hit
    acts = bool(re.search(_DOES, question[:place], re.IGNORECASE))
    return not acts, -len(alias), place


def _case(alias: str) -> re.RegexFlag:
    """Short forms count only in capitals: "cc" and "pc" are words of their own."""
    return re.RegexFlag(0) if alias.isupper() and len(alias) <= 3 else re.IGNORECASE


def _known(threads: Iterable[Thread]) -> set[str]:
    known: set[str] = set(_PLAIN)
    for thread in threads:
        for item in thread.items:
            known |= {
                alias
                if alias not in _upper(item.commitment.owner, item.commitment.role)
                else alias.upper()
                for alias in aliases(item.commitment.owner, item.commitment.role)
            }
    return known


def _upper(owner: str, role: str) -> set[str]:
    words = re.findall(r"\b[A-Z]{2,5}\b", f"{owner} {role}")
    return {word.lower() for word in words}


def _with_plain(alias: str) -> frozenset[str]:
    short = _PLAIN.get(alias.lower())
    return frozenset({alias.lower(), short.lower()} if short else {alias.lower()})


@lru_cache(maxsize=4096)
def aliases(owner: str, role: str) -> frozenset[str]:
    """What an owner may be called, in small letters: as written, by surname, role or initials."""
    found: set[str] = set()
    for part in re.split(
        r"\s+and\s+(?:the\s+)?", _ARTICLE.sub("", _BRACKETS.sub("", owner).strip())
    ):
        part = _ARTICLE.sub("", part.strip())
        if not part:
            continue
        found.add(part.lower())
        surname = _RANK.sub("", part).strip()
        if surname and surname != part:
            found.add(surname.split()[-1].lower())
    if role:
        found.add(_BRACKETS.sub("", role).strip().lower())
        found |= {short.lower() for short in _SHORT.findall(role)}
    for plain, short in _PLAIN.items():
        if plain in found or short.lower() in found:
            found |= {plain, short.lower()}
    return frozenset(found)
