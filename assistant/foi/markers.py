"""The printed numbers, letters and bullets that begin a line or stand within a sentence."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.document import Span

_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}
_NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten"
_LABEL = r"\d{1,2}(?:\.\d{1,2})*|\d{1,2}[a-z]|[A-Z]\d{1,2}|[ivx]{1,5}|[a-zA-Z]"
_BULLET = re.compile(r"(?:[-–—•▪●◦·‣»*✓➢]|o(?= {2}| [A-Z]))[ >]*(?=\S)")
_STRONG = re.compile(
    rf"""(?:(?:question|part|item|request|point|q)[ .]*)?
        (?P<open>[(\[])?(?P<label>{_LABEL})
        (?:(?P<close>\)\.?|\]|\.\)?|:|/|[ ]?[-–—](?=[ ]))(?:[ ]+(?=\S)|(?<=[.)])(?=[a-z]{{2}})))
        |(?:question|part|item|request|point|q)[ .]*(?P<named>\d{{1,2}}[a-z]?)[ ]+(?=\S)
        |question[ ](?P<word>{_NUMBER_WORDS})[ ]?[:.)–-][ ]*(?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WEAK = re.compile(r"(?P<label>\d{1,2}(?=[ ]+[A-Za-z\"'])|[a-z](?=[ ]+[A-Z\"']))[ ]+")
_DECIMAL = re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2})+)[ ]+(?=[A-Z\"'(])")
_INLINE = re.compile(
    r"(?:(?<=[\s:,;])|^)(?P<open>\()?(?P<label>\d{1,2}|[ivx]{1,5}|[a-z])\)[ ]*(?=\S)", re.MULTILINE
)
_STATUTE = re.compile(
    r"\b(?:sections?|paras?(?:graphs?)?|regulations?|articles?|schedules?|parts?|s|ss|reg)\.?\s*"
    r"(?:\d[\w()]*\s*)?(?:(?:and|or|to|,)\s*)?$",
    re.IGNORECASE,
)
_MIN_WORDS = 2
_MOST_STARTS = 5  # lists that one paragraph may hold
_LINES_AHEAD = 200  # lines that a doubtful list is followed over


class MarkStyle(StrEnum):
    """How an item is marked."""

    NUMBER = "number"
    DECIMAL = "decimal"  # 1.1, 1.2
    LETTER = "letter"
    ROMAN = "roman"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found: its style, printed label ("" for a bullet), value in its sequence, and span."""

    style: MarkStyle
    label: str
    value: int
    span: Span
    weak: bool = False  # a bare number or letter, to be believed only within a sequence
    shape: str = ""  # the brackets or stop around the label: one list keeps to one shape


def line_mark(copy: str, start: int, end: int) -> Mark | None:
    """The mark that begins the line at `start`; a bullet before a number yields the number."""
    begin = start
    if bullet := _BULLET.match(copy, start, end):
        start = bullet.end()
    if match := _STRONG.match(copy, start, end):
        label = match["label"] or match["named"] or _figure(match["word"])
        shape = (match["open"] or "") + (match["close"] or "q").strip()
        return _labelled(label, Span(begin, match.end()), weak=_doubtful(label, shape), shape=shape)
    if match := _DECIMAL.match(copy, start, end):
        return _labelled(match["label"], Span(begin, match.end()), weak=False, shape=".")
    if bullet:
        return Mark(MarkStyle.BULLET, "", 0, Span(begin, start))
    if match := _WEAK.match(copy, start, end):
        return _labelled(match["label"], Span(begin, match.end()), weak=True, shape="")
    return None


def inline_marks(copy: str, within: Span) -> list[Mark]:
    """A run of bracketed labels (a), (b), ... or 1), 2), ... inside one paragraph, or nothing."""
    found = [
        _labelled(match["label"], Span(match.start(), match.end()), weak=False, shape=")")
        for match in _INLINE.finditer(copy, within.start, within.end)
        if not _STATUTE.search(copy, max(within.start, match.start() - 24), match.start())
    ]
    for first in [mark for mark in found if mark.value == 1][:_MOST_STARTS]:
        run = [first]
        for mark in found:
            if mark.span.start > run[-1].span.end and _follows(run[-1], mark):
                if len(copy[run[-1].span.end : mark.span.start].split()) < _MIN_WORDS:
                    break
                run.append(mark)
        if len(run) > 1:
            return run
    return []


def settle(marks: list[Mark | None]) -> list[Mark | None]:
    """Decide doubtful marks by their neighbours: a weak one stays only in a run from 1 or a."""
    settled = _settle_romans(marks)
    believed: set[int] = set()
    for index, mark in enumerate(settled):
        if mark is None or not mark.weak or mark.value != 1:
            continue
        run, last = [index], mark
        for later in range(index + 1, min(index + _LINES_AHEAD, len(settled))):
            other = settled[later]
            if other and _follows(last, other) and other.shape == last.shape:
                run.append(later)
                last = other
        if len(run) > 1:
            believed.update(run)
    return [
        None if mark and mark.weak and index not in believed else mark
        for index, mark in enumerate(settled)
    ]


def _settle_romans(marks: list[Mark | None]) -> list[Mark | None]:
    """Read i, v and x as letters where the list they stand in runs h, i, j."""
    settled: list[Mark | None] = []
    last: Mark | None = None
    for mark in marks:
        if mark and mark.style is MarkStyle.ROMAN and len(mark.label) == 1 and last:
            as_letter = ord(mark.label.lower()) - ord("a") + 1
            if last.style is MarkStyle.LETTER and last.value == as_letter - 1:
                mark = Mark(
                    MarkStyle.LETTER, mark.label, as_letter, mark.span, mark.weak, mark.shape
                )
        settled.append(mark)
        if mark and mark.style is not MarkStyle.BULLET:
            last = mark
    return settled


def _figure(word: str) -> str:
    return str(_NUMBER_WORDS.split("|").index(word.lower()) + 1)


def _labelled(label: str, span: Span, *, weak: bool, shape: str) -> Mark:
    lowered = label.lower()
    if lowered in _ROMAN:
        return Mark(MarkStyle.ROMAN, label, _ROMAN[lowered], span, weak, shape)
    if lowered.isalpha():
        return Mark(MarkStyle.LETTER, label, ord(lowered[0]) - ord("a") + 1, span, weak, shape)
    numbers = re.findall(r"\d+", label)
    value = ord(lowered[-1]) - ord("a") + 1 if lowered[-1].isalpha() else int(numbers[-1])
    style = MarkStyle.DECIMAL if "." in label else MarkStyle.NUMBER
    return Mark(style, label, value, span, weak, shape)


def _doubtful(label: str, shape: str) -> bool:
    """Whether a label may be an initial ("A. Smith") or a stray word rather than a mark."""
    return label.isalpha() and "(" not in shape


def _follows(earlier: Mark, later: Mark) -> bool:
    return later.style is earlier.style and later.value == earlier.value + 1
