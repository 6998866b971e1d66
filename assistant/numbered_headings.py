"""A list that a document gives by its headings: "Priority 1 – Safer Roads", "Priority 2 – ...".

Plans seldom list their priorities in one sentence; each has a heading with its number.
"""

import re
from collections.abc import Sequence

from assistant.candidates import Candidate
from assistant.periods import Times, agreement
from assistant.question import Question
from assistant.scoring import Scored
from assistant.words import stem, words
from index.results import DocumentRecord, Hit
from ingest.document import BlockKind, Document, Span

_KINDS = frozenset(
    stem(word)
    for word in """priorities objectives pillars themes aims goals stages phases strands outcomes
    recommendations commitments strategies""".split()
)
_ASKS_FOR_THEM = re.compile(
    r"\b(?:what|which|name|names|list|give|state|set out|tell|identify|outline)\b", re.IGNORECASE
)
_FEWEST = 3
_ITEM = r"\b{kind}\s+(?P<number>\d{{1,2}})\s*[:.–—-]\s*\S"


def headings_asked_for(
    question: Question, scored: Sequence[Scored], hits: Sequence[tuple[Hit, Document]]
) -> tuple[DocumentRecord, tuple[Span, ...]] | None:
    """The document whose numbered headings list what `question` asks for, and where they stand.

    Only where what was found first is no list itself. The documents are tried in the order in
    which their passages were found; one of another time than that asked for is passed over.
    """
    kinds = [w for w in words(question.asked) if w.text.endswith("s") and w.stem in _KINDS]
    if not kinds or not _ASKS_FOR_THEM.search(question.asked):
        return None
    if scored and _lists(scored[0].candidate):
        return None
    tried: set[str] = set()
    for hit, document in hits:
        if hit.document.id in tried or agreement(question, Times((), ()), document) < 0:
            continue
        tried.add(hit.document.id)
        series = _series(kinds[0].stem, document)
        if len(series) >= _FEWEST:
            return hit.document, tuple(series)
    return None


def _lists(candidate: Candidate) -> bool:
    return candidate.text.count(",") + candidate.text.count(";") + candidate.text.count("\n") > 1


def _series(kind: str, document: Document) -> list[Span]:
    """The first heading of each number of a kind, in order from 1 without a gap."""
    found: dict[int, Span] = {}
    for block in document.blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        text = block.span.of(document.text)
        for word in words(text):
            if word.stem != kind:
                continue
            if item := re.compile(_ITEM.format(kind=re.escape(word.text))).search(text):
                start = block.span.start + item.start()
                found.setdefault(int(item["number"]), Span(start, block.span.end))
    numbers = sorted(found)
    return [found[n] for n in numbers] if numbers == list(range(1, len(numbers) + 1)) else []
