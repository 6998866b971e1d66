"""Where a letter's body begins and ends, what it is about, and who wrote it."""

from dataclasses import dataclass

from assistant.foi.head import find_head
from assistant.foi.letter_text import lines_of
from assistant.foi.requester import Requester, find_requester
from assistant.foi.tail import find_tail, lines_span
from ingest.document import Span


@dataclass(frozen=True, slots=True)
class Bounds:
    """The spans of the body (more than one when a postscript follows the signature)."""

    body: tuple[Span, ...]
    subject: str
    requester: Requester


def find_bounds(copy: str) -> Bounds:
    """The body, the subject line and the requester of a letter, from its working copy."""
    lines = lines_of(copy, Span(0, len(copy)))
    head = find_head(copy, lines)
    tail = find_tail(copy, lines, head.first)
    body = lines_span(lines, head.first, tail.signed, len(copy))
    if tail.closing is not None:
        body = Span(body.start, tail.closing)
    resumed = lines_span(lines, tail.resumed, tail.end, len(copy))
    words = [line.span.of(copy) for line in lines]
    requester = find_requester(
        copy,
        words[: head.first],
        words[tail.signed : tail.resumed],
        head.fields,
        tail.closing_name,
    )
    spans = (body, resumed) if tail.resumed < tail.end else (body,)
    return Bounds(tuple(span for span in spans if span.start < span.end), head.subject, requester)
