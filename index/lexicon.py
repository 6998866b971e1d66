"""The library's own vocabulary, counted as passages come and go."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import IndexUnreadable
from index.results import Lexicon
from index.words import words
from ingest.document import Acronym

_FILE = "lexicon.json"


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of texts: in how many each word stands, and see `_names_of`."""

    texts: int
    words: Counter[str]
    names: Counter[str]

    def __add__(self, other: "Counts") -> "Counts":
        """Of these texts and of others."""
        return self._with(other, 1)

    def __sub__(self, other: "Counts") -> "Counts":
        """Of these texts without some of them."""
        return self._with(other, -1)

    def _with(self, other: "Counts", sign: int) -> "Counts":
        words_, names = Counter(self.words), Counter(self.names)
        words_.update({word: sign * count for word, count in other.words.items()})
        names.update({name: sign * count for name, count in other.names.items()})
        return Counts(self.texts + sign * other.texts, words_, names)


def count(texts: Iterable[str]) -> Counts:
    """The counts of `texts`."""
    number = 0
    words_: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for text in texts:
        number += 1
        words_.update(set(words(text)))
        names.update(_names_of(text))
    return Counts(number, words_, names)


def _names_of(text: str) -> dict[str, int]:
    """How far each word of `text`, in lower case, is a name there, and the runs of such words.

    1 for a word or a run of words that stands with capitals within a sentence, less than 0 for a
    word that stands in small letters. Runs are keyed as written: they hold capitals and a space.
    """
    runs = {" ".join(match.group().split()) for match in _RUN.finditer(text)}
    capital = {word for run in runs for word in words(run)}
    small = {word for match in _SMALL.finditer(text) for word in words(match.group())}
    return {
        **{run: 1 for run in runs if " " in run},
        **dict.fromkeys(capital, 1),
        **dict.fromkeys(small, -_AGAINST),
    }


_WORD = r"[A-Z][\w’'-]*"
_RUN = re.compile(rf"(?<=[\w,;’')] ){_WORD}(?: (?:(?:of|and|the|for|in|&) ){{0,2}}{_WORD}){{0,6}}")
_SMALL = re.compile(r"(?<![\w’'-])[a-z][\w’'-]*")
_AGAINST = 9
"""A name stands in small letters in at most one text for nine that have it with a capital."""


def make_lexicon(counts: Counts, acronyms: Iterable[Sequence[Acronym]]) -> Lexicon:
    """A lexicon from counts of the passages and the acronyms that each document explains."""
    explained: dict[str, Counter[str]] = {}
    for of_document in acronyms:
        for acronym in of_document:
            explained.setdefault(acronym.short, Counter())[acronym.long] += 1
    return Lexicon(
        passages=counts.texts,
        frequency={word: number for word, number in sorted(counts.words.items()) if number > 0},
        names={name: number for name, number in sorted(counts.names.items()) if number},
        acronyms={
            short: tuple(long for long, _ in sorted(longs.items(), key=lambda p: (-p[1], p[0])))
            for short, longs in sorted(explained.items())
        },
    )


def counts_of(lexicon: Lexicon) -> Counts:
    """The counts that a lexicon was made from."""
    return Counts(lexicon.passages, Counter(lexicon.frequency), Counter(lexicon.names))


def write_lexicon(lexicon: Lexicon, folder: Path) -> None:
    """Store a lexicon with its generation."""
    content = {
        "passages": lexicon.passages,
        "frequency": lexicon.frequency,
        "names": lexicon.names,
        "acronyms": lexicon.acronyms,
    }
    (folder / _FILE).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def read_lexicon(folder: Path) -> Lexicon:
    """The lexicon of a generation. Raises IndexUnreadable."""
    try:
        stored = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        acronyms = {short: tuple(longs) for short, longs in stored["acronyms"].items()}
        return Lexicon(stored["passages"], stored["frequency"], acronyms, stored["names"])
    except (OSError, ValueError, KeyError) as error:
        raise IndexUnreadable(
            f"The vocabulary in {folder} cannot be read ({error})",
            "Run 'pcc library check --repair' to rebuild it",
        ) from error
