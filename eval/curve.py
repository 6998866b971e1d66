"""How many questions are answered against how many of those answers are right."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.intervals import Share
from eval.outcome import Outcome


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """If only answers at least this sure were given: the share answered, and right among those."""

    confidence: float
    answered: Share
    right: Share


def answered_against_right(outcomes: Sequence[Outcome]) -> tuple[CurvePoint, ...]:
    """The curve over all thresholds, surest first; empty where no confidence was saved.

    An answer to a question that no document answers counts as not right.
    """
    given = [
        (outcome.row.confidence, not outcome.wrong)
        for outcome in outcomes
        if outcome.row.answered and outcome.row.confidence is not None
    ]
    return tuple(
        _point(threshold, given, len(outcomes))
        for threshold in sorted({confidence for confidence, _ in given}, reverse=True)
    )


def _point(threshold: float, given: list[tuple[float, bool]], asked: int) -> CurvePoint:
    kept = [right for confidence, right in given if confidence >= threshold]
    return CurvePoint(threshold, Share(len(kept), asked), Share.of(kept))
