"""What a panel or committee resolved: "The Panel AGREED ...", "REQUESTED the following: ...".

The verbs that bind stand in capitals in minutes; NOTED, RECEIVED and CONSIDERED bind nobody.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.commitment import Commitment, CommitmentKind
from ingest.commitments.context import Context
from ingest.commitments.due import find_due
from ingest.document import Block, BlockKind, Span
from ingest.sentences import sentence_spans

_VERB = re.compile(r"\b(?P<verb>AGREED|RESOLVED|APPROVED|ENDORSED|REQUESTED|RECOMMENDED|ASKED)\b")
_ASKS = frozenset({"REQUESTED", "RECOMMENDED", "ASKED"})
_WHO = re.compile(
    r"\b(?P<who>[Tt]he\s+(?:[A-Z]\w+\s+)*(?:Panel|Committee|Board|Members|Cabinet))\b"
)
_LIST_FOLLOWS = re.compile(r":\W*$")


def find_resolutions(context: Context) -> Iterator[Commitment]:
    """Each resolution as a decision or, where it asks for something, each thing asked for."""
    blocks = context.document.blocks
    text = context.document.text
    who = ""
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            who = ""
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            continue
        for span in sentence_spans(text, block.span):
            words = span.of(text)
            named = _WHO.search(words)
            who = named["who"] if named else who
            verb = _VERB.search(words)
            if verb is None:
                continue
            asks = verb["verb"] in _ASKS
            if asks and _LIST_FOLLOWS.search(words):
                for item in _items(blocks[place + 1 :], block.level):
                    yield _commitment(context, item.span, span, who, asks=True)
            else:
                yield _commitment(context, span, span, who, asks=asks)


def _items(below: Sequence[Block], level: int) -> Iterator[Block]:
    """The list items right below, up to the next item of the resolution's own list."""
    for block in below:
        numbered_beside = block.label is not None and block.level <= level
        if block.kind is not BlockKind.LIST_ITEM or numbered_beside:
            return
        yield block


def _commitment(context: Context, span: Span, said: Span, who: str, *, asks: bool) -> Commitment:
    text = context.document.text
    words = span.of(text).strip()
    day = context.said_at(span.start)
    return Commitment(
        key="",
        kind=CommitmentKind.REQUEST if asks else CommitmentKind.DECISION,
        text=words,
        span=span,
        quotes=(span,) if span == said else (said, span),
        locator=context.places.locator(span.start),
        page=context.places.page_at(span.start),
        raised=day,
        owner="" if asks else who,
        requester=who if asks else "",
        topic=context.places.topic(span.start),
        due=find_due(f"{said.of(text)} {words}" if span != said else words, day),
        found_by="resolution",
        confidence=0.9,
    )
