"""The texts to embed: short enough for the model, each beginning with a short context."""

from ingest.document import Span
from ingest.passages.split import pack, split_span, word_count

WINDOW_WORDS = 175
"""The model reads 256 word pieces, about 200 words; the rest is silently cut (FACTS.md)."""
_SHORT_WORDS = 28
_MIN_BODY_WORDS = 60


def windows_of(text: str, parts: tuple[Span, ...], lead: str) -> tuple[str, ...]:
    """One text per window: `lead` shortened, then whole parts as far as they fit."""
    short = shortened(lead, _SHORT_WORDS)
    room = max(WINDOW_WORDS - len(short.split()), _MIN_BODY_WORDS)
    pieces: list[Span] = []
    for part in parts:
        cost = piece_cost(text, part)
        pieces.extend(
            split_span(text, part, room) if cost <= 1.3 else _dense(text, part, room, cost)
        )
    return tuple(_window(short, span.of(text)) for span in pack(text, pieces, room))


def piece_cost(text: str, span: Span) -> float:
    """Word pieces per word, roughly: figures and marks cost the model more than words do."""
    words = span.of(text)
    count = max(word_count(text, span), 1)
    digits = sum(sign.isdigit() or sign in ".,%-£()/:" for sign in words)
    return 1.0 + digits / count / 3


def _dense(text: str, span: Span, room: int, cost: float) -> list[Span]:
    return split_span(text, span, max(int(room / cost * 1.2), 20))


def shortened(words: str, limit: int) -> str:
    """The last `limit` words: the end of a section path says most."""
    parts = words.split()
    return " ".join(parts[-limit:])


def _window(short: str, body: str) -> str:
    return f"{short}\n{body}" if short else body
