"""Words as the answering steps compare them: folded, stemmed, stop words apart.

One tokeniser serves questions, sentences and table labels, so that a match means the same
everywhere. Stems are Snowball English (Porter 2), the analyser that the keyword index uses too.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

import Stemmer

_TOKEN = re.compile(
    r"""
    £\d[\d,]*(?:\.\d+)?\s?(?:million|billion|thousand|bn|[mk])\b       # £1.5m, £175k
    | £?\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?(?:[/–-]\d+)*%?   # figures, years, 2023/24, £1.5, 12%
    | [A-Za-z]{1,4}\d+[A-Za-z]\w*                         # C4C, G4S
    | [A-Za-z][A-Za-z]*(?:['’][A-Za-z]+)?                  # words
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_SCALED = re.compile(r"£(?P<figure>[\d,.]+)\s?(?P<scale>[a-z]+)", re.ASCII)
_SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
_stemmer = Stemmer.Stemmer("english")

STOP_WORDS = frozenset(
    """a about above after again all also am an and any are as at be been being before below
    between both but by can could did do does doing done down during each either else ever every
    few for from further get gets getting give given gives go goes going got had has have having
    he her here hers him his how i if in into is it its itself just let like ll made make makes
    many may me might more most much must my no nor not of off on once one only onto or other our
    ours out over own per please pls put same shall she should since so some such than that the
    their theirs them then there these they this those through to too under until up upon us use
    used using very via was way we were what when where whether which while who whom whose why
    will with within without would yet you your yours i'd i'll i'm i've you'd you're you've we'd
    we'll we're we've he's she's it's that's there's they're they've what's who's where's when's
    how's isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't can't couldn't
    won't wouldn't shouldn't ok okay ii iii iv""".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, where it stands, and the stem it is compared by."""

    text: str
    start: int
    stem: str

    @property
    def is_stop(self) -> bool:
        """Whether it is one of the little words that say nothing of a subject."""
        return self.text.translate(_FOLD).lower() in STOP_WORDS

    @property
    def is_figure(self) -> bool:
        """Whether it begins with a digit or a pound sign."""
        return self.text[0].isdigit() or self.text[0] == "£"


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The form a word is compared by: lower case, Snowball stem; figures without commas.

    A sum of money is compared by its pounds: "£175k" and "£175,000" are one.
    """
    folded = word.translate(_FOLD).lower()
    if scaled := _SCALED.fullmatch(folded):
        pounds = Decimal(scaled["figure"].replace(",", "").rstrip("."))
        return f"{pounds.scaleb(_SCALES[scaled['scale']]).normalize():f}"
    if folded[0].isdigit() or folded[0] == "£":
        return re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", folded.replace(",", "").lstrip("£"))
    folded = folded.removesuffix("'s").replace("'", "")
    if re.fullmatch(f"{_SHORT_FORM_IN_O}s", folded):
        folded = folded[:-1]
    return _STEMMED_TOO_FAR.get(folded) or str(_stemmer.stemWord(folded))


_SHORT_FORM_IN_O = r"[b-df-hj-np-tv-z]{2,3}o"
"""Short forms whose plural Snowball leaves as it is: "PCSOs", "CBOs"."""
_STEMMED_TOO_FAR = {"consultant": "consultant", "consultants": "consultant"}
"""Words that Snowball makes one with others that mean something else: a consultation."""


def other_form(stem_: str) -> str | None:
    """The other form under which the keyword index knows the word, if it has one: "pcsos"."""
    return f"{stem_}s" if re.fullmatch(_SHORT_FORM_IN_O, stem_) else None


def words(text: str) -> list[Word]:
    """Every word and figure of `text`, in order, stop words included."""
    return [Word(m.group(), m.start(), stem(m.group())) for m in _TOKEN.finditer(text)]


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """The stems of the telling words of `text`."""
    return frozenset(w.stem for w in words(text) if not w.is_stop)


def bag(found: list[Word]) -> frozenset[str]:
    """The stems of `found`, with each numbered thing ("Action 19", "Table 7") as one more stem.

    A word in capitals has a stem of its own as well: "VOICE" the course is no voice.
    """
    stems_ = {word.stem for word in found}
    stems_ |= {capital_stem(word) for word in found if is_short_form(word)}
    for first, second in pairwise(found):
        if _has_number(first, second):
            stems_.add(numbered_stem(first, second))
    return frozenset(stems_)


def pairs(found: list[Word]) -> frozenset[str]:
    """Each two words of `found` that stand together, as one stem."""
    return frozenset(pair_stem(first.stem, second.stem) for first, second in pairwise(found))


def pair_stem(first: str, second: str) -> str:
    """What two words that stand together are compared by, beside the stem of each."""
    return f"{first} {second}"


def is_short_form(word: Word) -> bool:
    """Whether a word is written in capitals, as short forms are."""
    return word.text.isupper() and word.text.isalpha() and len(word.text) >= _SHORTEST_FORM


def capital_stem(word: Word) -> str:
    """What a word in capitals is compared by, beside its stem."""
    return f"^{word.stem}"


_SHORTEST_FORM = 3  # letters


def is_numbered(first: Word, second: Word) -> bool:
    """Whether two words name one of a numbered kind: "Section 47", "Streets 5", "phase two"."""
    return _has_number(first, second) and (first.text[0].isupper() or is_record(first))


def is_record(word: Word) -> bool:
    """Whether what it numbers is one record among many, as actions and decisions are."""
    return word.stem in _NUMBERED_KINDS


def _has_number(first: Word, second: Word) -> bool:
    if second.start - first.start - len(first.text) > 1 or first.is_figure or first.is_stop:
        return False
    number = _number(second)
    return number.isdigit() and len(number) <= _LONGEST_NUMBER


def numbered_stem(first: Word, second: Word) -> str:
    """What one of a numbered kind is compared by."""
    return f"{first.stem}_{_number(second)}"


def _number(word: Word) -> str:
    return _NUMBER_WORDS.get(word.text.lower(), word.stem)


_LONGEST_NUMBER = 3  # digits; longer ones are years and counts
_NUMBERED_KINDS = frozenset(
    stem(word)
    for word in """action annex appendix area article band case category chapter clause cohort
    complaint decision figure foi form grade group item level line lot model module number
    objective option page para paragraph part phase pillar priority quarter question
    recommendation ref reference regulation request room round route rule schedule section stage
    step strand table theme tier type unit version ward wave zone""".split()
)
"""Kinds whose members have numbers; other words with a capital may be names that hold one."""


def fold(text: str) -> str:
    """Text with typographic quotes and dashes made plain and white space single, in lower case."""
    return re.sub(r"\s+", " ", text.translate(_FOLD)).strip().lower()
