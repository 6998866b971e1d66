"""Who wrote a letter, as far as it says.

The particulars are found so that they can be kept apart from the request: they never go with its
text into a search, a log or anything published.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.foi.tail import PERSON, SIGN_OFF

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/])(?:\+44|\(?0\d)[\d ()-]{7,14}\d(?!\w)")
_INTRODUCED = re.compile(r"\b[Mm]y name is (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})")
_NAME = re.compile(r"^[^\d@:/]{2,60}$")
_TO_US = re.compile(r"(?:to|cc|bcc)\s?:", re.IGNORECASE)
_ADDRESS_OF_SENDER = re.compile(r"[<(\[]?(?<![\w.+-])[\w.+-]+@\S+")
_MAX_NAME_WORDS = 7


@dataclass(frozen=True, slots=True)
class Requester:
    """Who asks, as far as the letter says: all of it personal data. "" where it does not say."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""


def find_requester(
    letter: str,
    head: Sequence[str],
    signature: Sequence[str],
    fields: Mapping[str, str],
    closing_name: str,
) -> Requester:
    """The requester from the lines of head and signature, form fields, and the words themselves."""
    signed = [line for line in signature if line]
    sender = fields.get("from", "")
    own = [line for line in (*head, *signed) if not _TO_US.match(line)]
    return Requester(
        name=_full_name(letter, signed, fields, closing_name),
        email=_first(_EMAIL, (sender, *signed, *own)),
        phone=_first(_PHONE, (*signed, *own)),
        address=", ".join(_address(signed[1:])) or fields.get("address", ""),
    )


def _full_name(
    letter: str, signed: Sequence[str], fields: Mapping[str, str], closing_name: str
) -> str:
    """The fullest form of the name that the letter gives."""
    sender = _ADDRESS_OF_SENDER.sub("", fields.get("from", "")).strip(' "<>')
    given = fields.get("name") or fields.get("full name") or sender
    name = _signed_name(signed) or closing_name
    if given and (not name or name in given):
        return given
    introduced = _INTRODUCED.search(letter)
    return name or (introduced["name"] if introduced else "")


def _signed_name(signed: Sequence[str]) -> str:
    if not signed:
        return ""
    match = SIGN_OFF.match(signed[0])
    if not match and PERSON.match(signed[0]):
        return signed[0]
    after = match["name"] if match and match["name"] else ""
    for words in (after, *signed[1:2]):
        name = re.sub(r"\s*\(.*?\)\s*$", "", words.strip(" ,.-"))
        if _NAME.match(name) and len(name.split()) <= _MAX_NAME_WORDS:
            return name
    return ""


def _address(lines: Sequence[str]) -> list[str]:
    numbered = (line for line in lines if re.search(r"\d", line))
    return [line for line in numbered if not _EMAIL.search(line) and not _PHONE.search(line)]


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str:
    matches = (pattern.search(line) for line in lines)
    return next((match.group() for match in matches if match), "")
