"""Ids of actions that no document here holds, with the meetings whose minutes would."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.commitments.series import Keys, Series
from assistant.commitments.thread import Thread
from ingest.commitment import CommitmentKind

_RESTART = 3  # numbers lower than the highest by more than this begin a new count


@dataclass(frozen=True, slots=True)
class MissingActions:
    """Numbers `first` to `last` of one series, raised after `after` and by `by`.

    `absent` are the meetings in that time that are known of, whose minutes are not here.
    """

    series: str
    first: int
    last: int
    after: date
    by: date
    absent: tuple[date, ...]


def find_missing(
    threads: Iterable[Thread], series: Mapping[str, Series], keys: Keys
) -> tuple[MissingActions, ...]:
    """Every run of numbers between two known ones that is nowhere in the library."""
    found: list[MissingActions] = []
    known: dict[str, list[tuple[date, int]]] = {}
    for thread in threads:
        number, raised = thread.action or "", thread.raised
        if thread.kind is CommitmentKind.ACTION and number.isdigit() and raised is not None:
            known.setdefault(keys[thread.last.document.id], []).append((raised, int(number)))
    for key, numbers in known.items():
        if key in series:
            for count in _counts(sorted(numbers)):
                found.extend(_gaps(count, series[key]))
    return tuple(found)


def _counts(numbers: Sequence[tuple[date, int]]) -> list[list[tuple[date, int]]]:
    """The numbers cut where the minutes begin to count anew."""
    counts: list[list[tuple[date, int]]] = []
    highest = 0
    for raised, number in numbers:
        if not counts or (number < highest - _RESTART and raised > counts[-1][-1][0]):
            counts.append([])
            highest = 0
        counts[-1].append((raised, number))
        highest = max(highest, number)
    return counts


def _gaps(count: Sequence[tuple[date, int]], series: Series) -> list[MissingActions]:
    by_number = sorted({number: raised for raised, number in count}.items())
    gaps = []
    for (low, after), (high, by) in itertools.pairwise(by_number):
        if high - low > 1 and by >= after:
            absent = series.absent_between(after, by)
            gaps.append(MissingActions(series.name, low + 1, high - 1, after, by, absent))
    return gaps
