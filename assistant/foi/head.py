"""The top of a letter: email headers, form fields, letterhead and salutation."""

import re
from dataclasses import dataclass, field

from assistant.foi.letter_text import Line
from assistant.foi.turns import alternatives, pattern
from assistant.foi.wording import Wording, wording

_PARTICULARS = alternatives(
    *"name email address postcode telephone phone mobile organisation".split(),
    "full name",
    "e-?mail(?: address)?",
)
_HEADERS = alternatives(
    *"from sent to cc bcc date subject importance reply-to received re ref".split(),
    "(?:our|your) ref",
)
_FIELD = pattern(rf"(?P<key>{_PARTICULARS}|{_HEADERS})\s?:\s*(?P<value>.*)")
_SUBJECT = pattern(r"(?:subject|re|title)\s?:\s*(?P<subject>.*)")
_SALUTATION = pattern(
    alternatives(
        *"dear hello hi hey hiya attn attention greetings annwyl".split(),
        "good (?:morning|afternoon|evening|day)",
        "to whom",
        r"fao\b",
        r"f\.a\.o",
        r"sirs?\b",
        r"madam\b",
        "(?:bore|prynhawn) da",
        "to (?:the|your) ",
    )
)
_SALUTATION_WORDS = 14
_HEAD_LINES = 30


@dataclass(frozen=True, slots=True)
class Head:
    """The line that the body begins with, the subject, and what fields say, by lower-case name."""

    first: int
    subject: str = ""
    fields: dict[str, str] = field(default_factory=dict)


def find_head(copy: str, lines: list[Line]) -> Head:
    """Where the head of a letter ends, and what it says."""
    fields: dict[str, str] = {}
    first = 0
    for index, line in enumerate(lines[:_HEAD_LINES]):
        words = line.span.of(copy)
        found = _FIELD.match(words)
        if found and _is_field(found, first, index):
            fields.setdefault(found["key"].lower(), found["value"].strip())
            first = index + 1
        elif _SALUTATION.match(words) and len(words.split()) <= _SALUTATION_WORDS:
            first = index if _asks_at_once(words) else index + 1
            break
        elif not words and first == index:
            first = index + 1
        elif wording(words) is Wording.ASK:
            break
    return Head(first, _subject(copy, lines[:first], fields), fields)


def _is_field(found: re.Match[str], first: int, index: int) -> bool:
    """Headers stand together at the very top; a person's particulars may come a little later."""
    return first == index or bool(re.fullmatch(_PARTICULARS, found["key"], re.IGNORECASE))


def _asks_at_once(words: str) -> bool:
    """Whether a line like "hi can you send me ..." holds the ask itself."""
    formal = words.lower().startswith(("dear", "to "))
    return not formal and wording(words) in (Wording.ASK, Wording.LEAD_IN)


def _subject(copy: str, lines: list[Line], fields: dict[str, str]) -> str:
    for name in ("subject", "re"):
        if fields.get(name):
            return fields[name]
    matches = (_SUBJECT.match(line.span.of(copy)) for line in lines)
    return next((match["subject"].strip() for match in matches if match), "")
