"""Keeping the requester out of everything that is searched, logged or published."""

import re

from assistant.foi.bounds import Requester

MASK = "[the requester]"
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/])(?:\+44|\(?0\d)[\d ()-]{7,14}\d(?!\w)")
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lady|Lord|Rev|Col|Cllr|Councillor)\.?"
_SHORTEST_NAME = 3
_SHORTEST_LINE = 6


def without_requester(text: str, requester: Requester) -> str:
    """`text` with the requester's name, address and every email and phone number masked."""
    masked = _PHONE.sub(MASK, _EMAIL.sub(MASK, text))
    for pattern in _patterns(requester):
        masked = pattern.sub(MASK, masked)
    return masked


def names_requester(text: str, requester: Requester) -> bool:
    """Whether `text` holds the requester's name or address."""
    return any(pattern.search(text) for pattern in _patterns(requester))


def _patterns(requester: Requester) -> list[re.Pattern[str]]:
    name = re.sub(rf"^{_TITLES}\s+", "", requester.name.split(",")[0].strip())
    words = [word for word in re.split(r"\s+", name) if word]
    forms = {re.escape(requester.name.strip()), r"\s+".join(map(re.escape, words))}
    if len(words) > 1 and len(words[-1]) >= _SHORTEST_NAME:
        surname = re.escape(words[-1])
        forms.add(rf"{_TITLES}\s+{surname}")
        forms.add(rf"\b(?:[A-Z][\w'-]*\.?\s+){{1,2}}{surname}\b")
    lines = [part.strip() for part in requester.address.split(",")]
    forms.update(re.escape(line) for line in lines if len(line) >= _SHORTEST_LINE)
    usable = sorted((form for form in forms if len(form) >= _SHORTEST_NAME), key=len, reverse=True)
    return [re.compile(rf"(?<!\w){form}(?!\w)") for form in usable]
