"""Where a quote stands within a passage, and text with spans marked."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup

from ingest.document import Span

_ELLIPSIS = "…"
_CELLS = re.compile(r"[ ]*\t+[ ]*")
_LINES = re.compile(r"[ ]*\n\s*")
_SNIPPET = 300  # characters of a search result
_WORD_EDGE = re.compile(r"\s")


def place_of(quote: str, passage: str) -> Span | None:
    """Where `quote` stands in `passage`, spaces and line ends counting alike; None if nowhere."""
    words = quote.split()
    if not words:
        return None
    pattern = r"\s+".join(re.escape(word) for word in words)
    found = re.search(pattern, passage)
    return Span(*found.span()) if found else None


def marked(text: str, spans: Iterable[Span], *, anchor: str = "") -> Markup:
    """`text` escaped, with `spans` (sorted, may overlap) in <mark>; `anchor` is the first's id."""
    merged = _merged(spans, len(text))
    edges = [0, *(edge for span in merged for edge in span), len(text)]
    parts: list[Markup] = []
    for place, (start, end) in enumerate(pairwise(edges)):
        words = tidy(text[start:end])
        if place % 2 == 0:
            parts.append(Markup("{}").format(words))
        elif anchor and place == 1:
            parts.append(Markup('<mark id="{}">{}</mark>').format(anchor, words))
        else:
            parts.append(Markup("<mark>{}</mark>").format(words))
    return Markup("").join(parts)


def excerpt(passage: str, span: Span | None, *, around: int = 240) -> Markup:
    """About `around` characters either side of `span` (else the beginning), cut at words."""
    if span is None:
        return Markup("{}").format(tidy(_cut_end(passage, 2 * around)))
    start = _word_start(passage, span.start - around)
    end = _word_end(passage, span.end + around)
    inner = marked(passage[start:end], [Span(span.start - start, span.end - start)])
    before = f"{_ELLIPSIS} " if start else ""
    after = f" {_ELLIPSIS}" if end < len(passage) else ""
    return Markup("{}{}{}").format(before, inner, after)


def excerpt_with_marks(text: str, marks: Sequence[Span], *, length: int = _SNIPPET) -> Markup:
    """About `length` characters of `text`, where the most of `marks` stand together."""
    if not marks:
        return excerpt(text, None, around=length // 2)
    best = densest(marks, length)
    middle = (best.start + best.end) // 2
    start = _word_start(text, max(0, min(middle - length // 2, best.start)))
    end = _word_end(text, min(len(text), start + length))
    inside = [Span(m.start - start, m.end - start) for m in marks if start <= m.start < end]
    before = f"{_ELLIPSIS} " if start else ""
    after = f" {_ELLIPSIS}" if end < len(text) else ""
    return Markup("{}{}{}").format(before, marked(text[start:end].rstrip(), inside), after)


def tidy(text: str) -> str:
    """White space as a page shows it: a bar between cells, one line end between lines."""
    return _LINES.sub("\n", _CELLS.sub(" | ", text))


def densest(marks: Sequence[Span], length: int = _SNIPPET) -> Span:
    """From the first to the last of the most of `marks` that stand within `length` characters."""
    windows = [[mark for mark in marks if 0 <= mark.start - at.start < length] for at in marks]
    best = max(windows, key=len)
    return Span(best[0].start, best[-1].end)


def _merged(spans: Iterable[Span], length: int) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        bounded = Span(max(0, span.start), min(length, span.end))
        if bounded.start >= bounded.end:
            continue
        if merged and bounded.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, bounded.end))
        else:
            merged.append(bounded)
    return merged


def _word_start(text: str, offset: int) -> int:
    if offset <= 0:
        return 0
    edge = _WORD_EDGE.search(text, offset)
    return edge.end() if edge and edge.start() - offset < 30 else offset


def _word_end(text: str, offset: int) -> int:
    if offset >= len(text):
        return len(text)
    edge = max(text.rfind(" ", 0, offset), text.rfind("\n", 0, offset))
    return edge if offset - edge < 30 else offset


def _cut_end(text: str, length: int) -> str:
    end = _word_end(text, length)
    return text[:end].rstrip() + (f" {_ELLIPSIS}" if end < len(text) else "")
