"""Questions of how many of a thing there are: a count has to stand by the thing."""

import re

from assistant.candidates import all_stems
from assistant.concepts import EQUIVALENT, Concept
from assistant.fit import counts_with_words
from assistant.question import Question

_HOW_MANY_ARE = re.compile(
    r"\bhow many\b[^?,;]*?\b(?:are|were|is|was) there\b"
    r"|\bhow many\b[^?,;]*?\b(?:do|does|did)\b[^?,;]*\b(?:have|got)\b",
    re.IGNORECASE,
)
_TELLING = 0.1


def counts_what_there_is(question: Question, text: str) -> bool:
    """Whether a count stands within a few words of the thing, where it is asked how many there are.

    True of any text where that is not asked.
    """
    counted = [c for c in question.wanted if c.focused and c.weight > _TELLING]
    if not counted or not _HOW_MANY_ARE.search(question.asked):
        return True
    around = [all_stems(words) for words in counts_with_words(text)]
    return any(_is_said_of(concept, stems) for concept in counted for stems in around)


def _is_said_of(counted: Concept, stems: frozenset[str]) -> bool:
    """Whether words speak of the thing, or of its kind: "34 visitors" of custody visitors."""
    own, _, _ = counted.phrases[0]
    return own[-1] in stems or counted.credit(stems) >= EQUIVALENT
