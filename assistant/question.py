"""A question as the later steps need it: concepts with weights, periods, what is wanted."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.concepts import Concept, find_concepts
from assistant.predecessors import asks_for_predecessor
from assistant.shorthand import spell_out
from assistant.vocabulary import Vocabulary
from assistant.wants import Want, find_wants
from assistant.words import words
from ingest.dates import Period, Yearless, find_asked_periods, find_yearless
from ingest.document import Span


@dataclass(frozen=True)
class Question:
    """A question understood.

    `asked` is its wording with slips mended and short forms spelt; `searched` is what is looked
    up, with the wording of an earlier question that it leans on.
    """

    text: str
    asked: str
    searched: str
    concepts: tuple[Concept, ...]
    wants: frozenset[Want]
    periods: tuple[Period, ...]
    yearless: tuple[Yearless, ...]
    corrections: tuple[tuple[str, str], ...] = ()
    predecessor: bool = False  # who it was before another is asked, and of no time

    @cached_property
    def weight(self) -> float:
        """The weight of all its concepts together."""
        return sum(concept.weight for concept in self.wanted)

    @cached_property
    def wanted(self) -> tuple[Concept, ...]:
        """What it speaks of, without what it sets apart."""
        return tuple(concept for concept in self.concepts if not concept.unwanted)

    @cached_property
    def unwanted(self) -> tuple[Concept, ...]:
        """What it sets apart."""
        return tuple(concept for concept in self.concepts if concept.unwanted)


PRESENT = re.compile(
    r"\b(?:now(?:adays)?|current(?:ly)?|latest|newest|today|these days|most recent(?:ly)?"
    r"|at (?:the moment|present)|(?<=\bthe )present(?= \w)|this time a?round)\b",
    re.IGNORECASE,
)
"""Words that ask for the newest there is."""
_STANDS = re.compile(
    r"\b(?:has|have)\b[^?,;]*?\b(?:been|yet)\b[^?,;]*?"
    r"\b(?:decided|agreed|approved|settled|chosen|confirmed|resolved|ruled out|finali[sz]ed)\b"
    r"|\b(?:has|have)\b[^?,;]*\b(?:decided|agreed) (?:to|on|that|whether)\b"
    r"|\b(?:is|are|do|does) [^?,;]*\bstill\b|\byet\b\W*$",
    re.IGNORECASE,
)


def asks_of_present(text: str) -> bool:
    """Whether `text` asks how things stand: by a word for it, or what has been decided."""
    return bool(PRESENT.search(text) or _STANDS.search(text))


def understand(text: str, vocabulary: Vocabulary, today: date) -> Question:
    """Read a question against the library's vocabulary. Pure; `today` resolves "last year"."""
    mended, corrections = _mend(text, vocabulary)
    periods = find_asked_periods(mended, today)
    yearless = find_yearless(mended)
    dated = [period.span for period in periods] + [y.span for y in yearless]
    dated += [Span(*match.span()) for match in PRESENT.finditer(mended)]
    concepts = find_concepts(mended, dated, vocabulary)
    wants = find_wants(mended)
    return Question(
        text=text,
        asked=mended,
        searched=mended,
        concepts=concepts,
        wants=wants,
        periods=periods,
        yearless=yearless,
        corrections=corrections,
        predecessor=Want.WHO in wants and not periods and asks_for_predecessor(mended),
    )


def _mend(text: str, vocabulary: Vocabulary) -> tuple[str, tuple[tuple[str, str], ...]]:
    text = spell_out(text)
    corrections: list[tuple[str, str]] = []
    pieces: list[str] = []
    last = 0
    for word in words(text):
        bare = re.sub(r"['’]s$", "", word.text)
        mended = vocabulary.correct(bare)
        if mended:
            pieces += [text[last : word.start], mended]
            last = word.start + len(bare)
            corrections.append((bare, mended))
    return "".join(pieces) + text[last:], tuple(corrections)
