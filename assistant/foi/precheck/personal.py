"""Personal data of somebody else in the words of the reply."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from assistant.foi.precheck.fault import Checked, Fault, FaultKind, own_words, texts_of
from assistant.foi.request import RequestPart
from ingest.document import Sensitivity

_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|PC|PS|DC|DS|DI|DCI|Sgt|Sergeant|Constable|Inspector|Superintendent)"
    r"\.? (?:[A-Z][\w'’-]+ ){0,2}[A-Z][\w'’-]+"
)
_PAIR = re.compile(r"\b([A-Z][a-z'’-]+) ((?:[A-Z]\. )?[A-Z][\w'’-]+)\b")
_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/£])(?:\+44|\(?0\d)[\d ()-]{7,14}\d(?!\w)")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_STREET = re.compile(
    r"\b\d{1,4}[A-Za-z]?,? (?:[A-Z][\w'’-]+ ){1,3}(?:Street|Road|Lane|Close|Avenue|Drive|Way|"
    r"Crescent|"
    r"Gardens|Court|Terrace|Place|Square|Rise|Hill|Grove|Walk|Row|Mews)\b"
)
_SMALL = re.compile(
    r"\b(?:[1-4]|one|two|three|four|fewer than five|fewer than 5) (?:\w+ ){0,2}?(?:people|persons?|"
    r"complainants?|victims?|officers?|offenders?|members? of staff|staff|employees?|children|"
    r"women|"
    r"men|residents?|witness(?:es)?|suspects?|patients?|applicants?|individuals?|informants?)\b",
    re.IGNORECASE,
)


def check_personal_data(checked: Checked) -> Iterator[Fault]:
    """Names, phones, emails and addresses of third parties, and counts that may identify."""
    allowed = own_words(checked)
    for part in checked.request.parts:
        public = _already_public(checked, part)
        for words in texts_of(part):
            yield from _names(checked, part, words, public)
            yield from _contacts(part, words, allowed + public)
            yield from _small_counts(part, words, public)


def _already_public(checked: Checked, part: RequestPart) -> str:
    """The quotes that the part cites from published documents."""
    return " ".join(
        citation.quote
        for citation in part.citations
        if (record := checked.records.get(citation.document_id))
        and record.metadata.sensitivity is Sensitivity.PUBLIC
    )


def _names(checked: Checked, part: RequestPart, words: str, public: str) -> Iterator[Fault]:
    for name in find_names(words):
        bare = " ".join(name.split()[1:]) if _TITLED.match(name) else name
        known = any(bare in person or person in name for person in checked.people)
        if known or name in public or bare in public:
            continue
        yield Fault(
            FaultKind.THIRD_PARTY_NAME,
            f"“{name}” is named and is not a known office holder.",
            "Take the name out, or decide under section 40 and note why it may stay.",
            part.number,
            name,
        )


def _contacts(part: RequestPart, words: str, allowed: str) -> Iterator[Fault]:
    for pattern, what in ((_EMAIL, "An email address"), (_PHONE, "A phone number")):
        for found in pattern.findall(words):
            if found not in allowed and found not in part.how_to_ask:
                yield Fault(
                    FaultKind.PHONE_OR_EMAIL,
                    f"{what} stands in the answer: {found}.",
                    "Take it out unless it is an office's own.",
                    part.number,
                    found,
                )
    for pattern in (_POSTCODE, _STREET):
        for found in pattern.findall(words):
            if found not in allowed and found not in part.how_to_ask:
                yield Fault(
                    FaultKind.HOME_ADDRESS,
                    f"An address stands in the answer: {found}.",
                    "Take it out unless it is an office's own.",
                    part.number,
                    found,
                )


def _small_counts(part: RequestPart, words: str, public: str) -> Iterator[Fault]:
    for match in _SMALL.finditer(words):
        if match.group() in public:
            continue
        yield Fault(
            FaultKind.SMALL_COUNT,
            f"“{match.group()}” is a count under 5, which may identify somebody.",
            "Consider section 40: give “fewer than 5”, a longer period or a wider area.",
            part.number,
            match.group(),
        )


def find_names(words: str) -> tuple[str, ...]:
    """What looks like a person's name: after a title, or beginning with a common first name."""
    found = dict.fromkeys(match.group() for match in _TITLED.finditer(words))
    first_names = _first_names()
    for match in _PAIR.finditer(words):
        inside = any(match.group() in name for name in found)
        if match[1].lower() in first_names and not inside:
            found[match.group()] = None
    return tuple(found)


@cache
def _first_names() -> frozenset[str]:
    source = files("assistant.foi").joinpath("data", "first-names.txt")
    return frozenset(source.read_text(encoding="utf-8").split())
