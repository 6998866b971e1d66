"""How sure an answer is, and when not to give one.

The chance is that of a logistic model over a few checks that a careful reader would make: is it of
the right time, does it speak of everybody and everything named, does it hold the kind of fact
asked for, is anything telling left out? `eval` calibrates the weights (see DECISIONS).
"""

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from assistant.concepts import Concept
from assistant.evidence import Evidence, find_evidence
from assistant.question import Question
from assistant.rank_asks import Ask
from assistant.row_choice import is_limit
from assistant.scoring import MOST_RANKED, UNSEEN, Scored
from assistant.table_reading import tells_other_years
from assistant.wants import FACTS
from ingest.document import Span


@dataclass(frozen=True, slots=True)
class Checks:
    """What a careful reader would check of an answer against its question.

    Of a concept, "missing" is measured by its weight, 0 where none is.
    """

    wrong_time: float  # 1 where a time was asked for and the evidence is of another or unknown one
    unnamed: float  # a name or figure asked about that the sentence with the fact is not about
    off_focus: float  # share of what is counted or measured that this sentence leaves out
    no_fact: float  # 1 where a figure, name or date was wanted and there is none
    covered: float  # share of the question found
    unspoken: float  # share of it, in words that the documents know, which no evidence speaks of
    ranked: float  # the trained ranker's best view, log-odds
    found: float  # the search score of its passage beside the best one's, no less than a floor
    timely: float  # how well it agrees with the time asked for, -1 to 1, 0 where none is


WEIGHTS = Checks(
    wrong_time=-6.5,
    unnamed=-7.0,
    off_focus=-2.5,
    no_fact=-6.5,
    covered=1.2,
    unspoken=-1.9,
    ranked=0.25,
    found=8.6,
    timely=0.75,
)
BIAS = -7.45
_TIME_MATCHES = 0.3
_LEAST_FOUND = 0.8
"""How far back a passage stands says nothing more from here on: a rare name may be found last."""
_SPOKEN_OF = 0.3
"""The credit from which a sentence speaks of a thing."""
_COMMON = 0.3
"""The weight up to which a name is on every other page (the office's own), and need not be said."""


_THE_SAME = 0.5
"""From here on a document answers this very question, and what it says is the answer."""
_NOTHING_AGAINST = Checks(
    wrong_time=0.0,
    unnamed=0.0,
    off_focus=0.0,
    no_fact=0.0,
    covered=1.0,
    unspoken=0.0,
    ranked=MOST_RANKED,
    found=1.0,
    timely=1.0,
)


def sure_of(question: Question, asks: Sequence[Ask], used: Sequence[Scored]) -> float:
    """The chance, 0 to 1, that the answer made from `used` is right.

    A question of several asks is answered by one place that speaks of it all, or by a place for
    each ask that answers it by itself.
    """
    whole = confidence(check(question, used))
    if len(asks) < 2:
        return whole
    singly = (check(ask.question, _best_first(ask, used)) for ask in asks)
    return max(whole, min(confidence(checks) for checks in singly))


def _best_first(ask: Ask, used: Sequence[Scored]) -> list[Scored]:
    """What is used, that which answers this ask best first."""
    for item in ask.scored:
        rest = [other for other in used if _place(other) != _place(item)]
        if len(rest) < len(used):
            return [item, *rest]
    return list(used)


def _place(item: Scored) -> tuple[str, Span, int | None]:
    return item.candidate.document.sha256, item.candidate.span, item.candidate.row


def check(question: Question, chosen: Sequence[Scored]) -> Checks:
    """The checks of an answer made from `chosen`, of which the first must stand alone."""
    if chosen[0].features.asked_before >= _THE_SAME:
        return _NOTHING_AGAINST
    passage = chosen[0].candidate.hit.passage.id
    together = [c for c in chosen if c.candidate.hit.passage.id == passage]
    evidence = find_evidence(question, together)
    total = question.weight or 1.0
    no_fact = not any(one.holds_fact(question) for one in evidence)
    told = question.predecessor and not no_fact  # says of whom it was before, in whatever words
    dated = question.periods or question.yearless
    return Checks(
        wrong_time=float(bool(dated) and not _of_the_time(question, chosen[0], evidence)),
        unnamed=_unnamed(question, evidence),
        off_focus=_off_focus([c for c in question.wanted if c.focused], evidence),
        no_fact=float(no_fact),
        covered=1.0 if told else max(_covered(question, one) for one in evidence),
        unspoken=0.0
        if told
        else sum(
            c.weight
            for c in question.wanted
            if c.known and all(one.credit(c) < _SPOKEN_OF for one in evidence)
        )
        / total,
        ranked=max(max(c.features.ranked for c in chosen), UNSEEN),
        found=max(chosen[0].features.passage, _LEAST_FOUND),
        timely=chosen[0].features.time,
    )


def _covered(question: Question, evidence: Evidence) -> float:
    """The share of the question's weight that this piece of evidence speaks of."""
    spoken = sum(c.weight * evidence.credit(c) for c in question.wanted)
    return spoken / (question.weight or 1.0)


def _unnamed(question: Question, evidence: Sequence[Evidence]) -> float:
    """The greatest weight among the names asked about that the best evidence does not speak of.

    An open question ("why did X ...") is answered over several sentences, which need not each
    repeat the name; one that wants a fact is answered by the sentence that holds it.
    """
    loosely = not question.wants & FACTS
    named = [
        c for c in question.wanted if c.named and c.weight > _COMMON and not is_limit(question, c)
    ]
    missing = [[c.weight for c in named if one.credit(c, loosely) < _SPOKEN_OF] for one in evidence]
    if _side_by_side(evidence, named):
        return 0.0
    return min(max(weights, default=0.0) for weights in missing)


def _side_by_side(evidence: Sequence[Evidence], named: Sequence[Concept]) -> bool:
    """Whether rows of one table tell of the names one by one: "in Tarnwick and in Quenmouth"."""
    rows = [one for one in evidence if one.is_row]
    spoken = [{c.text for c in named if row.credit(c) >= _SPOKEN_OF} for row in rows]
    return len(rows) > 1 and all(spoken) and set().union(*spoken) == {c.text for c in named}


def _off_focus(concepts: Sequence[Concept], evidence: Sequence[Evidence]) -> float:
    """The share of what is counted or measured that the best piece of evidence leaves out."""
    total = sum(c.weight for c in concepts)
    if not total:
        return 0.0
    return min(
        sum(c.weight for c in concepts if one.credit(c) < _SPOKEN_OF) / total for one in evidence
    )


def _of_the_time(question: Question, first: Scored, evidence: Sequence[Evidence]) -> bool:
    """Whether the answer is of the time asked for; a table row by the columns that tell periods."""
    candidate = first.candidate
    if candidate.row is None:
        undated = any(not one.is_dated for one in evidence)
        best = max(one.time(question) for one in evidence)
        return max(best, first.features.time if undated else best) >= _TIME_MATCHES
    if first.features.time < _TIME_MATCHES:
        return False
    return not tells_other_years(question, candidate)


def confidence(checks: Checks) -> float:
    """The chance, 0 to 1, that an answer with these checks is right."""
    z = BIAS + sum(w * v for w, v in zip(astuple(WEIGHTS), astuple(checks), strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))
