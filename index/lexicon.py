"""The library's own vocabulary, counted as passages come and go."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from index.errors import IndexUnreadable
from index.results import Lexicon
from index.words import words
from ingest.document import Acronym

_FILE = "lexicon.json"


def count_words(texts: Iterable[str]) -> Counter[str]:
    """In how many of `texts` each word stands."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(words(text)))
    return counts


def make_lexicon(
    passages: int, frequency: Mapping[str, int], acronyms: Iterable[Sequence[Acronym]]
) -> Lexicon:
    """A lexicon from word counts and the acronyms that each document explains."""
    explained: dict[str, Counter[str]] = {}
    for of_document in acronyms:
        for acronym in of_document:
            explained.setdefault(acronym.short, Counter())[acronym.long] += 1
    return Lexicon(
        passages=passages,
        frequency={word: count for word, count in sorted(frequency.items()) if count > 0},
        acronyms={
            short: tuple(long for long, _ in sorted(longs.items(), key=lambda p: (-p[1], p[0])))
            for short, longs in sorted(explained.items())
        },
    )


def write_lexicon(lexicon: Lexicon, folder: Path) -> None:
    """Store a lexicon with its generation."""
    content = {
        "passages": lexicon.passages,
        "frequency": lexicon.frequency,
        "acronyms": lexicon.acronyms,
    }
    (folder / _FILE).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def read_lexicon(folder: Path) -> Lexicon:
    """The lexicon of a generation. Raises IndexUnreadable."""
    try:
        stored = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        acronyms = {short: tuple(longs) for short, longs in stored["acronyms"].items()}
        return Lexicon(stored["passages"], stored["frequency"], acronyms)
    except (OSError, ValueError, KeyError) as error:
        raise IndexUnreadable(
            f"The vocabulary in {folder} cannot be read ({error})",
            "Run 'pcc library check --repair' to rebuild it",
        ) from error
