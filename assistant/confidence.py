"""How sure an answer is, and when not to give one.

The chance is that of a logistic model over a few checks that a careful reader would make: is it of
the right time, does it speak of everybody and everything named, does it hold the kind of fact
asked for, is anything telling left out? `eval` calibrates the weights (see DECISIONS).
"""

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from assistant.choose import best_credit
from assistant.fit import holds_wanted
from assistant.question import Question
from assistant.scoring import UNSEEN, Scored
from assistant.table_reading import choose_columns, is_other_year, value_columns


@dataclass(frozen=True, slots=True)
class Checks:
    """What a careful reader would check of an answer against its question."""

    wrong_time: float  # 1 where a time was asked for and the evidence is of another or unknown one
    unnamed: float  # the greatest weight of a name or figure asked about that was not found
    no_fact: float  # 1 where a figure, name or date was wanted and there is none
    left_out: float  # the greatest weight of any other thing asked about that was not found
    covered: float  # share of the question found
    own: float  # share of the question found in the answer's own words
    ranked: float  # the trained ranker's best view, log-odds


WEIGHTS = Checks(
    wrong_time=-4.0,
    unnamed=-3.5,
    no_fact=-3.0,
    left_out=-0.8,
    covered=2.0,
    own=0.5,
    ranked=0.2,
)
BIAS = 1.3
_TIME_MATCHES = 0.3


def check(question: Question, chosen: Sequence[Scored]) -> Checks:
    """The checks of an answer made from `chosen`, of which the first must stand alone."""
    passage = chosen[0].candidate.hit.passage.id
    together = [c for c in chosen if c.candidate.hit.passage.id == passage]
    credits_ = {c.text: best_credit(c.text, together) for c in question.wanted}
    missing = [c for c in question.wanted if credits_[c.text] == 0]
    total = question.weight or 1.0
    said = "\n".join(c.candidate.text for c in together)
    dated = question.periods or question.yearless
    return Checks(
        wrong_time=float(bool(dated) and not _of_the_time(question, chosen[0])),
        unnamed=max((c.weight for c in missing if c.named), default=0.0),
        no_fact=float(not holds_wanted(question.wants, said, chosen[0].candidate.row is not None)),
        left_out=max((c.weight for c in missing if not c.named), default=0.0),
        covered=sum(c.weight * credits_[c.text] for c in question.wanted) / total,
        own=chosen[0].features.own,
        ranked=max(max(c.features.ranked for c in chosen), UNSEEN),
    )


def _of_the_time(question: Question, first: Scored) -> bool:
    """Whether the answer is of the time asked for; a table row by the columns that tell periods."""
    if first.features.time < _TIME_MATCHES:
        return False
    candidate = first.candidate
    if candidate.row is None or candidate.table is None or not question.periods:
        return True
    columns = value_columns(candidate.document.tables[candidate.table], candidate.document)
    told = [column for column in columns if column.period]
    if not told:
        return True
    return any(column in told for column in choose_columns(question, columns)) or not any(
        is_other_year(period, [c.period for c in told if c.period]) for period in question.periods
    )


def confidence(checks: Checks) -> float:
    """The chance, 0 to 1, that an answer with these checks is right."""
    z = BIAS + sum(w * v for w, v in zip(astuple(WEIGHTS), astuple(checks), strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))
