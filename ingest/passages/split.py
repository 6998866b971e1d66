"""Cut spans into pieces of a bounded number of words, at sentence ends where there are any."""

import re
from collections.abc import Sequence

from ingest.document import Span
from ingest.sentences import sentence_spans

_WORD = re.compile(r"\S+")


def word_count(text: str, span: Span) -> int:
    """How many words stand in the span."""
    return sum(1 for _ in _WORD.finditer(text, span.start, span.end))


def split_span(text: str, span: Span, limit: int) -> list[Span]:
    """Pieces of at most `limit` words, in order, covering every word of the span.

    Cut at sentence ends; a sentence that is too long by itself is cut between words.
    """
    if word_count(text, span) <= limit:
        return [span]
    pieces: list[Span] = []
    for sentence in sentence_spans(text, span):
        pieces.extend(_cut_words(text, sentence, limit))
    return pack(text, pieces, limit)


def pack(text: str, parts: Sequence[Span], limit: int) -> list[Span]:
    """Neighbouring parts put together up to `limit` words; a longer part stays by itself."""
    packed: list[Span] = []
    count = 0
    for part in parts:
        words = word_count(text, part)
        if packed and count + words <= limit:
            packed[-1] = Span(packed[-1].start, part.end)
            count += words
        else:
            packed.append(part)
            count = words
    return packed


def _cut_words(text: str, span: Span, limit: int) -> list[Span]:
    words = [match.span() for match in _WORD.finditer(text, span.start, span.end)]
    return [
        Span(words[place][0], words[min(place + limit, len(words)) - 1][1])
        for place in range(0, len(words), limit)
    ]
