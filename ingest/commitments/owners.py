"""Whose role and body an owner's words mean, by the attendance list of the same document."""

import re
from collections.abc import Iterable, Sequence

from ingest.document import Person

_SHORT_ROLE = re.compile(r"\(([A-Z]{2,5})\)")
_RANKS = re.compile(
    r"\b(?:T/)?(?:D?PCC|DCC|ACC|ACO|CC|CFO|CEO|DCI|DI|Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Sir|Dame|"
    r"Chief Superintendent|Superintendent|Inspector|Sergeant|Temporary|Acting)\b\.?"
)
_FORCE = re.compile(r"\b(?:Constabulary|Police|Force)\b", re.IGNORECASE)
_OFFICE = re.compile(r"\bO(?:P[F]?CC|ffice of the)\w*", re.IGNORECASE)


def role_and_body(owner: str, people: Sequence[Person]) -> tuple[str, str]:
    """The owner's role and body at the time of the document; "" for what the list does not say.

    A name is matched by its last word, a role in full or by its initials ("CC"). Owners joined by
    "and" have no single role: the first one's body is given if all share it.
    """
    words = re.sub(r"^(?:the|a|an)\s+", "", owner.strip(), flags=re.IGNORECASE)
    if not words:
        return "", ""
    person = _by_role(words, people) or _by_name(words, people)
    if person is not None:
        return person.role, person.body
    parts = re.split(r"\s+and\s+(?:the\s+)?|\s*[,&/]\s*(?:the\s+)?", words)
    if len(parts) > 1:
        bodies = {role_and_body(part, people)[1] for part in parts}
        return "", bodies.pop() if len(bodies) == 1 else ""
    return "", _body_itself(words, people)


def _by_role(words: str, people: Iterable[Person]) -> Person | None:
    wanted = words.casefold()
    for person in people:
        role = _SHORT_ROLE.sub("", person.role).strip().casefold()
        short = _SHORT_ROLE.search(person.role)
        if role and wanted in {role, short[1].casefold() if short else role}:
            return person
    if not words.isupper():
        return None
    alike = [person for person in people if _initials(person.role) == words]
    return alike[0] if len({person.name for person in alike}) == 1 else None


def _by_name(words: str, people: Iterable[Person]) -> Person | None:
    """By surname, where only one person listed has it."""
    bare = re.sub(r"\([^()]*\)", "", words).strip()
    surname = _RANKS.sub("", bare).split()
    if not surname or (len(surname) == len(bare.split()) and len(surname) < 2):
        return None
    alike = [p for p in people if p.name.split()[-1].casefold() == surname[-1].casefold()]
    return alike[0] if len({person.name for person in alike}) == 1 else None


def _initials(role: str) -> str:
    words = re.findall(r"[A-Z]\w+", _SHORT_ROLE.sub("", role))
    return "".join(word[0] for word in words)


def _body_itself(words: str, people: Iterable[Person]) -> str:
    """The body that is its own owner: "The Constabulary", "The OPCCN"."""
    for pattern in (_OFFICE, _FORCE):
        if pattern.search(words):
            named = [person.body for person in people if pattern.search(person.body)]
            return named[0] if named else words
    return ""
