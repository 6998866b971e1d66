"""Words as the answering steps compare them: folded, stemmed, stop words apart.

One tokeniser serves questions, sentences and table labels, so that a match means the same
everywhere. Stems are Snowball English (Porter 2), the analyser that the keyword index uses too.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import Stemmer

_TOKEN = re.compile(
    r"""
    £?\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?(?:[/–-]\d+)*%?   # figures, years, 2023/24, £1.5, 12%
    | [A-Za-z][A-Za-z]*(?:['’][A-Za-z]+)?                  # words
    """,
    re.VERBOSE,
)
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
    won't wouldn't shouldn't ok okay""".split()
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
    """The form a word is compared by: lower case, Snowball stem; figures without commas."""
    folded = word.translate(_FOLD).lower()
    if folded[0].isdigit() or folded[0] == "£":
        return re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", folded.replace(",", "").lstrip("£"))
    folded = folded.removesuffix("'s").replace("'", "")
    return str(_stemmer.stemWord(folded))


def words(text: str) -> list[Word]:
    """Every word and figure of `text`, in order, stop words included."""
    return [Word(m.group(), m.start(), stem(m.group())) for m in _TOKEN.finditer(text)]


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """The stems of the telling words of `text`."""
    return frozenset(w.stem for w in words(text) if not w.is_stop)


def bag(found: list[Word]) -> frozenset[str]:
    """The stems of `found`, with each numbered thing ("Action 19", "Table 7") as one more stem."""
    stems_ = {word.stem for word in found}
    for first, second in pairwise(found):
        if is_numbered(first, second):
            stems_.add(f"{first.stem}_{second.stem}")
    return frozenset(stems_)


def is_numbered(first: Word, second: Word) -> bool:
    """Whether two words name one of a numbered kind: "Section 47", "Priority 2", "grade B2"."""
    if second.start - first.start - len(first.text) > 2 or first.is_figure:
        return False
    return not first.is_stop and second.text.isdigit() and len(second.text) <= 3


def fold(text: str) -> str:
    """Text with typographic quotes and dashes made plain and white space single, in lower case."""
    return re.sub(r"\s+", " ", text.translate(_FOLD)).strip().lower()
