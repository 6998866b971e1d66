"""Tell what an update did."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import comparing, reading
from index.update.files import Given
from index.update.plan import Plan
from index.update.read import Readings
from index.update.report import IngestReport, Renaming
from index.update.stage import Staged


@dataclass(frozen=True, slots=True)
class Done:
    """What each part of an update put out."""

    given: Given
    plan: Plan
    readings: Readings
    staged: Staged
    retired: Sequence[str]
    embedded: int


def make_report(
    catalogue: sqlite3.Connection, done: Done, before: int, seconds: float
) -> IngestReport:
    """The report of an update that began at generation `before`."""
    visible = reading.state(catalogue).visible
    live = reading.entries(catalogue, visible)
    added, retired = comparing.passages_changed(catalogue, visible) if visible > before else (0, 0)
    return IngestReport(
        read=tuple(done.staged.new),
        changed=tuple(done.staged.changed),
        reread=tuple(done.staged.recut),
        unchanged=tuple(done.staged.same),
        renamed=tuple(Renaming(*names) for names in done.staged.renamed),
        retired=tuple(done.retired),
        duplicates=tuple(
            Path(path).name for one in done.plan.assignments for path in one.paths[1:]
        ),
        skipped=(*done.given.skipped, *done.readings.skipped),
        failed=(*done.given.failed, *done.readings.failed, *done.staged.failed.values()),
        problems=tuple(done.readings.problems),
        documents=len(live),
        passages=sum(entry.record.passage_count for entry in live),
        passages_added=added,
        passages_retired=retired,
        embedded=done.embedded,
        generation=visible,
        seconds=seconds,
    )
