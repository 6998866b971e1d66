"""What `pcc ingest` does: an update of the library with its progress shown."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from index.errors import LibraryMissing
from index.library import Library
from index.progress import OnProgress, Progress, Stage
from index.update import IngestReport, update_library
from ui.config import Settings


def read_into_library(settings: Settings, paths: Sequence[Path], *, only: bool) -> IngestReport:
    """Update the library from `paths`; bars go to standard error when it is a terminal."""
    with shown_progress() as listener:
        return update_library(settings.index, settings.ingest, paths, listener, only=only)


def already_filled(settings: Settings, paths: Sequence[Path]) -> bool:
    """Whether the library holds a document that comes from none of `paths`."""
    roots = [os.path.abspath(path) for path in paths]
    try:
        with Library.open(settings.index) as library:
            sources = [Path(record.source) for record in library.documents()]
    except LibraryMissing:
        return False
    return any(not any(source.is_relative_to(root) for root in roots) for source in sources)


@contextmanager
def shown_progress() -> Iterator[OnProgress]:
    """A listener that draws a bar for each stage, with rate and time left."""
    with Bars(
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.1f}/s"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}"),
        console=Console(stderr=True),
        transient=True,
    ) as bars:
        tasks: dict[Stage, TaskID] = {}

        def listen(progress: Progress) -> None:
            if progress.stage not in tasks:
                tasks[progress.stage] = bars.add_task(progress.stage.value, rate=0.0, name="")
            bars.update(
                tasks[progress.stage],
                completed=progress.done,
                total=progress.total,
                rate=progress.rate,
                name=progress.name,
            )

        yield listen
