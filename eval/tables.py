"""Scores as plain text for a terminal."""

from eval.compare import Change
from eval.intervals import Share
from eval.misses import reason_of_miss, stage_of_miss
from eval.outcome import Outcome
from eval.scores import MEASURES, Scores

BY_KIND = ("accuracy", "cited", "recall@5", "refused", "withheld")


def percent(share: Share) -> str:
    """ "82 %", or a dash where nothing was measured."""
    return "-" if share.value is None else f"{100 * share.value:.0f} %"


def with_interval(share: Share) -> str:
    """ "82 %  (65 of 79; 72 to 89)": value, count, Wilson interval."""
    if share.interval is None:
        return "-  (n = 0)"
    low, high = share.interval
    return f"{percent(share):>5}  ({share.hits} of {share.n}; {100 * low:.0f} to {100 * high:.0f})"


def summary(scores: Scores) -> str:
    """The table of measures, whole and by kind."""
    lines = [
        f"{measure.name:<16}{with_interval(scores.shares[measure.name]):<34}{measure.says}"
        for measure in MEASURES
    ]
    lines.append(f"{'mrr':<16}{_number(scores.mrr, 3)}")
    lines.append(
        f"{'seconds':<16}{_number(scores.seconds_median, 3)} median, "
        f"{_number(scores.seconds_p95, 3)} 95th percentile"
    )
    return "\n".join([*lines, "", *_kinds(scores)])


def misses(scores: Scores, texts: dict[str, str] | None = None) -> str:
    """Every miss: stage, id, reason, question, answer."""
    blocks = [
        _miss(outcome, stage)
        for outcome in scores.outcomes
        if (stage := stage_of_miss(outcome, texts)) is not None
    ]
    return "\n\n".join([f"{len(blocks)} misses", *blocks])


def change_line(change: Change) -> str:
    """One measure's gains and losses, with how likely such a split is by chance."""
    gained, lost = (", ".join(map(str, ids)) or "none" for ids in (change.gained, change.lost))
    return (
        f"{change.measure:<16}+{len(change.gained)} -{len(change.lost)}  "
        f"(p = {change.chance:.2f})  gained {gained}; lost {lost}"
    )


def _kinds(scores: Scores) -> list[str]:
    head = f"{'kind':<16}{'n':>4}" + "".join(f"{name:>10}" for name in BY_KIND)
    rows = []
    for kind, shares in scores.by_kind.items():
        n = shares["wrong"].n  # the measure that applies to every outcome
        rows.append(f"{kind:<16}{n:>4}" + "".join(f"{percent(shares[x]):>10}" for x in BY_KIND))
    return [head, *rows]


def _miss(outcome: Outcome, stage: str) -> str:
    rank = "not in the passages" if outcome.rank is None else f"gold quote at rank {outcome.rank}"
    marks = f"{rank}; {'cited' if outcome.cited else 'not cited'}"
    return (
        f"[{stage}] {outcome.question.id} ({outcome.question.kind}): {reason_of_miss(outcome)}\n"
        f"  asked:  {outcome.question.question}\n"
        f"  gold:   {outcome.question.answer}\n"
        f"  said:   {' '.join(outcome.row.answer.split())[:400]}\n"
        f"  proof:  {marks}"
    )


def _number(value: float | None, places: int) -> str:
    return "-" if value is None else f"{value:.{places}f}"
