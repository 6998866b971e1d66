"""The questions of a request with the answers that a letter gives them.

Letters do it in three ways: they quote the request with its numbers and answer under headings with
the same ones; they answer each question right under it; or they set the whole request between
"You asked" and "Our response".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.document import BlockKind, Document, DocumentKind, Span
from ingest.questions.numbers import Mark, mark_of
from ingest.questions.pair import QuestionPair

_FIRST = ("1", "a")
_MOST_STARTS = 50  # places where the answers may begin that are looked at
_ASKS = re.compile(
    r"\?|\b(?:please|provide|supply|confirm|state|list|copy|copies|details?|number of)\b", re.I
)
_REQUEST = re.compile(
    r"(?:you (?:have )?(?:asked|requested)\b.{0,80}|(?:your|the)? ?(?:request|questions?)"
    r"|.{0,120}\b(?:you|which) (?:have )?(?:asked|requested)\b.{0,60}:)\s*:?",
    re.I,
)
_RESPONSE = re.compile(r"(?:our |the |my )?(?:response|answer|reply)\s*:?", re.I)
_CLOSING = re.compile(
    r"yours\b|kind regards|i (?:hope|trust)\b|if you (?:are|remain|have|wish|would|feel)\b"
    r"|should you\b|you (?:have the|may (?:also )?(?:ask|appeal|complain))\b"
    r"|(?:your )?(?:right|internal review|appeal|complaint|review)s?\b",
    re.I,
)


def letter_pairs(document: Document) -> tuple[QuestionPair, ...]:
    """The questions of a request with their answers, in order; empty for other documents."""
    if document.metadata.kind is not DocumentKind.FOI_RESPONSE:
        return ()
    marks = [mark_of(document.text, block) for block in document.blocks]
    for start in _starts(document, marks):
        heads = _heads(document, marks, start)
        pairs = tuple(_numbered(document, marks, heads))
        if len(pairs) == len(heads) and _are_asked(document, marks, heads):
            return pairs
    return tuple(_single(document))


def _starts(document: Document, marks: Sequence[Mark]) -> list[int]:
    """Where the answers may begin, likeliest first: at the last first heading, else first item."""
    starts = [place for place, mark in enumerate(marks) if mark.number in _FIRST]
    is_heading = {p: document.blocks[p].kind is BlockKind.HEADING for p in starts}
    likeliest = sorted(starts, key=lambda place: (is_heading[place], place), reverse=True)
    return likeliest[:_MOST_STARTS]


def _heads(document: Document, marks: Sequence[Mark], start: int) -> list[int]:
    """Places of the blocks that open the answers: numbered on from `start` in the same way."""
    heads = [start]
    while True:
        wanted = marks[heads[-1]].following()
        places = [p for p in range(heads[-1] + 1, len(marks)) if marks[p] == wanted]
        if not places:
            return heads
        # A numbered list within an answer is neither headings nor questions.
        heads.append(next((place for place in places if _opens(document, place)), places[0]))


def _opens(document: Document, place: int) -> bool:
    block = document.blocks[place]
    return block.kind is BlockKind.HEADING or bool(_ASKS.search(block.span.of(document.text)))


def _are_asked(document: Document, marks: Sequence[Mark], heads: Sequence[int]) -> bool:
    """Whether most of the heads are questions, or are quoted before as parts of a request."""
    before = {mark.number for mark in marks[: heads[0]]}
    asked = sum(
        marks[head].number in before or bool(_ASKS.search(_words(document, head))) for head in heads
    )
    return 2 * asked > len(heads)


def _numbered(
    document: Document, marks: Sequence[Mark], heads: Sequence[int]
) -> Iterator[QuestionPair]:
    """A pair for each head that has an answer under it."""
    numbers = [mark.number for mark in marks]
    for head, after in pairwise((*heads, _closing(document, heads[-1]))):
        asked = next((p for p in range(heads[0]) if numbers[p] == numbers[head]), head)
        question = range(asked, _question_end(document, numbers, asked))
        first = question.stop if asked == head else head + 1
        if first < after:
            yield _pair(document, question, range(first, after), head)


def _question_end(document: Document, numbers: Sequence[str], place: int) -> int:
    """The place after a question and the items that it lists."""
    lists = _words(document, place).endswith(":")
    end = place + 1
    while lists and end < len(numbers) and not numbers[end]:
        if document.blocks[end].kind is not BlockKind.LIST_ITEM:
            break
        end += 1
    return end


def _closing(document: Document, head: int) -> int:
    """The place after the last answer: where the next heading of its rank or the farewell is."""
    level = document.blocks[head].level or 1
    is_heading = document.blocks[head].kind is BlockKind.HEADING
    for place in range(head + 1, len(document.blocks)):
        block = document.blocks[place]
        if block.kind is BlockKind.HEADING and (not is_heading or block.level <= level):
            return place
        if block.kind is not BlockKind.LIST_ITEM and _CLOSING.match(_words(document, place)):
            return place
    return len(document.blocks)


def _single(document: Document) -> Iterator[QuestionPair]:
    """The one pair of a letter that sets the request before its response."""
    places = range(len(document.blocks))
    asked = next((p for p in places if _REQUEST.fullmatch(_words(document, p))), len(places))
    said = next((p for p in places[asked:] if _RESPONSE.fullmatch(_words(document, p))), None)
    if said is None:
        return
    end = next((p for p in places[said + 1 :] if _CLOSING.match(_words(document, p))), len(places))
    if asked + 1 < said and said + 1 < end:
        yield _pair(document, range(asked + 1, said), range(said + 1, end), asked)


def _pair(document: Document, question: range, answer: range, head: int) -> QuestionPair:
    first, last = document.blocks[answer[0]], document.blocks[answer[-1]]
    return QuestionPair(
        " ".join(_words(document, place) for place in question),
        Span(first.span.start, last.span.end),
        document.blocks[head].span,
        document.blocks[answer[0]].section,
    )


def _words(document: Document, place: int) -> str:
    return " ".join(document.blocks[place].span.of(document.text).split())
