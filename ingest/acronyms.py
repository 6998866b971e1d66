"""Short forms that a document explains itself: "Killed or Seriously Injured (KSI)".

A pair is taken only when the short form's capitals are the initials of the long form's words, in
order; small words and a word or two without a letter ("Delivery" in DASVG) may stand between.
"""

import re
from dataclasses import dataclass

from ingest.document import Acronym, Span

_SHORT = r"[A-Z][A-Za-z&]{0,8}[A-Z](?:[a-z]|[&/]?[A-Z]){0,4}"
_LONG_FIRST = re.compile(rf"\(\s*[\"'“‘]?(?P<short>{_SHORT})(?:['’]?s)?[\"'”’]?\s*(?:\)|[;,])")
_SHORT_FIRST = re.compile(
    rf"(?<![\w-])(?P<short>{_SHORT})(?:['’]?s)?\s*\((?P<long>[A-Z][^()\n\t]{{5,100}})\)"
)
_GLOSSARY = re.compile(
    rf"^\W{{0,3}}(?P<short>{_SHORT})\s*(?:\t+|[–—=:]|\s-\s)\s*"
    r"(?P<long>[A-Z][^()\n\t]{5,90}?)\.?[ \t]*$",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|&|\d+")
_BREAK = re.compile(r"[\n\t.;:()!?]")
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the")
) | {"to", "with", "&"}
_REACH = 120  # characters that a long form may fill


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def find_acronyms(text: str) -> tuple[Acronym, ...]:
    """Each short form explained in `text` with its long form as written, first explanation first.

    Short forms come without the plural's "s". The span covers long form and short form together.
    """
    found: list[Acronym] = [
        *_long_first(text),
        *_short_first(text, _SHORT_FIRST),
        *_short_first(text, _GLOSSARY),
    ]
    unique: dict[tuple[str, str], Acronym] = {}
    for acronym in sorted(found, key=lambda each: each.span):
        unique.setdefault((acronym.short, acronym.long.casefold()), acronym)
    return tuple(unique.values())


def _long_first(text: str) -> list[Acronym]:
    found = []
    for match in _LONG_FIRST.finditer(text):
        window = max(0, match.start() - _REACH)
        breaks = [each.end() for each in _BREAK.finditer(text, window, match.start())]
        begin = max([window, *breaks])
        words = _words(text, begin, match.start())
        place = _long_form(match["short"], words)
        if place is not None:
            start, end = words[place].start, words[-1].end
            long = text[start:end].removesuffix("'s").removesuffix("’s")
            found.append(Acronym(_singular(match["short"]), long, Span(start, match.end())))
    return found


def _short_first(text: str, pattern: re.Pattern[str]) -> list[Acronym]:
    found = []
    for match in pattern.finditer(text):
        words = _words(text, *match.span("long"))
        if words and _long_form(match["short"], words) == 0:
            long = match["long"].strip()
            found.append(Acronym(_singular(match["short"]), long, Span(*match.span())))
    return found


def _singular(short: str) -> str:
    """Without the small s of a plural: "PCCs" as "PCC", but "ICVS" as it is."""
    return short[:-1] if short.endswith("s") and short[-2].isupper() else short


def _words(text: str, start: int, end: int) -> list[_Word]:
    return [_Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]


def _long_form(short: str, words: list[_Word]) -> int | None:
    """Where the long form begins among the words that end at the short form; None if it doesn't.

    The shortest form that fits with the fewest words left over wins.
    """
    capitals = re.sub(r"[^A-Z]", "", short)
    best: tuple[int, int] | None = None
    for place in range(len(words) - 1, -1, -1):
        if not words[place].text.upper().startswith(capitals[0]) or words[place].text in _SMALL:
            continue
        spare = _spare_words(capitals, words[place:])
        if spare is not None and (best is None or spare < best[0]):
            best = spare, place
    return best[1] if best else None


def _spare_words(capitals: str, words: list[_Word]) -> int | None:
    """How many longer words carry no letter of the short form; None where it does not fit."""
    if words[-1].text.upper()[0] != capitals[-1] and not _ends_inside(capitals, words[-1].text):
        return None
    letter, spare = 0, 0
    for word in words:
        if letter < len(capitals) and word.text[0].upper() == capitals[letter]:
            if word.text in _SMALL and word is not words[0] and capitals[letter] not in "OF":
                continue
            letter += 1
        elif word.text not in _SMALL:
            spare += 1
    if letter < len(capitals):
        inside = _ends_inside(capitals, words[-1].text) and letter == len(capitals) - 1
        if not inside:
            return None
    return spare if spare <= max(1, len(capitals) // 3) else None


def _ends_inside(capitals: str, word: str) -> bool:
    """Whether a word carries the last two capitals, as "television" does those of CCTV."""
    upper = word.upper()
    return upper[0] == capitals[-2] and capitals[-1] in upper[1:]
