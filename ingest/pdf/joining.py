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
ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/.?&=_#%-]$", re.IGNORECASE)
RANGE_END = re.compile(r"[\d\w][–/]$")


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
    text = ""
    for line in lines:
        text = join_two(text, line, vocabulary) if text else line
    return text


def join_two(before: str, after: str, vocabulary: Vocabulary) -> str:
    """`before` and `after` as they would read on one line."""
    if not before or not after:
        return before + after
    tail, head = TAIL.search(before), HEAD.match(after)
    if before[-1] == SOFT:
        return before[:-1] + after
    if tail and head and head.group(1)[0].islower():
        if vocabulary.splits(tail.group(1), head.group(1)):
            return before[:-1] + after
        return before + after
    if before[-1] in HYPHENS and len(before) > 1 and before[-2].isalnum() and after[0].isalnum():
        return before + after
    if ADDRESS.search(before) and (after[0].islower() or after[0].isdigit()):
        return before + after
    if before[-1] == "–" and RANGE_END.search(before) and after[0].isdigit():
        return before + after
    return f"{before} {after}"
