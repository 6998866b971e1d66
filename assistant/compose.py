"""An answer in the documents' own words, from the candidates chosen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from assistant.candidates import Candidate
from assistant.lead_ins import announces
from assistant.question import Question
from assistant.scoring import Scored
from assistant.table_reading import read_row
from assistant.wants import Want
from ingest.document import Block, BlockKind, Document, Span
from ingest.passage import PassageKind
from ingest.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the answer and the spans of its document that prove it."""

    text: str
    candidate: Candidate
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before verification, with the scored candidates it was made from."""

    pieces: tuple[Piece, ...]
    used: tuple[Scored, ...]

    @property
    def text(self) -> str:
        """The pieces as one text."""
        return "\n".join(piece.text for piece in self.pieces)


def compose(question: Question, chosen: Sequence[Scored]) -> Draft:
    """Draft an answer to `question` from the candidates chosen for it."""
    if len(chosen) == 1 and (entry := _entry_around(question, chosen[0].candidate)):
        return Draft((_entry(chosen[0].candidate, entry),), tuple(chosen))
    pieces: list[Piece] = []
    left = _MOST_WORDS
    briefly = _are_long_rows(question, chosen)
    for item in chosen:
        piece = _piece(question, item, left if pieces else _ACTION_WORDS, briefly=briefly)
        size = len(piece.text.split())
        if any(_tells(told, piece) for told in pieces) or (pieces and size > left):
            continue
        pieces.append(piece)
        left -= size
    return Draft(tuple(_in_reading_order(pieces)), tuple(chosen))


_MOST_WORDS = 115
"""Words of an answer, unless the first thing told is longer by itself."""


def _are_long_rows(question: Question, chosen: Sequence[Scored]) -> bool:
    """Whether several rows were chosen that, each told whole, would leave one of them out."""
    rows = [item.candidate for item in chosen if item.candidate.row is not None]
    told = sum(len(read_row(question, row).text.split()) for row in rows)
    return len(rows) > 1 and told > _MOST_WORDS


def _tells(told: Piece, piece: Piece) -> bool:
    """Whether `told` says what `piece` says: items of one list give the whole list each.

    A document may say the same thing in the same words at two places, too.
    """
    if told.text == piece.text:
        return True
    same = told.candidate.document.sha256 == piece.candidate.document.sha256
    return same and all(any(s.contains(span) for s in told.spans) for span in piece.spans)


def _piece(question: Question, item: Scored, action_words: int, *, briefly: bool) -> Piece:
    candidate = item.candidate
    if candidate.row is not None:
        reading = read_row(question, candidate, briefly=briefly)
        return Piece(reading.text, candidate, reading.spans)
    if listed := _list_around(question, item):
        return Piece(_listed(listed, candidate.document), candidate, tuple(listed))
    if candidate.hit.passage.kind is PassageKind.ACTION:
        return _action(candidate, min(action_words, _ACTION_WORDS))
    if entry := _entry_around(question, candidate):
        return _entry(candidate, entry)
    if announces(candidate.text.rstrip()) and (following := _following(candidate)):
        told = "\n".join(_plain(span.of(candidate.document.text)) for span in following)
        return Piece(f"{_unlabelled(candidate)}\n{told}", candidate, (candidate.span, *following))
    return Piece(_unlabelled(candidate), candidate, (candidate.span,))


def _following(candidate: Candidate) -> tuple[Span, ...]:
    """What comes right after words that announce it: the rows of a small table, a paragraph."""
    document = candidate.document
    block = next((b for b in document.blocks if b.span.start >= candidate.span.end), None)
    if block is None:
        return ()
    spans: tuple[Span, ...] = (block.span,)
    if block.kind is BlockKind.TABLE:
        tables = [table for table in document.tables if table.span.overlaps(block.span)]
        spans = tuple(row.span for table in tables for row in table.rows)
    elif block.kind is not BlockKind.PARAGRAPH:
        return ()
    return spans if _size(spans, document) <= _FOLLOWING_WORDS else ()


_FOLLOWING_WORDS = 60


def _entry_around(question: Question, candidate: Candidate) -> Span | None:
    """Where "who" is answered by part of a list of people, the whole entry: name, role, body."""
    if Want.WHO not in question.wants:
        return None
    entries = [person.span for person in candidate.document.people]
    return next((entry for entry in entries if entry.contains(candidate.span)), None)


def _entry(candidate: Candidate, entry: Span) -> Piece:
    return Piece(_plain(entry.of(candidate.document.text)), candidate, (entry,))


_ACTION_WORDS = 95


def _action(candidate: Candidate, most_words: int) -> Piece:
    """An action whole: what was to be done, what was said of it since, and how it stands.

    A long update is told by its first words, the sentence that was found, and its last.
    """
    document = candidate.document
    spans = [
        sentence
        for cell in _row_cells(candidate)
        for sentence in sentence_spans(document.text, cell)
    ]
    while sum(len(s.of(document.text).split()) for s in spans) > most_words:
        middle = [s for s in spans[1:-1] if not s.overlaps(candidate.span)]
        if not middle:
            break
        spans.remove(middle[-1])
    text = " ".join(_plain(s.of(document.text)) for s in spans)
    return Piece(text, candidate, tuple(spans))


def _row_cells(candidate: Candidate) -> tuple[Span, ...]:
    index = candidate.hit.passage.table
    rows = candidate.document.tables[index].rows if index is not None else ()
    row = next((row for row in rows if row.span.overlaps(candidate.span)), None)
    return row.cells if row else (candidate.span,)


def _unlabelled(candidate: Candidate) -> str:
    """The words without the printed number of their paragraph."""
    text = _plain(candidate.text)
    starts = candidate.span.start
    label = next(
        (b.label for b in candidate.document.blocks if b.label and b.span.start == starts), None
    )
    return text.removeprefix(label).lstrip(" .)") if label else text


def _plain(text: str) -> str:
    """The words on one line, the cells of a row apart."""
    return " ".join(re.sub(r"\s*\t\s*", "; ", text.strip()).split())


def _listed(spans: Sequence[Span], document: Document) -> str:
    said = [_plain(span.of(document.text)) for span in spans]
    items = {block.span for block in document.blocks if block.kind is BlockKind.LIST_ITEM}
    return "\n".join(
        f"- {words}" if span in items else words for span, words in zip(spans, said, strict=True)
    )


_LIST_WORDS = 110
_FROM_ITS_HEADING = 0.5
"""An item whose own words carry less than this share of what it covers is one of the things that
its heading or lead-in announces: the question asked for them all."""


def _list_around(question: Question, item: Scored) -> list[Span]:
    """The whole list, with its lead-in, where the candidate opens one or a list was asked for."""
    candidate = item.candidate
    if candidate.hit.passage.kind is not PassageKind.PROSE:
        return []
    blocks = [b for b in candidate.document.blocks if b.kind is not BlockKind.TABLE]
    at = next((i for i, b in enumerate(blocks) if b.span.overlaps(candidate.span)), None)
    if at is None:
        return []
    if blocks[at].kind is BlockKind.LIST_ITEM:
        announced = item.features.own < _FROM_ITS_HEADING * item.features.covered
        if Want.LIST not in question.wants and not announced:
            return []
        first = at
        while first > 0 and blocks[first - 1].kind is BlockKind.LIST_ITEM:
            first -= 1
        return _whole_list(blocks, first - 1, candidate.document)
    if blocks[at].kind is BlockKind.PARAGRAPH and _opens_a_list(candidate.text):
        return _whole_list(blocks, at, candidate.document)
    if blocks[at].kind is BlockKind.PARAGRAPH:
        rest = candidate.document.text[candidate.span.end : blocks[at].span.end].strip()
        if announces(rest) and len(rest.split()) <= _SHORT_LEAD:  # "They are:"
            listed = _whole_list(blocks, at, candidate.document)
            return [candidate.span, *listed] if listed else []
    return []


_SHORT_LEAD = 4


def _opens_a_list(words: str) -> bool:
    """Whether words end as those do that a list follows: they announce it or, if few, just end."""
    words = words.rstrip()
    return announces(words) or (words[-1:].isalnum() and len(words.split()) <= _SHORT_OPENING)


_SHORT_OPENING = 12


def _whole_list(blocks: Sequence[Block], lead: int, document: Document) -> list[Span]:
    spans: list[Span] = []
    if lead >= 0 and blocks[lead].kind is BlockKind.PARAGRAPH:
        opening = sentence_spans(document.text, blocks[lead].span)
        if opening and _opens_a_list(opening[-1].of(document.text)):
            spans.append(opening[-1])
    items = list(takewhile(lambda b: b.kind is BlockKind.LIST_ITEM, blocks[lead + 1 :]))
    if _size([b.span for b in items], document) > _LIST_WORDS:
        outermost = min((b.level for b in items), default=0)
        items = [b for b in items if b.level == outermost]
    spans += [b.span for b in items]
    if _size(spans, document) > _LIST_WORDS:
        return []
    return spans if len(spans) > 1 else []


def _size(spans: Sequence[Span], document: Document) -> int:
    return sum(len(span.of(document.text).split()) for span in spans)


def _in_reading_order(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of one document in its order; documents in the order they were chosen."""
    order = {p.candidate.document.sha256: i for i, p in reversed(list(enumerate(pieces)))}
    return sorted(pieces, key=lambda p: (order[p.candidate.document.sha256], p.spans[0].start))
