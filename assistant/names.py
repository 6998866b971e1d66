"""The names that a question or an answer holds: of people, of offices, of other things.

Told from the writing alone, so that names are found that stand in no attendance list.
"""

import re
from functools import cache
from importlib import resources

from index.ranking import english_words
from ingest.dates import find_dates

_WORD = r"[A-Z][a-z]+(?:[A-Z][a-z]+)?(?:[-'’][A-Z][a-z]+)*"
_RUN = re.compile(rf"(?<![\w-]){_WORD}(?:[ ]{_WORD})*(?![\w-])")
_STYLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|Prof|PC|Sgt|Insp|Supt|ACC|DCC|ACO)\.? "
    rf"(?P<name>{_WORD}(?: {_WORD})?)"
)
_LISTED = re.compile(rf"[–-] (?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr) )?(?P<name>{_WORD}(?: {_WORD}){{1,2}}),")
_RANKS = frozenset(
    """detective chief deputy assistant temporary acting superintendent inspector sergeant constable
    constables officer commissioner executive director manager chairman chair professor coroner
    the a an in on at for and mr mrs ms miss dr cllr councillor sir""".split()
)
"""Words that may stand before a name and are no part of it."""
_OPENERS = frozenset(
    """who what when where why which how did does was were is are has have had can could will would
    should and but so also the""".split()
)
"""Words that begin a question, with a capital letter that says nothing."""
_THINGS = frozenset(
    """operation project programme scheme priority action table figure decision item appendix part
    north south east west new old upper lower great little saint mount lake""".split()
)
"""Words that begin the names of other things than people."""
_OFFICE = re.compile(
    r"\b(?:(?:Temporary|Acting|Deputy|Assistant|Vice|Police and Crime|Chief|Finance|Head of"
    r"|Director of) ?)*"
    r"(?:Commissioner|Constable|Superintendent|Inspector|Executive|Officer|Chairman|Chair|Manager"
    r"|Coroner|(?<=Head of )[A-Z]\w+(?: and [A-Z]\w+)?"
    r"|(?<=Director of )[A-Z]\w+(?: and [A-Z]\w+)?)\b"
)
_NUMBERED = re.compile(
    r"\b(?:action|decision|recommendation|commitment|priority|FOI)\s?/?\s?\d+(?:/\d+)*\b", re.I
)
_WHERE = re.compile(r"\b(?:in|at|across|near|from|outside|around)\s+(?:the\s+)?$|\b[A-Z]\w+ of $")
_OFFICES = frozenset(
    """superintendent inspector sergeant constable commissioner executive director manager chairman
    chair professor coroner mr mrs ms miss dr cllr councillor sir""".split()
)
"""Those of them after which a name stands."""
_NO_SURNAMES = frozenset(
    """academy act airport association authority avenue award awards bay board bridge centre charity
    church city close club college committee common constabulary council county court day district
    drive force forum foundation fund gardens green group hall hill hospital hotel house inquiry
    island lane law limited ltd market network office panel park partnership place plan police port
    prison programme project review road scheme school service services society square station
    street suite team town trust unit valley village ward way week""".split()
)
"""What the names of other things end with."""
_LONGEST = 3
"""Words in a person's name."""


def people_in(text: str) -> tuple[str, ...]:
    """The full names of people in `text`, in order, each once.

    A name is a run of two or three capitalised words of which the first is a common first name,
    or the last no everyday word ("Willow Suite" is none), or one with a style or an office before
    it.
    """
    found = [(m.start("name"), m["name"]) for p in (_STYLED, _LISTED) for m in p.finditer(text)]
    for match in _RUN.finditer(text):
        words = match.group().split()
        before = ""
        while words and words[0].lower() in _RANKS | _OPENERS:
            before = words.pop(0).lower()
        if 1 < len(words) <= _LONGEST and _is_a_persons(words, styled=before in _OFFICES):
            found.append((match.end() - len(" ".join(words)), " ".join(words)))
    return tuple(dict.fromkeys(name for _, name in sorted(found) if " " in name))


def _is_a_persons(words: list[str], *, styled: bool) -> bool:
    first, last = words[0].lower(), re.split(r"[-'’]", words[-1])[-1].lower()
    if first in _THINGS or last in _NO_SURNAMES:
        return False
    return styled or first in _first_names() or last not in english_words()


@cache
def _first_names() -> frozenset[str]:
    """Common first names in Britain, in lower case; not those that are everyday words too."""
    return frozenset(resources.files("assistant").joinpath("first_names.txt").read_text().split())


def office_in(text: str) -> str:
    """The first office that `text` names; empty if it names none."""
    match = _OFFICE.search(text)
    return match.group() if match else ""


def things_in(text: str) -> tuple[str, ...]:
    """What `text` names that "it" may stand for: no person, no office, no time, no place."""
    taken = [period.span for period in find_dates(text)]
    people = people_in(text)
    found = [(m.start(), m.group()) for m in _NUMBERED.finditer(text)]
    for match in _RUN.finditer(text):
        start, name = match.start(), match.group()
        first, _, rest = name.partition(" ")
        if first.lower() in _OPENERS or not (rest or text[:start].strip(" \"'“‘")):
            start, name = start + len(first) + 1, rest
        if not name or any(span.start < match.end() and start < span.end for span in taken):
            continue
        if _WHERE.search(text[:start]) or any(
            name in person or person in name for person in people
        ):
            continue
        if office_in(name) or any(number.startswith(name) for _, number in found):
            continue
        found.append((start, name))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))
