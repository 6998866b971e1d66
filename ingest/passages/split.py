"""Cut spans into pieces that fit, at sentence ends where there are any."""

import re
from collections.abc import Callable, Sequence

from ingest.document import Span
from ingest.sentences import sentence_spans

_WORD = re.compile(r"\S+")

Cost = Callable[[str], float]
"""How much of the room a text takes up; adding text never lowers it."""


def word_count(text: str) -> float:
    """How many words the text has."""
    return float(len(text.split()))


def split_span(text: str, span: Span, limit: float, cost: Cost = word_count) -> list[Span]:
    """Pieces of at most `limit`, in order, covering every word of the span.

    Cut at sentence ends; a sentence that is too long by itself is cut between words. A single
    word over the limit stays whole.
    """
    if cost(span.of(text)) <= limit:
        return [span]
    pieces: list[Span] = []
    for sentence in sentence_spans(text, span):
        if cost(sentence.of(text)) <= limit:
            pieces.append(sentence)
        else:
            pieces.extend(_words(text, sentence))
    return pack(text, pieces, limit, cost)


def pack(text: str, parts: Sequence[Span], limit: float, cost: Cost = word_count) -> list[Span]:
    """Neighbouring parts put together up to `limit`; a costlier part stays by itself.

    Costs are added up part by part, so that packing takes time in proportion to the text.
    """
    packed: list[Span] = []
    spent = 0.0
    for part in parts:
        price = cost(part.of(text))
        if packed and spent + price <= limit:
            packed[-1] = Span(packed[-1].start, part.end)
            spent += price
        else:
            packed.append(part)
            spent = price
    return packed


def _words(text: str, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(text, span.start, span.end)]
