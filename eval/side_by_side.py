"""Several runs beside each other as a Markdown table, for the results page."""

from collections import Counter
from collections.abc import Sequence

from eval.intervals import Share
from eval.misses import Stage, stage_of_miss
from eval.runs import Run
from eval.scores import MEASURES


def markdown_table(runs: Sequence[Run]) -> str:
    """One row for each measure, one column for each run: percent, count, 95 % interval.

    Below them, at which step how many misses happened.
    """
    names = " | ".join(run.made_by.set_name for run in runs)
    lines = [f"| measure | {names} |", "|---" * (len(runs) + 1) + "|"]
    for measure in MEASURES:
        cells = " | ".join(_cell(run.scores.shares[measure.name]) for run in runs)
        lines.append(f"| {measure.name}: {measure.says} | {cells} |")
    stages = [_stages(run) for run in runs]
    for stage in Stage:
        cells = " | ".join(str(counts[stage]) for counts in stages)
        lines.append(f"| misses in {stage.value} | {cells} |")
    return "\n".join(lines)


def _stages(run: Run) -> Counter[Stage]:
    found = (stage_of_miss(outcome, run.texts) for outcome in run.scores.outcomes)
    return Counter(stage for stage in found if stage is not None)


def _cell(share: Share) -> str:
    if share.value is None or share.interval is None:
        return ""
    low, high = share.interval
    return (
        f"{100 * share.value:.0f} % ({share.hits}/{share.n}; {100 * low:.0f} to {100 * high:.0f})"
    )
