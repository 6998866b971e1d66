"""The question as typed, made safe to work on."""

import re
import unicodedata

_TAGS = re.compile("[\U000e0000-\U000e007f]")  # invisible Unicode tag characters hide instructions
_WHITE = re.compile(r"\s+")


def clean(question: str, longest: int) -> str:
    """`question` without control, format and tag characters, cut at `longest` characters."""
    text = _TAGS.sub("", unicodedata.normalize("NFC", question))
    kept = "".join(
        c if c in "\n\t " or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else " "
        for c in text
    )
    return _WHITE.sub(" ", kept).strip()[:longest]
