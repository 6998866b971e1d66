"""How telling each word is in this library, and how a misspelt one is spelt."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.thesaurus import (
    Phrase,
    Thesaurus,
    acronym_groups,
    build_thesaurus,
    load_thesaurus,
)
from assistant.words import STOP_WORDS, stem
from index.ranking import english_words
from index.results import Lexicon

_SHORTEST_CORRECTED = 5  # shorter words have too many neighbours
_TWO_SLIPS_FROM = 8  # letters: long words may hold two slips


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Word weights and near-equivalents of one generation of the library."""

    passages: int
    frequency: dict[str, int]  # stem -> passages that hold it
    spellings: tuple[str, ...]  # words as written, most frequent first
    thesaurus: Thesaurus
    acronyms: Thesaurus
    names: frozenset[str] = frozenset()  # words that are written as names, in lower case
    initials: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # and what they begin
    _known: frozenset[str] = field(default=frozenset())

    def weight(self, stem_: str) -> float:
        """Inverse document frequency, 0 (everywhere) to about 1 (in one passage or none)."""
        if not self.passages:
            return 1.0
        count = self.frequency.get(stem_, 0)
        top = math.log(self.passages + 1.5)
        return max(0.0, math.log((self.passages + 1.5) / (count + 0.5)) / top)

    def phrase_weight(self, phrase: Phrase) -> float:
        """The weight of a phrase: that of its rarest word."""
        return max((self.weight(part) for part in phrase), default=0.0)

    def holds(self, phrase: Phrase) -> bool:
        """Whether every word of the phrase occurs somewhere in the library."""
        return all(part in self.frequency for part in phrase)

    def correct(self, word: str) -> str | None:
        """The library's word that `word` is a slip for; None if it is known or nothing is near.

        Optimal string alignment distance 1, or 2 in words of eight letters and more; the first
        letter must agree (slips there are rare, and words that differ there mean other things). A
        word of everyday English is no slip ("distinct" is not "district").
        """
        lower = word.lower()
        if len(lower) < _SHORTEST_CORRECTED or not lower.isalpha():
            return None
        if lower in STOP_WORDS or lower in self._known or stem(lower) in self.frequency:
            return None
        if stem(lower) in self.thesaurus.vocabulary:
            return None
        if british := next((w for w in _british(lower) if stem(w) in self.frequency), None):
            return british
        if lower in english_words():
            return None
        near = _nearest(lower, self.spellings)
        if near and word[0].isupper() and OSA.distance(lower, near) > 1:
            return None  # more likely a name that the library does not hold
        return near


_SPELT_ABROAD = (("or", "our"), ("ize", "ise"), ("iza", "isa"), ("er", "re"), ("ense", "ence"))


def _british(word: str) -> list[str]:
    """How a word in American spelling may be spelt here: "neighborhood", "center"."""
    return [word.replace(there, here) for there, here in _SPELT_ABROAD if there in word]


def make_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a library, from its lexicon."""
    counts: Counter[str] = Counter()
    for word, count in lexicon.frequency.items():
        counts[stem(word)] = max(counts[stem(word)], count)
    spelt = [w for w, n in sorted(lexicon.frequency.items(), key=lambda item: -item[1])]
    return Vocabulary(
        passages=lexicon.passages,
        frequency=dict(counts),
        spellings=tuple(w for w in spelt if len(w) >= _SHORTEST_CORRECTED - 1 and w.isalpha()),
        thesaurus=load_thesaurus(),
        acronyms=build_thesaurus(acronym_groups(lexicon.acronyms)),
        names=_names(lexicon, load_thesaurus().vocabulary),
        initials=_initials(lexicon),
        _known=frozenset(lexicon.frequency),
    )


def _names(lexicon: Lexicon, everyday: frozenset[str]) -> frozenset[str]:
    """The words that are written with a capital within sentences, and in no form without.

    Those of the thesaurus name no one thing, however they are written: "the Panel".
    """
    written: dict[str, list[tuple[str, int]]] = {}
    for word, count in lexicon.names.items():
        if word.isalpha() and word.islower():
            written.setdefault(stem(word), []).append((word, count))
    return frozenset(
        word
        for stem_, forms in written.items()
        if stem_ not in everyday and all(count > 0 for _, count in forms)
        for word, count in forms
        if count >= _FEWEST_TEXTS
    )


_FEWEST_TEXTS = 2


def _initials(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The names of several words by their first letters, small words' and without: "cdio"."""
    found: dict[str, dict[str, int]] = {}
    for name, count in lexicon.names.items():
        parts = [part for part in name.split() if part != "&"]
        if len(parts) < _FEWEST_PARTS or not name[0].isupper():
            continue
        capitals = [part for part in parts if part[0].isupper()]
        for initials in {"".join(p[0] for p in parts), "".join(p[0] for p in capitals)}:
            found.setdefault(initials.lower(), {})[name] = count
    return {
        initials: tuple(sorted(names, key=lambda name: -names[name])[:_MOST_NAMES])
        for initials, names in found.items()
        if initials not in lexicon.frequency
    }


_FEWEST_PARTS = 2
_MOST_NAMES = 3


@lru_cache(maxsize=4096)
def _nearest(word: str, spellings: tuple[str, ...]) -> str | None:
    slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
    near = process.extract(
        word,
        [s for s in spellings if s[0] == word[0] and abs(len(s) - len(word)) <= slips],
        scorer=OSA.distance,
        score_cutoff=slips,
        limit=1,
    )
    return near[0][0] if near else None
