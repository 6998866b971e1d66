"""Recorded results of a set, and whether a new run falls below them by more than noise.

The record names the questions at which each measure was good. A new run is compared with it
question by question: only when losses outnumber gains so clearly that chance would do it less than
one time in twenty (one-sided exact sign test) has the score fallen. Five losses and no gain do.
"""

from math import comb
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from eval.errors import RecordError
from eval.scores import MEASURES, Scores

NOISE = 0.05


class Record(BaseModel):
    """For each measure, the ids at which it applied and those of them at which it was good."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    good: dict[str, tuple[str | int, ...]]
    asked: dict[str, tuple[str | int, ...]]


def record_of(scores: Scores) -> Record:
    """The record of a run."""
    applied = {m.name: [o for o in scores.outcomes if m.applies(o)] for m in MEASURES}
    return Record(
        asked={name: tuple(o.question.id for o in found) for name, found in applied.items()},
        good={m.name: tuple(o.question.id for o in applied[m.name] if m.good(o)) for m in MEASURES},
    )


def falls(record: Record, scores: Scores) -> tuple[str, ...]:
    """A line for each measure that fell below the record by more than noise; none is well.

    Questions added to a set since are passed over; measures that were not recorded too.
    """
    now = record_of(scores)
    return tuple(line for m in MEASURES if (line := _fall(m.name, record, now)))


def read_record(path: Path) -> Record:
    """A saved record. Raises RecordError when it is missing or broken."""
    try:
        return Record.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise RecordError(f"{path} is not a readable record: write it anew ({error})") from error


def write_record(path: Path, record: Record) -> None:
    """Save a record where the next run will be compared with it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(record.model_dump_json(indent=1) + "\n", encoding="utf-8")


def _fall(name: str, record: Record, now: Record) -> str:
    both = set(record.asked.get(name, ())) & set(now.asked[name])
    before = set(record.good.get(name, ())) & both
    after = set(now.good[name]) & both
    lost, gained = sorted(map(str, before - after)), len(after - before)
    if len(lost) <= gained or _one_sided(gained, len(lost)) >= NOISE:
        return ""
    return f"{name} fell from {len(before)} to {len(after)} of {len(both)}; lost {', '.join(lost)}"


def _one_sided(gains: int, losses: int) -> float:
    total = gains + losses
    return sum(comb(total, k) for k in range(gains + 1)) / 2.0**total
