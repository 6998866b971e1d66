"""The numbers that a request gives its questions, and a letter its answers."""

import re
from dataclasses import dataclass

from ingest.document import Block

_NUMBERED = re.compile(r"[\"“]?\(?(?:q(?:uestion)?|part|request)?\s*\.?\s*(\d{1,2}|[a-z])\b", re.I)
_NAMED = re.compile(r"[\"“]?(?:q(?:uestion)?|part|request)\s*\.?\s*(?:\d{1,2}|[a-z])\b", re.I)


@dataclass(frozen=True, slots=True)
class Mark:
    """A block's number ("1", "a"; "" if it has none) and its make: "Q", ")", "()" or nothing."""

    number: str = ""
    make: str = ""

    def following(self) -> "Mark":
        """The mark of the next question."""
        number = self.number
        return Mark(str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1), self.make)


def mark_of(text: str, block: Block) -> Mark:
    """The number of a block within a request, if it has one."""
    words = block.span.of(text)
    named = _NAMED.match(words) is not None
    match = _NUMBERED.match(words) if block.label or named else None
    if match is None:
        return Mark()
    make = "Q" if named else "".join(sign for sign in block.label or "" if not sign.isalnum())
    return Mark(match[1].lower(), make)
