"""Asks in running text: sentence by sentence, each ask a part."""

from dataclasses import dataclass

from assistant.foi.collect import Collector
from assistant.foi.coordination import ask_spans
from assistant.foi.letter_text import flowing
from assistant.foi.wording import Wording, is_general_request, only_tells, wording
from ingest.document import Span
from ingest.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the letter and what it is for."""

    span: Span
    kind: Wording


def sentences_of(copy: str, span: Span, *, listed: bool = False) -> list[Sentence]:
    """The sentences of a paragraph or item, whose line breaks do not count."""
    flat = flowing(copy, span)
    return [
        Sentence(found, wording(found.of(flat), listed=listed))
        for found in sentence_spans(flat, span)
    ]


def read_prose(
    copy: str, span: Span, collector: Collector, *, introduces: bool = False
) -> Sentence:
    """Hand the asks of a paragraph to `collector` and return its last sentence.

    `introduces`: a list follows, so a last sentence that ends in a colon, or asks for information
    in general, leads into it and is no part itself.
    """
    collector.begun = True
    found = sentences_of(copy, span) or [Sentence(span, Wording.BACKGROUND)]
    asked = False
    for place, sentence in enumerate(found):
        leads = introduces and place == len(found) - 1
        asked = _read(copy, sentence, collector, asked=asked, leads=leads)
    return found[-1]


def _read(copy: str, sentence: Sentence, collector: Collector, *, asked: bool, leads: bool) -> bool:
    """Take one sentence; True if an ask stands open for the next to follow up."""
    words = sentence.span.of(copy)
    if sentence.kind is Wording.ASK:
        if (leads and words.rstrip().endswith((":", "-", "–", ","))) or (
            leads and words.rstrip()[-1] not in ".?!"
        ):
            return False
        general = is_general_request(words) and ":" not in words.rstrip(" :\n")
        pieces = [sentence.span] if general else ask_spans(copy, sentence.span)
        if len(pieces) > 1 and only_tells(pieces[0].of(copy)):
            del pieces[0]
        for piece in pieces:
            collector.ask(piece, general=general)
        return True
    if sentence.kind is Wording.FOLLOW_UP:
        if asked and collector.extend(sentence.span):
            return True
        collector.ask(sentence.span)
        return True
    collector.aside(sentence.kind, sentence.span)
    return asked and sentence.kind is Wording.SCOPE
