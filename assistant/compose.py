"""An answer in the documents' own words, from the best candidates."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.candidates import Candidate
from assistant.fit import fit
from assistant.question import Question
from assistant.scoring import Scored
from assistant.settings import AssistantSettings
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
        return " ".join(piece.text for piece in self.pieces)


def compose(
    question: Question, asks: Sequence[Sequence[Scored]], settings: AssistantSettings
) -> Draft:
    """Draft an answer to `question`. `asks` holds the scored candidates of each ask, best first."""
    chosen: list[Scored] = []
    for scored in asks:
        if scored:
            _take(chosen, scored[0])
    if not chosen:
        return Draft((), ())
    for scored in asks:
        _extend(question, chosen, scored, settings)
    pieces = [_piece(question, item) for item in chosen]
    return Draft(tuple(_in_reading_order(pieces)), tuple(chosen))


def _take(chosen: list[Scored], item: Scored) -> bool:
    for other in chosen:
        same = other.candidate.document.sha256 == item.candidate.document.sha256
        if same and other.candidate.span.overlaps(item.candidate.span):
            return False
    chosen.append(item)
    return True


def _extend(
    question: Question, chosen: list[Scored], scored: Sequence[Scored], settings: AssistantSettings
) -> None:
    """Add what the first choice leaves unanswered, while it is nearly as good and adds something."""
    words = sum(len(item.candidate.text.split()) for item in chosen)
    covered = [
        max(column) for column in zip(*(c.credits for c in chosen if c.credits), strict=False)
    ]
    best = scored[0].score if scored else 0.0
    for item in scored[1 : settings.considered]:
        size = len(item.candidate.text.split())
        if best - item.score > settings.score_gap:
            break
        if len(chosen) >= settings.most_sentences or words + size > settings.most_words:
            continue
        gain = sum(
            concept.weight * max(0.0, new - old)
            for concept, new, old in zip(question.concepts, item.credits, covered, strict=False)
        )
        if _worth_adding(question, chosen, item, gain, settings) and _take(chosen, item):
            words += size
            covered = [max(a, b) for a, b in zip(covered, item.credits, strict=False)]


def _worth_adding(
    question: Question,
    chosen: Sequence[Scored],
    item: Scored,
    gain: float,
    settings: AssistantSettings,
) -> bool:
    if chosen[0].candidate.row is not None or item.candidate.row is not None:
        return False
    text = " ".join(c.candidate.text for c in chosen)
    before = fit(question.wants, text)
    after = fit(question.wants, f"{text} {item.candidate.text}")
    return (
        gain >= settings.least_gain
        or after > before
        or _beside(chosen[0].candidate, item.candidate)
    )


def _beside(first: Candidate, second: Candidate) -> bool:
    if first.document.sha256 != second.document.sha256:
        return False
    gap = max(second.span.start - first.span.end, first.span.start - second.span.end)
    return gap <= 2


def _piece(question: Question, item: Scored) -> Piece:
    candidate = item.candidate
    if candidate.row is not None:
        reading = read_row(question, candidate)
        return Piece(reading.text, candidate, reading.spans)
    if listed := _list_around(question, item):
        return Piece(_listed(listed, candidate.document.text), candidate, tuple(listed))
    if candidate.hit.passage.kind is PassageKind.ACTION:
        return _action(candidate)
    return Piece(_unlabelled(candidate), candidate, (candidate.span,))


def _action(candidate: Candidate) -> Piece:
    """An action whole: what was to be done, what was said of it since, and how it stands."""
    document = candidate.document
    assert candidate.hit.passage.table is not None
    table = document.tables[candidate.hit.passage.table]
    row = next((r for r in table.rows if r.span.overlaps(candidate.span)), None)
    if row is None:
        return Piece(_sentence(candidate.text), candidate, (candidate.span,))
    spans = [s for cell in row.cells for s in sentence_spans(document.text, cell)]
    while sum(len(s.of(document.text).split()) for s in spans) > _ACTION_WORDS and len(spans) > 3:
        middle = [s for s in spans[1:-1] if not s.overlaps(candidate.span)]
        if not middle:
            break
        spans.remove(middle[len(middle) // 2])
    text = " ".join(_sentence(s.of(document.text)) for s in spans)
    return Piece(text, candidate, tuple(spans))


_ACTION_WORDS = 95


def _unlabelled(candidate: Candidate) -> str:
    """The sentence without the printed number of its paragraph."""
    text = _sentence(candidate.text)
    label = next(
        (
            b.label
            for b in candidate.document.blocks
            if b.label and b.span.start == candidate.span.start
        ),
        None,
    )
    return text.removeprefix(label).lstrip(" .)") if label else text


def _sentence(text: str) -> str:
    return " ".join(text.split())


def _listed(spans: Sequence[Span], text: str) -> str:
    said = [_sentence(span.of(text)) for span in spans]
    opening = [] if not said[0].endswith(":") else [said.pop(0)]
    return "\n".join((*opening, *(f"- {item}" for item in said)))


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
    if candidate.text.rstrip().endswith(":"):
        return _whole_list(blocks, at, candidate.document)
    return []


def _whole_list(blocks: Sequence[Block], lead: int, document: Document) -> list[Span]:
    spans: list[Span] = []
    if lead >= 0 and blocks[lead].kind is BlockKind.PARAGRAPH:
        opening = sentence_spans(document.text, blocks[lead].span)
        if opening and opening[-1].of(document.text).rstrip().endswith(":"):
            spans.append(opening[-1])
    for block in blocks[lead + 1 :]:
        if block.kind is not BlockKind.LIST_ITEM:
            break
        spans.append(block.span)
        if sum(len(s.of(document.text).split()) for s in spans) > _LIST_WORDS:
            return []
    return spans if len(spans) > 1 else []


def _in_reading_order(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of one document in its order; documents in the order they were chosen."""
    order = {p.candidate.document.sha256: i for i, p in reversed(list(enumerate(pieces)))}
    return sorted(pieces, key=lambda p: (order[p.candidate.document.sha256], p.spans[0].start))
