"""A question against the background of those before it: what "it" and "they" are about.

The question itself says what is asked for. What was asked before only says of what, and weighs
less the further back it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.concepts import EQUIVALENT, Concept
from assistant.question import Question, asks_of_present
from assistant.wants import Want
from assistant.words import words
from ingest.dates import Period
from ingest.document import Span

_SHARES = (0.5, 0.3, 0.2)
"""What the things asked about one, two and three questions ago weigh beside those asked now."""
_BARE = 0.3
"""The weight below which a follow-up names nothing itself ("since when?")."""
_LEFT_OFF = re.compile(r"\b(?:to|did|does|will|would|should|could|can|has|have|had)\W*$", re.I)
"""A last word after which the verb of an earlier question is to be heard again."""
_LOOSELY = 0.4
"""What these shares come to where nothing in the question points back."""
_FORENAME = 0.3
"""What a forename weighs beside the surname: documents say "Mr Osgathorpe"."""
_REPLACED = 0.3
"""And for what an earlier question counted, where the new one only names another thing."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What else is known of a follow-up: see `conversation.Whole`."""

    person: str = ""
    office: str = ""
    about: str = ""
    doubted: str = ""
    outcome: bool = False


NO_HINTS = Hints()


def on_background(
    question: Question, behind: Sequence[Question], close: bool, hints: Hints = NO_HINTS
) -> Question:
    """`question` with the concepts of the questions `behind` it as fainter ones.

    A question that names its own subject and does not point back stays as it is. One that asks
    for no kind of thing ("and urban ones?") asks for what the last one did, and one that names no
    time is of the last time named, unless it asks how the matter stands or what came of it.
    """
    if not behind or (not close and any(c.named for c in question.concepts)):
        return question
    elliptic = close and not question.wants
    concepts = [_with_hints(concept, hints) for concept in question.concepts]
    seen = {concept.text.lower() for concept in concepts}
    shares = (1.0, *_SHARES[1:]) if _is_unfinished(question) else _SHARES
    for share, earlier in zip(shares, behind, strict=False):
        for concept in earlier.wanted:
            if concept.text.lower() not in seen:
                seen.add(concept.text.lower())
                faint = _faint(concept, share if close else share * _LOOSELY, elliptic)
                needless = _name(concept) in hints.doubted.split() or (
                    hints.outcome and _is_numbered(concept)
                )
                concepts.append(replace(faint, named=False) if needless else faint)
    searched = " ".join((question.searched, behind[0].searched))
    stands = hints.outcome or asks_of_present(question.asked)
    inherits = not (question.periods or stands or Want.WHEN in question.wants)
    return replace(
        question,
        concepts=tuple(concepts),
        searched=searched,
        wants=behind[0].wants if elliptic else question.wants,
        periods=_moved(behind[0].periods, len(question.searched) + 1)
        if inherits
        else question.periods,
        yearless=question.yearless or (() if stands else behind[0].yearless),
    )


def _is_unfinished(question: Question) -> bool:
    """Whether the question leaves out what it asks about: "since when?", "was it meant to?"."""
    return question.weight < _BARE or bool(_LEFT_OFF.search(question.asked))


def _with_hints(concept: Concept, hints: Hints) -> Concept:
    """The concept as the follow-up means it.

    A person may be spoken of by surname or by office; what is asked of that which the follow-up
    points at, the answer has to speak of.
    """
    if hints.about:
        concept = replace(concept, focused=concept.text.lower() in hints.about.lower().split())
    *forenames, surname = hints.person.split() or [""]
    name = _name(concept)
    if name in forenames:
        return replace(concept, weight=concept.weight * _FORENAME, named=False)
    if name == surname and hints.office:
        office = tuple(word.stem for word in words(hints.office))
        return replace(concept, phrases=(*concept.phrases, (office, EQUIVALENT, hints.office)))
    return concept


def _name(concept: Concept) -> str:
    return re.sub(r"['’]s$", "", concept.text)


def _is_numbered(concept: Concept) -> bool:
    return any(map(str.isdigit, concept.text))


def _faint(concept: Concept, share: float, elliptic: bool) -> Concept:
    if elliptic and concept.focused:
        share *= _REPLACED
    return replace(concept, weight=concept.weight * share, focused=False)


def _moved(periods: Sequence[Period], by: int) -> tuple[Period, ...]:
    return tuple(replace(p, span=Span(p.span.start + by, p.span.end + by)) for p in periods)
