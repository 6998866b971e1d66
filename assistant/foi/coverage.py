"""How much of what is asked the sources of an answer speak of.

The answering pipeline finds what is nearest; a reply to a request must not pass off what is near
for what was asked. The measure is the weight of the ask's concepts that stand, in their own words
or near-equivalents, in the cited passages and where those stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, Self

from assistant.answer import Citation
from assistant.question import understand
from assistant.vocabulary import Vocabulary, make_vocabulary
from assistant.words import words
from index.results import Lexicon


class HasLexicon(Protocol):
    """What has a vocabulary: the library, or a stand-in."""

    def lexicon(self) -> Lexicon:
        """Its vocabulary."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Measures coverage with one library's word weights, on `today`."""

    vocabulary: Vocabulary
    today: date

    @classmethod
    def of_library(cls, library: HasLexicon, today: date) -> Self:
        """With the word weights of `library`."""
        return cls(make_vocabulary(library.lexicon()), today)

    def of(self, ask: str, citations: Sequence[Citation]) -> float:
        """The share, 0 to 1, of the ask's weight that the citations' passages speak of."""
        question = understand(ask, self.vocabulary, self.today)
        stems = {
            word.stem
            for citation in citations
            for word in words(f"{citation.title} {citation.locator} {citation.passage}")
        }
        if not question.weight:
            return 1.0
        covered = sum(concept.weight * concept.credit(stems) for concept in question.wanted)
        return covered / question.weight
