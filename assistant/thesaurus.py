"""Everyday words and the documents' own words for the same thing."""

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources

from assistant.errors import ThesaurusError
from assistant.words import stem, words

Phrase = tuple[str, ...]
"""The stems of one or more words in order."""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Near-equivalent phrases: `alternatives` maps a phrase to the others of its groups.

    `written` gives the words of each phrase as the list has them; `vocabulary` holds every stem.
    """

    alternatives: dict[Phrase, tuple[Phrase, ...]]
    written: dict[Phrase, str]
    longest: int
    vocabulary: frozenset[str]

    def others(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The phrases that may stand for `phrase`, itself left out."""
        return self.alternatives.get(phrase, ())


def phrase_of(text: str) -> Phrase:
    """The stems of every word of `text`, stop words included."""
    return tuple(word.stem for word in words(text))


@cache
def load_thesaurus() -> Thesaurus:
    """The word list that ships with the product; raises ThesaurusError if it does not parse."""
    source = resources.files("assistant").joinpath("thesaurus.toml").read_text("utf-8")
    try:
        groups: list[list[str]] = tomllib.loads(source)["groups"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise ThesaurusError(f"assistant/thesaurus.toml cannot be read: {error}") from error
    return build_thesaurus(groups)


def build_thesaurus(groups: list[list[str]]) -> Thesaurus:
    """A thesaurus from groups of near-equivalent phrases; a phrase may stand in several."""
    found: dict[Phrase, dict[Phrase, None]] = defaultdict(dict)
    written: dict[Phrase, str] = {}
    for group in groups:
        phrases = [phrase_of(entry) for entry in group]
        written.update(zip(phrases, group, strict=True))
        for phrase in phrases:
            found[phrase].update(dict.fromkeys(p for p in phrases if p != phrase))
    longest = max((len(phrase) for phrase in found), default=1)
    vocabulary = frozenset(part for phrase in found for part in phrase)
    return Thesaurus(
        {phrase: tuple(others) for phrase, others in found.items()}, written, longest, vocabulary
    )


def acronym_groups(acronyms: dict[str, tuple[str, ...]]) -> list[list[str]]:
    """Groups for the short forms that the library's documents explain themselves.

    What a long form says of the place may be left out: "Commissioner for Marlshire".
    """
    return [
        [short, *dict.fromkeys((*longs, *(_without_place(long) for long in longs)))]
        for short, longs in acronyms.items()
        if stem(short)
    ]


_OF_A_PLACE = re.compile(r"(?<=\w) for [A-Z][\w-]+$")
_FEWEST_LEFT = 4


def _without_place(long: str) -> str:
    """A long form without the place it ends with, if that leaves words enough to know it by."""
    left = _OF_A_PLACE.sub("", long)
    return left if len(left.split()) >= _FEWEST_LEFT else long
