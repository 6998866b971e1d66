"""Who an office stands for: in a meeting's minutes "the Chief Constable said" is somebody's name.

A list of those present gives each office its holder for that one document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.thesaurus import load_thesaurus, phrase_of
from assistant.words import bag, words
from ingest.document import Person

_IN_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_OF_WHERE = re.compile(r"\s+for\s.*")
_LESSER = r"(?<!deputy )(?<!assistant )(?<!acting )(?<!temporary )(?<!former )"
"""An office is not the one of its deputy."""
_HOLDING = frozenset({"present", "apologies", "named"})
_SHORTEST = 2  # letters of an office or its short form


@dataclass(frozen=True, slots=True)
class Holder:
    """An office as text names it, and the stems of its holder's name."""

    office: re.Pattern[str]
    name: frozenset[str]


@lru_cache(maxsize=256)
def office_holders(people: Sequence[Person]) -> tuple[Holder, ...]:
    """The offices that exactly one of `people` holds, by their names and short forms."""
    held: dict[str, list[Person]] = {}
    for person in people:
        if person.presence in _HOLDING:
            for form in _forms(person.role):
                held.setdefault(form, []).append(person)
    return tuple(
        Holder(re.compile(rf"{_LESSER}\b{re.escape(form)}\b", re.IGNORECASE), _name(holders[0]))
        for form, holders in held.items()
        if len({holder.name for holder in holders}) == 1
    )


def named_by_office(people: Sequence[Person], text: str) -> frozenset[str]:
    """The stems of the names of those whose offices `text` names."""
    named = [holder.name for holder in office_holders(people) if holder.office.search(text)]
    return frozenset().union(*named)


def _name(person: Person) -> frozenset[str]:
    return bag(words(person.name))


def _forms(role: str) -> set[str]:
    short = _IN_BRACKETS.findall(role)
    whole = _OF_WHERE.sub("", _IN_BRACKETS.sub("", role)).strip().lower()
    thesaurus = load_thesaurus()
    known = [thesaurus.written[other] for other in thesaurus.others(phrase_of(whole))]
    forms = {whole, *(s.lower() for s in short), *(k.lower() for k in known if " " not in k)}
    return {form for form in forms if len(form) >= _SHORTEST}
