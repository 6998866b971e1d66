"""A working copy of a letter, of the same length as the letter, and its lines.

Because only single characters are replaced by single characters, every span found in the working
copy is a span of the letter as received.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import Span

_FOLD = str.maketrans(
    {
        **dict.fromkeys("\r\t\xa0\u2007\u2009\u202f\u200b\u200c\u200d\u200e\u200f\ufeff", " "),
        **dict.fromkeys("‘’‛′", "'"),
        **dict.fromkeys("“”„″", '"'),
        "\u2028": "\n",
        "\u2029": "\n",
        "\x0b": "\n",
        "\x0c": "\n",
    }
)
_QUOTING = re.compile(r"^(?: ?>)+", re.MULTILINE)
_EMPHASIS = re.compile(r"\*{2,}|_{2,}|^ {0,3}#{1,6}(?= )", re.MULTILINE)
_WRAP_LEAST, _WRAP_MOST = 48, 110
_WRAP_SLACK = 14
_WRAP_PAIRS = 2  # lines broken before a lower-case word: the proof of hard wrapping


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the space around it; `blank` if nothing is left. `indent` in characters."""

    span: Span
    indent: int

    @property
    def blank(self) -> bool:
        """Whether the line has no words."""
        return self.span.start == self.span.end


def working_copy(text: str) -> str:
    """The letter with typography folded and mark-up, quoting and odd spaces made plain spaces."""
    folded = text.translate(_FOLD)
    for pattern in (_QUOTING, _EMPHASIS):
        folded = pattern.sub(lambda match: " " * len(match.group()), folded)
    assert len(folded) == len(text)
    return folded


def lines_of(copy: str, within: Span) -> list[Line]:
    """The lines of `copy` inside `within`, blank ones included."""
    found = []
    start = within.start
    for words in copy[within.start : within.end].split("\n"):
        indent = len(words) - len(words.lstrip())
        left = start + indent
        found.append(Line(Span(left, max(left, start + len(words.rstrip()))), indent))
        start += len(words) + 1
    return found


def wrap_width(copy: str, lines: list[Line]) -> int | None:
    """The width at which a hard-wrapped letter breaks its lines; None if it is not wrapped."""
    lengths = sorted(line.span.end - line.span.start + line.indent for line in lines)
    lengths = [length for length in lengths if length]
    if not lengths or not _WRAP_LEAST <= lengths[-1] <= _WRAP_MOST:
        return None
    width = lengths[-1]
    pairs = [
        copy[below.span.start].islower()
        for above, below in pairwise(lines)
        if not below.blank
        and above.indent + above.span.end - above.span.start >= width - _WRAP_SLACK
        and copy[above.span.end - 1] not in ".?!:;"
    ]
    wrapped = sum(pairs)
    return width if wrapped >= _WRAP_PAIRS and wrapped * 2 > len(pairs) else None


def continues(copy: str, above: Line, below: Line, width: int | None) -> bool:
    """Whether the line `below` goes on with the paragraph of the line `above`.

    In a wrapped letter a break is meant when the next line's first word would still have fitted;
    elsewhere every break is meant, save before a lower-case word.
    """
    first_word = copy[below.span.start : below.span.end].split(" ", 1)[0]
    last = copy[above.span.end - 1 : above.span.end]
    if last == ":":
        return False
    if first_word[:1].islower() and last not in ".?!":
        return True
    if width is None:
        return False
    room = width - (above.indent + above.span.end - above.span.start)
    return room < len(first_word) + 1


def breaks_off(copy: str, above: Line) -> bool:
    """Whether the line `above` is long and stops in the middle of a sentence."""
    long = above.span.end - above.span.start >= _WRAP_LEAST
    return long and copy[above.span.end - 1] not in ".?!:;"


def flowing(copy: str, span: Span) -> str:
    """`copy` with the line breaks inside `span` made spaces, so that sentences run on."""
    inside = copy[span.start : span.end].replace("\n", " ")
    return copy[: span.start] + inside + copy[span.end :]


def trimmed(text: str, span: Span, strip: str = " \n\t") -> Span:
    """`span` without the characters of `strip` at its ends."""
    start, end = span
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Span(start, end)
