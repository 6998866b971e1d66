"""An update from the first file to the flip of the visible generation."""

import os
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import comparing, reading, writing
from index.catalogue.comparing import LiveEntry
from index.catalogue.connection import connect, transaction
from index.originals import clear_scratch
from index.progress import Meter, OnProgress, Stage, ignore
from index.renew import Renewal
from index.settings import IndexSettings
from index.update.done import Done, make_report
from index.update.files import Given, coverage, everywhere, find_given
from index.update.ledger import Ledger, Outcome
from index.update.plan import Known, Plan, Source, plan_update
from index.update.read import FileReader, Readings
from index.update.report import IngestReport
from index.update.stage import Corrections, Staged, Stager, Wanted
from index.update.steps import Steps
from index.writer_lock import writer_lock
from ingest.settings import IngestSettings


def update_library(
    settings: IndexSettings,
    ingest_settings: IngestSettings,
    paths: Sequence[Path],
    progress: OnProgress = ignore,
    steps: Steps | None = None,
    *,
    only: bool = False,
) -> IngestReport:
    """Make the library hold the files in `paths`, and show the outcome all at once.

    Documents that came from other places stay, unless `only` these are wanted. Raises
    UnknownPath, LibraryBusy, and ManifestError for a manifest that cannot be understood; a file
    that cannot be read is in the report.
    """
    begun = time.monotonic()
    given = find_given(paths)
    with writer_lock(settings), closing(connect(settings.catalogue_path)) as catalogue:
        writing.undo_unfinished(catalogue)
        clear_scratch(settings)
        steps = steps or Steps.of(ingest_settings)
        workers = ingest_settings.workers or os.cpu_count() or 1
        update = _Update(settings, catalogue, steps, progress, workers)
        return update.run(given, everywhere if only else coverage(paths), begun)


@dataclass(frozen=True, slots=True)
class _Update:
    """One update, under the writer's lock."""

    settings: IndexSettings
    catalogue: sqlite3.Connection
    steps: Steps
    progress: OnProgress
    workers: int

    def run(self, given: Given, covered: Callable[[str], bool], begun: float) -> IngestReport:
        visible = reading.state(self.catalogue).visible
        live = comparing.live_entries(self.catalogue, visible)
        unopened = frozenset(failure.path for failure in given.failed)
        plan = plan_update(given.found, self._known(live, visible), covered, unopened)
        ledger = Ledger.begin(self.catalogue, self.steps.reading)
        for failure in given.failed:
            ledger.write(failure.path, None, Outcome.FAILED, failure.reason)
        reader = FileReader(self.settings, self.catalogue, self.steps, ledger, self.workers)
        meter = Meter(self.progress, Stage.READING, len(plan.assignments))
        readings = reader.read(plan.assignments, meter)

        by_hand = reading.overrides(self.catalogue)
        stager = Stager(self.catalogue, self.steps, visible + 1, by_hand, live)
        staged = stager.stage(self._wanted(plan, readings, live))
        retired = stager.retire(plan.retired)
        done = Done(given, plan, readings, staged, retired, self._show(plan, readings, staged))
        report = make_report(self.catalogue, done, visible, time.monotonic() - begun)
        ledger.end(report)
        return report

    def _known(self, live: Mapping[str, LiveEntry], visible: int) -> Known:
        past = comparing.past_entries(self.catalogue, visible)
        past.reverse()  # of two that share bytes or path, the one retired last is meant
        return Known(
            sources={
                path: Source(document, sha256)
                for path, document, sha256 in comparing.sources(self.catalogue)
            },
            live={document: entry.sha256 for document, entry in live.items()},
            shown={document: entry.source for document, entry in live.items()},
            past_bytes={entry.sha256: entry.document for entry in past},
            past_paths={entry.source: entry.document for entry in past},
        )

    def _wanted(
        self, plan: Plan, readings: Readings, live: Mapping[str, LiveEntry]
    ) -> list[Wanted]:
        """What each document is to be: as its file says, or as it is where there is no file."""
        corrections = Corrections()
        wanted = {
            one.document: corrections.wanted(self.catalogue, one, readings.versions[one.sha256])
            for one in plan.assignments
            if one.sha256 in readings.versions
        }
        for document, entry in live.items():
            if document not in wanted and document not in plan.retired:
                wanted[document] = Wanted(
                    document, entry.version, entry.name, entry.source, entry.metadata
                )
        return list(wanted.values())

    def _show(self, plan: Plan, readings: Readings, staged: Staged) -> int:
        """Index what was staged and flip to it; how many windows were embedded."""
        present = [
            (path, one.document, one.sha256)
            for one in plan.assignments
            if one.sha256 in readings.versions and one.document not in staged.failed
            for path in one.paths
        ]
        renewal = Renewal.next(self.settings, self.catalogue, self.progress)
        if renewal.is_needed():
            return renewal.run(lambda: writing.set_sources(self.catalogue, plan.gone, present))
        with transaction(self.catalogue):
            writing.set_sources(self.catalogue, plan.gone, present)
        renewal.tidy()  # what a run that was killed has left
        return 0
