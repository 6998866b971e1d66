"""Nothing reaches a reader that is not in the stored text.

Every quote is looked up again in the document, and every figure and name in a piece of the answer
must stand in a quote of that piece or in the labels of its table.
"""

import re

from assistant.compose import Draft, Piece
from assistant.words import fold, words
from ingest.document import Span

SHORTEST_QUOTE = 12
"""Characters: a shorter run of words is found by chance."""
_NAME = re.compile(r"\b[A-Z][\w'’-]+")


def verify(draft: Draft) -> Draft:
    """The draft without the pieces that their quotes do not prove."""
    pieces = tuple(piece for piece in draft.pieces if is_proved(piece))
    return Draft(pieces, draft.used)


def is_proved(piece: Piece) -> bool:
    """Whether the piece's quotes stand in the stored text and hold its figures and names."""
    text = piece.candidate.document.text
    quotes = [widen(span, text).of(text) for span in piece.spans]
    if not quotes or any(not quote.strip() for quote in quotes):
        return False
    support = fold(" ".join(quotes) + " " + _labels(piece))
    known = {word.stem for word in words(support)}
    figures = [word for word in words(piece.text) if word.is_figure]
    names = _NAME.findall(piece.text)
    return all(w.stem in known for w in figures) and all(fold(n) in support for n in names)


def widen(span: Span, text: str) -> Span:
    """A span too short to be a quote, widened to its whole line."""
    if span.end - span.start >= SHORTEST_QUOTE:
        return span
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(text))


def _labels(piece: Piece) -> str:
    """What a table itself says of its rows and columns: header, caption, title and notes."""
    candidate = piece.candidate
    if candidate.table is None or candidate.row is None:
        return ""
    table = candidate.document.tables[candidate.table]
    text = candidate.document.text
    notes = [note.of(text) for note in table.notes]
    labels = table.rows[candidate.row].labels
    return " ".join((table.caption, table.title, *table.columns, *labels, *notes))
