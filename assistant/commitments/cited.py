"""The proof of an answer from the register: verbatim words, with document and place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.commitments.item import Item
from assistant.words import stems
from ingest.commitment import Update
from ingest.document import Span
from ingest.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class CitedCommitment:
    """One quote of one record. `span` is where it stands in the stored text of the document."""

    thread: str
    item: str
    document_id: str
    document: str
    title: str
    date: date | None
    page: int | None
    locator: str
    quote: str
    span: Span
    url: str | None = None


def cite_text(thread: str, item: Item) -> CitedCommitment:
    """The undertaking's own words."""
    return _cite(thread, item, item.commitment.text, item.commitment.span)


def cite_span(thread: str, item: Item, words: str, span: Span) -> CitedCommitment:
    """Part of an update."""
    return _cite(thread, item, words, span)


def _cite(thread: str, item: Item, words: str, span: Span) -> CitedCommitment:
    metadata = item.document.metadata
    return CitedCommitment(
        thread=thread,
        item=item.id,
        document_id=item.document.id,
        document=item.document.name,
        title=metadata.title,
        date=item.day,
        page=item.commitment.page,
        locator=item.commitment.locator,
        quote=words,
        span=Span(span.start, span.start + len(words)),
        url=metadata.url,
    )


_PREFIX = re.compile(r"\b(re|non|co|anti|pre)-(?=[a-z])", re.IGNORECASE)  # "re-offending"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an update and where it stands."""

    words: str
    span: Span


def telling_sentences(
    update: Update, asked: frozenset[str], budget: int, status: str
) -> Sequence[Said]:
    """The sentences of an update that answer best, in their order, within `budget` words.

    Those that share words with the question come first, then the first ones; the status alone
    ("Action closed.") is left out.
    """
    sentences = [
        Said(
            span.of(update.text), Span(update.span.start + span.start, update.span.start + span.end)
        )
        for span in sentence_spans(update.text, Span(0, len(update.text)))
    ]
    sentences = [each for each in sentences if each.words.strip(" .*") != status.strip(" .*")]
    ranked = sorted(
        range(len(sentences)),
        key=lambda place: (-len(asked & stems(_PREFIX.sub(r"\1", sentences[place].words))), place),
    )
    kept: list[int] = []
    for place in ranked:
        length = len(sentences[place].words.split())
        if length <= budget:
            kept.append(place)
            budget -= length
    return [sentences[place] for place in sorted(kept)]
