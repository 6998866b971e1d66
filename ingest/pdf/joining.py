"""Joining the ends and beginnings of lines into running text.

A hyphen at a line's end is either the word's own ("force-wide") or put there to break it. Office
writers rarely break words, so the hyphen goes only where the document itself shows the whole
word, or shows that it breaks words and neither half is one. Narrow columns break words without a
hyphen.
"""

import re
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

HYPHENS = "-\u2010\u00ad"
WORDS_OF_ONE = frozenset("aAI&–-+=/£")
SEEN_BROKEN = 2  # words, that show a writer to break words at line ends
SOFT = "\u00ad"
TAIL = re.compile(rf"([^\W\d_]+(?:['’][^\W\d_]+)*)[{HYPHENS}]$")
HEAD = re.compile(r"^([^\W\d_]+)")
LAST = re.compile(r"[^\W\d_]+$")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
ADDRESS = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
ADDRESS_ENDS = "/.?&=_#%"
RANGE_END = re.compile(r"\w–$")


class Vocabulary:
    """The words a document uses inside its lines, in lower case.

    Given the lines of each paragraph. Words at the ends of lines may be halves of words, so they
    do not count.
    """

    def __init__(self, paragraphs: Iterable[Sequence[str]]) -> None:
        self._words: set[str] = set()
        self._tokens: set[str] = set()
        seams: list[tuple[str, str]] = []
        for lines in paragraphs:
            for place, line in enumerate(lines):
                tokens = line.split()[place > 0 : -1 if place + 1 < len(lines) else None]
                self._tokens.update(tokens)
                for token in tokens:
                    self._words.update(match.group().lower() for match in WORD.finditer(token))
            seams += [(one, two) for one, two in pairwise(lines) if one[-1:] in HYPHENS]
        self._breaks_words = self._shows_breaking(seams)

    def _shows_breaking(self, seams: Iterable[tuple[str, str]]) -> bool:
        """Whether the writer is seen to break words at line ends."""
        broken = 0
        for before, after in seams:
            tail, head = TAIL.search(before), HEAD.match(after)
            if tail and head:
                left, right = tail.group(1), head.group(1)
                broken += (left + right in self) - (f"{left}-{right}" in self)
        return broken >= SEEN_BROKEN

    def __contains__(self, word: str) -> bool:
        return word.lower() in self._words

    def splits(self, left: str, right: str) -> bool:
        """Whether `left-right` at a line end is one word that was broken there."""
        if f"{left}-{right}" in self or (left in self and right in self):
            return False
        if left + right in self:
            return True
        halves = left not in self and right not in self and min(len(left), len(right)) > 1
        return self._breaks_words and halves

    def breaks(self, before: str, after: str, tight: bool) -> bool:
        """Whether `before`, alone on its line, was broken there for want of room, without a hyphen.

        Narrow columns do this to words that fill more than a line; `tight` says that it does.
        """
        rest = after.split()[0]
        if before + rest in self._tokens:
            return before not in self._tokens or rest not in self._tokens
        if tight and _is_crumb(before, rest):
            return True
        tail, head = LAST.search(before), HEAD.match(rest)
        if tail is None or head is None or not head.group(1)[0].islower():
            return False
        left, right = tail.group(), head.group(1)
        if left + right in self:
            return not (left in self and right in self)
        return tight and left not in self and right not in self


def _is_crumb(before: str, rest: str) -> bool:
    """Whether `rest` is too little to be a word: a closing sign, one letter, or more figures."""
    bare = rest.strip("().,:;!?%’'\"”]")
    if before[-1].isdigit() and rest[0].isdigit():
        return True
    return len(bare) < 2 and bare not in WORDS_OF_ONE and not bare.isdigit()


def join_lines(
    lines: Sequence[str], vocabulary: Vocabulary, tight: Container[int] = frozenset()
) -> str:
    """One text of several lines, in order, with words whole.

    `tight` are the places of lines that one word fills.
    """
    parts: list[str] = []
    for place, line in enumerate(lines):
        if parts:
            parts[-1], between = seam(parts[-1], line, vocabulary, place - 1 in tight)
            parts.append(between)
        parts.append(line)
    return "".join(parts)


def seam(before: str, after: str, vocabulary: Vocabulary, tight: bool = False) -> tuple[str, str]:
    """How two lines meet: the first, less a hyphen that broke a word, and what goes between."""
    if not before or not after:
        return before, ""
    last = before[-1]
    if last in HYPHENS:
        return _at_hyphen(before, after, vocabulary)
    if last in ADDRESS_ENDS and ADDRESS.search(before) and not after[0].isupper():
        return before, ""
    if " " not in before and vocabulary.breaks(before, after, tight):
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
