"""The sentences of a passage as texts to embed, each by itself."""

from collections.abc import Sequence

from ingest.document import Span
from ingest.sentences import sentence_spans

_LEAST_WORDS = 4
"""Shorter ones ("Noted.", a name, a heading) are near to everything and say nothing."""


def sentences_of(text: str, parts: Sequence[Span]) -> tuple[str, ...]:
    """The sentences and rows within `parts`, each once, on one line, without any context.

    A vector of one sentence finds what a window of several hides among its other matters. With
    their headings before them sentences found no more: they become like their neighbours.
    """
    said = (
        " ".join(span.of(text).split()) for part in parts for span in sentence_spans(text, part)
    )
    return tuple(dict.fromkeys(words for words in said if len(words.split()) >= _LEAST_WORDS))
