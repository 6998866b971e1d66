"""A question against the background of those before it: what "it" and "they" are about.

The question itself says what is asked for. What was asked before only says of what, and weighs
less the further back it is.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.question import Concept, Question
from ingest.dates import Period
from ingest.document import Span

_SHARES = (0.5, 0.3, 0.2)
"""What the things asked about one, two and three questions ago weigh beside those asked now."""
_BARE = 0.3
"""The weight below which a follow-up names nothing itself ("since when?")."""
_LOOSELY = 0.4
"""What these shares come to where nothing in the question points back."""
_REPLACED = 0.3
"""And for what an earlier question counted, where the new one only names another thing."""


def on_background(question: Question, behind: Sequence[Question], close: bool) -> Question:
    """`question` with the concepts of the questions `behind` it as fainter ones.

    A question that names its own subject and does not point back stays as it is. One that asks
    for no kind of thing ("and urban ones?") asks for what the last one did, and one that names no
    time is of the last time named.
    """
    if not behind or (not close and any(c.named for c in question.concepts)):
        return question
    elliptic = close and not question.wants
    concepts = list(question.concepts)
    seen = {concept.text.lower() for concept in concepts}
    shares = (1.0, *_SHARES[1:]) if question.weight < _BARE else _SHARES
    for share, earlier in zip(shares, behind, strict=False):
        for concept in earlier.wanted:
            if concept.text.lower() not in seen:
                seen.add(concept.text.lower())
                concepts.append(_faint(concept, share if close else share * _LOOSELY, elliptic))
    searched = " ".join((question.searched, behind[0].searched))
    return replace(
        question,
        concepts=tuple(concepts),
        searched=searched,
        wants=behind[0].wants if elliptic else question.wants,
        periods=question.periods or _moved(behind[0].periods, len(question.searched) + 1),
        yearless=question.yearless or behind[0].yearless,
    )


def _faint(concept: Concept, share: float, elliptic: bool) -> Concept:
    if elliptic and concept.focused:
        share *= _REPLACED
    return replace(concept, weight=concept.weight * share, focused=False)


def _moved(periods: Sequence[Period], by: int) -> tuple[Period, ...]:
    return tuple(replace(p, span=Span(p.span.start + by, p.span.end + by)) for p in periods)
