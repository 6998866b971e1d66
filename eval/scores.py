"""Scores of a set of outcomes: shares with n and interval, whole and by kind. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval.answers import AnswerRow
from eval.errors import MismatchError
from eval.intervals import Share, mean, percentile
from eval.outcome import Outcome, judge
from eval.questions import Question


@dataclass(frozen=True, slots=True)
class Measure:
    """A share over the outcomes it applies to. `lower_is_better` for shares of failures."""

    name: str
    says: str
    applies: Callable[[Outcome], bool]
    holds: Callable[[Outcome], bool]
    lower_is_better: bool = False

    def good(self, outcome: Outcome) -> bool:
        """Whether `outcome` speaks for the product by this measure."""
        return self.holds(outcome) != self.lower_is_better


def _answerable(outcome: Outcome) -> bool:
    return outcome.question.answerable


def _provable(outcome: Outcome) -> bool:
    return outcome.question.answerable and bool(outcome.question.evidence)


def _ranked(outcome: Outcome) -> bool:
    """Drafts of replies come without the passages looked at."""
    return _provable(outcome) and outcome.question.outcome is None


def _unanswerable(outcome: Outcome) -> bool:
    return not outcome.question.answerable


def _checked(outcome: Outcome) -> bool:
    return outcome.unproved is not None and bool(outcome.row.citations)


def _has_outcome(outcome: Outcome) -> bool:
    return outcome.question.outcome is not None


def _outcome_right(outcome: Outcome) -> bool:
    return outcome.row.status == outcome.question.outcome


def _within(rank: int | None, most: int) -> bool:
    return rank is not None and rank <= most


MEASURES = (
    Measure("accuracy", "right: every group, at most 120 words", _answerable, lambda o: o.right),
    Measure(
        "accuracy_strict", "the same, whole words only", _answerable, lambda o: o.right_strictly
    ),
    Measure("cited", "a citation holds a gold quote", _provable, lambda o: o.cited),
    Measure("cited_all", "citations hold every gold quote", _provable, lambda o: o.cited_all),
    Measure("quoted", "a shown quote is of the gold quote", _provable, lambda o: o.quoted),
    Measure("recall@1", "first passage holds a gold quote", _ranked, lambda o: _within(o.rank, 1)),
    Measure("recall@5", "first 5 hold a gold quote", _ranked, lambda o: _within(o.rank, 5)),
    Measure("recall@10", "first 10 hold a gold quote", _ranked, lambda o: _within(o.rank, 10)),
    Measure("all@5", "first 5 hold every gold quote", _ranked, lambda o: _within(o.rank_all, 5)),
    Measure("refused", "unanswerable, not answered", _unanswerable, lambda o: not o.row.answered),
    Measure(
        "withheld", "answerable, not answered", _answerable, lambda o: not o.row.answered, True
    ),
    Measure("wrong", "answered wrongly, of all", lambda _: True, lambda o: o.wrong, True),
    Measure("outcome", "a request part's outcome is right", _has_outcome, _outcome_right),
    Measure("verbatim", "all quotes stand in the text", _checked, lambda o: not o.unproved),
)


@dataclass(frozen=True, slots=True)
class Scores:
    """Every measure by name, whole and by kind of question, with the ranks and times.

    `mrr` is the mean reciprocal rank of the first gold quote. `seconds_*` are of warm answers.
    """

    outcomes: tuple[Outcome, ...]
    shares: dict[str, Share]
    by_kind: dict[str, dict[str, Share]]
    mrr: float | None
    seconds_median: float | None
    seconds_p95: float | None


def score(
    questions: Sequence[Question],
    rows: Sequence[AnswerRow],
    texts: dict[str, str] | None = None,
) -> Scores:
    """Score saved answers. Raises MismatchError when a question has no answer or two."""
    by_id = _by_id(rows)
    missing = [question.id for question in questions if question.id not in by_id]
    if missing:
        raise MismatchError(
            f"no answer for {len(missing)} of {len(questions)} questions, {missing[0]} first: "
            "score the answers of this very set"
        )
    outcomes = tuple(judge(question, by_id[question.id], texts) for question in questions)
    kinds = sorted({question.kind for question in questions})
    return Scores(
        outcomes=outcomes,
        shares=_shares(outcomes),
        by_kind={k: _shares([o for o in outcomes if o.question.kind == k]) for k in kinds},
        mrr=mean(1 / o.rank if o.rank else 0.0 for o in outcomes if _ranked(o)),
        seconds_median=percentile((o.row.seconds for o in outcomes), 0.5),
        seconds_p95=percentile((o.row.seconds for o in outcomes), 0.95),
    )


def _by_id(rows: Sequence[AnswerRow]) -> dict[str | int, AnswerRow]:
    by_id: dict[str | int, AnswerRow] = {}
    for row in rows:
        if row.id in by_id:
            raise MismatchError(f"two answers for {row.id}: keep one")
        by_id[row.id] = row
    return by_id


def _shares(outcomes: Sequence[Outcome]) -> dict[str, Share]:
    return {
        measure.name: Share.of(measure.holds(o) for o in outcomes if measure.applies(o))
        for measure in MEASURES
    }
