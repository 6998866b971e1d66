"""Two runs over the same questions, question by question."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

from eval.errors import MismatchError
from eval.outcome import Outcome
from eval.scores import MEASURES, Measure, Scores


@dataclass(frozen=True, slots=True)
class Change:
    """What a measure gained and lost between two runs, as ids of questions.

    `chance` is the two-sided exact sign test (McNemar's exact form): how likely so uneven a split
    of gains and losses is if the two runs are equally good. 1.0 where nothing changed.
    """

    measure: str
    gained: tuple[str | int, ...]
    lost: tuple[str | int, ...]
    chance: float


def compare(before: Scores, after: Scores) -> tuple[Change, ...]:
    """The change in every measure. Raises MismatchError when the questions are not the same."""
    if [o.question.id for o in before.outcomes] != [o.question.id for o in after.outcomes]:
        raise MismatchError("the two runs answer different questions: compare runs of one set")
    return tuple(_change(measure, before.outcomes, after.outcomes) for measure in MEASURES)


def chance_of_split(gains: int, losses: int) -> float:
    """Two-sided exact binomial test of `gains` against `losses` at even odds."""
    total = gains + losses
    tail = sum(comb(total, k) for k in range(min(gains, losses) + 1)) / 2.0**total
    return min(1.0, 2 * tail)


def _change(measure: Measure, before: Sequence[Outcome], after: Sequence[Outcome]) -> Change:
    gained: list[str | int] = []
    lost: list[str | int] = []
    for old, new in zip(before, after, strict=True):
        if not (measure.applies(old) and measure.applies(new)):
            continue
        if measure.good(old) != measure.good(new):
            (gained if measure.good(new) else lost).append(new.question.id)
    return Change(measure.name, tuple(gained), tuple(lost), chance_of_split(len(gained), len(lost)))
