"""How much of what is asked the sources of an answer speak of.

The answering pipeline finds what is nearest; a reply to a request must not pass off what is near
for what was asked. The measure is the weight of the ask's concepts that stand, in their own words
or near-equivalents, in the cited passages and where those stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, Self

from assistant.answer import Citation, Turn
from assistant.candidates import all_stems
from assistant.conversation import leans_on_history
from assistant.fit import holds_wanted
from assistant.question import understand
from assistant.vocabulary import Vocabulary, make_vocabulary
from index.results import Lexicon
from ingest.document import Span
from ingest.sentences import sentence_spans

_OF_ITS_SUBJECT = 0.3
"""The share of an ask's weight that the sentence with its fact has to speak of."""
_OWN_SUBJECT = 0.6
"""The weight of its words below which an ask has no subject of its own."""


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

    def of(self, ask: str, citations: Sequence[Citation], history: Sequence[Turn] = ()) -> float:
        """The share, 0 to 1, of the ask's weight that the citations' passages speak of.

        An ask without a subject of its own ("who paid for it?") is measured with what it leans on.
        """
        question = understand(ask, self.vocabulary, self.today)
        if question.weight < _OWN_SUBJECT and history and leans_on_history(ask):
            leant_on = f"{history[-1].question} – {ask}"
            question = understand(leant_on, self.vocabulary, self.today)
        stems = frozenset[str]().union(
            *(all_stems(f"{c.title} {c.locator} {c.passage}") for c in citations)
        )
        if not question.weight:
            return 1.0
        covered = sum(concept.weight * concept.credit(stems) for concept in question.wanted)
        return covered / question.weight

    def holds_fact(self, ask: str, citations: Sequence[Citation]) -> bool:
        """Whether a sentence or row quoted holds a fact of the kind asked for, and speaks of it.

        An ask without a subject of its own is content with any such fact.
        """
        question = understand(ask, self.vocabulary, self.today)
        least = question.weight * _OF_ITS_SUBJECT if question.weight >= _OWN_SUBJECT else 0.0
        return any(
            holds_wanted(question.wants, said, "\t" in said)
            and sum(c.weight * c.credit(stems) for c in question.wanted) >= least
            for citation in citations
            for said, stems in _sentences(citation)
        )


def _sentences(citation: Citation) -> list[tuple[str, frozenset[str]]]:
    """Each sentence quoted with its stems; of a row, with those of the passage around it."""
    quote = citation.quote
    if "\t" in quote:
        return [(quote, all_stems(f"{citation.title} {citation.locator} {citation.passage}"))]
    spans = sentence_spans(quote, Span(0, len(quote)))
    return [(said, all_stems(said)) for said in (span.of(quote) for span in spans)]
