"""The texts to embed: short enough for the model, each beginning with a short context."""

import re
from collections.abc import Sequence

from ingest.document import Span
from ingest.passages.split import pack, split_span

_MOST_WORDS = 85
_MOST_PIECES = 120
"""The model reads 256 word pieces and silently cuts the rest, but a vector of so many says little
of each: on the development questions windows of this size bring the right passage among the first
five in 76 of 100 cases, windows twice as long in 66."""
_SHORT_WORDS = 20
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_LONG_WORD = 7  # letters: longer words are mostly more than one piece


def windows_of(text: str, parts: Sequence[Span], lead: str, again: str = "") -> tuple[str, ...]:
    """One text per window: whole parts as far as they fit, a part cut at sentences where not.

    The first begins with `lead`, the others with `again` if there is one, both shortened.
    """
    first, later = shortened(lead), shortened(again or lead)
    room = 1.0 - max(_cost(first), _cost(later))
    pieces = [piece for part in parts for piece in split_span(text, part, room, _cost)]
    bodies = [span.of(text) for span in pack(text, pieces, room, _cost)]
    return tuple(_window(later if place else first, body) for place, body in enumerate(bodies))


def _window(short: str, body: str) -> str:
    return f"{short}\n{body}" if short else body


def shortened(words: str) -> str:
    """The last words of a context, few enough to leave room: the end of a path says most."""
    return " ".join(words.split()[-_SHORT_WORDS:])


def estimated_pieces(text: str) -> int:
    """About how many word pieces the embedding model cuts `text` into; rather too many.

    Long words are cut in two or three, figures in pairs of digits, marks stand alone.
    """
    return sum(_pieces_of(match.group()) for match in _TOKEN.finditer(text))


def _pieces_of(token: str) -> int:
    if token.isdigit():
        return (len(token) + 1) // 2
    return 1 + (len(token) - 1) // _LONG_WORD if token.isalpha() else 1


def _cost(text: str) -> float:
    """The share of a window that `text` takes up."""
    return max(len(text.split()) / _MOST_WORDS, estimated_pieces(text) / _MOST_PIECES)
