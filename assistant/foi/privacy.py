"""Keeping the requester out of everything that is searched, logged or published."""

import re
from dataclasses import replace

from assistant.foi.request import Request
from assistant.foi.requester import Requester
from assistant.foi.tail import TITLES

MASK = "[the requester]"
CONTACT_MASK = "[contact details]"
_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/£])(?:\+44|\(?0\d)[\d ()-]{7,14}\d(?!\w)")
_SHORTEST_NAME = 3
_SHORTEST_LINE = 6


def without_requester(text: str, requester: Requester) -> str:
    """`text` with the requester's own name, address, email and phone masked."""
    for pattern in _patterns(requester):
        text = pattern.sub(MASK, text)
    return text


def without_contacts(text: str) -> str:
    """`text` with every email address and phone number masked, whosever they are."""
    return _PHONE.sub(CONTACT_MASK, _EMAIL.sub(CONTACT_MASK, text))


def masked_request(request: Request, requester: Requester) -> Request:
    """`request` with the requester, and everybody's contact details, masked in the letter's words.

    What the office wrote itself is left alone.
    """

    def masked(words: str) -> str:
        return without_contacts(without_requester(words, requester))

    parts = tuple(
        replace(
            part,
            ask=masked(part.ask),
            asks=tuple(map(masked, part.asks)),
            heading=masked(part.heading),
            stem=masked(part.stem),
        )
        for part in request.parts
    )
    asides = tuple(replace(aside, text=masked(aside.text)) for aside in request.asides)
    return replace(request, topic=masked(request.topic), parts=parts, asides=asides)


def names_requester(text: str, requester: Requester) -> bool:
    """Whether `text` holds anything that tells who the requester is."""
    return any(pattern.search(text) for pattern in _patterns(requester))


def _patterns(requester: Requester) -> list[re.Pattern[str]]:
    forms = _name_forms(requester.name)
    lines = [part.strip() for part in requester.address.split(",")]
    forms |= {re.escape(line) for line in lines if len(line) >= _SHORTEST_LINE}
    if requester.email:
        forms.add(re.escape(requester.email))
    if digits := re.findall(r"\d", requester.phone):
        forms.add(r"\+?\(?" + r"[ ()-]*".join(digits))
    longest_first = sorted(forms, key=len, reverse=True)
    return [re.compile(rf"(?<!\w){form}(?!\w)") for form in longest_first]


def _name_forms(full: str) -> set[str]:
    """The ways in which a name is written: whole, without a title, title or initials with it."""
    name = re.sub(rf"^{TITLES}\s+", "", full.split(",")[0].strip())
    words = name.split()
    forms = {re.escape(full.strip()), r"\s+".join(map(re.escape, words))}
    if len(words) > 1 and len(words[-1]) >= _SHORTEST_NAME:
        surname = re.escape(words[-1])
        forms.add(rf"{TITLES}\s+{surname}")
        forms.add(rf"(?:[A-Z][\w'-]*\.?\s+){{1,2}}{surname}")
    return {form for form in forms if len(form) >= _SHORTEST_NAME}
