"""Joining the ends and beginnings of lines into running text.

A hyphen at a line's end is either the word's own ("force-wide") or put there to break it. Office
writers rarely break words, so the hyphen goes only where the document itself shows the whole
word, or where neither half is a word of the document.
"""

import re
from collections.abc import Iterable, Sequence

HYPHENS = "-\u2010\u00ad"
SOFT = "\u00ad"
TAIL = re.compile(rf"([^\W\d_]+(?:['’][^\W\d_]+)*)[{HYPHENS}]$")
HEAD = re.compile(r"^([^\W\d_]+)")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
ADDRESS = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
ADDRESS_ENDS = "/.?&=_#%"
RANGE_END = re.compile(r"\w–$")


class Vocabulary:
    """The words a document uses inside its lines, in lower case."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        for line in lines:
            self._words.update(match.group().lower() for match in WORD.finditer(line))

    def __contains__(self, word: str) -> bool:
        return word.lower() in self._words

    def splits(self, left: str, right: str) -> bool:
        """Whether `left-right` at a line end is one word that was broken there."""
        if left + right in self:
            return f"{left}-{right}" not in self
        if f"{left}-{right}" in self:
            return False
        return left not in self and right not in self and len(left) > 1 and len(right) > 1


def join_lines(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """One text of several lines, in order, with words whole."""
    parts: list[str] = []
    for line in lines:
        if parts:
            parts[-1], between = seam(parts[-1], line, vocabulary)
            parts.append(between)
        parts.append(line)
    return "".join(parts)


def seam(before: str, after: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """How two lines meet: the first, less a hyphen that broke a word, and what goes between."""
    if not before or not after:
        return before, ""
    last = before[-1]
    if last in HYPHENS:
        return _at_hyphen(before, after, vocabulary)
    if last in ADDRESS_ENDS and ADDRESS.search(before) and not after[0].isupper():
        return before, ""
    if last == "–" and RANGE_END.search(before) and after[0].isdigit():
        return before, ""
    return before, " "


def _at_hyphen(before: str, after: str, vocabulary: Vocabulary) -> tuple[str, str]:
    if before[-1] == SOFT:
        return before[:-1], ""
    tail, head = TAIL.search(before), HEAD.match(after)
    if tail and head and head.group(1)[0].islower():
        broken = vocabulary.splits(tail.group(1), head.group(1))
        return (before[:-1] if broken else before), ""
    attached = len(before) > 1 and before[-2].isalnum() and after[0].isalnum()
    return before, "" if attached else " "
