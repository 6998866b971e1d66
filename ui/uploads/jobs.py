"""Reading of uploads, one after another, and how far it is."""

import json
import logging
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from threading import Condition, Thread
from typing import Any

from ui.config import Settings
from ui.uploads.keep import Refused

_log = logging.getLogger(__name__)
_KEPT = 10
_FAULT = "The reading ended before it was done. What was there before is unchanged: try again."


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """One upload. `stage`, `done` and `total` say how far it is, `report` what came of it."""

    number: int
    by: str
    at: datetime
    paths: tuple[Path, ...]
    refused: tuple[Refused, ...]
    state: JobState = JobState.WAITING
    stage: str = ""
    done: int = 0
    total: int = 0
    failure: str = ""
    report: dict[str, Any] = field(default_factory=dict)


class Jobs:
    """A queue with one worker. Reading runs in a child process, which ends with the pages."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._jobs: dict[int, Job] = {}
        self._queue: deque[int] = deque()
        self._changed = Condition()
        self._child: subprocess.Popen[str] | None = None
        self._stopped = False
        self._worker = Thread(target=self._work, name="uploads", daemon=True)
        self._worker.start()

    def add(self, by: str, paths: Sequence[Path], refused: Sequence[Refused]) -> Job:
        """Put files in the queue; with none to read the job is done at once."""
        with self._changed:
            number = max(self._jobs, default=0) + 1
            state = JobState.WAITING if paths else JobState.DONE
            at = datetime.now(UTC)
            job = Job(number, by, at, tuple(paths), tuple(refused), state)
            self._jobs[number] = job
            for old in sorted(self._jobs)[:-_KEPT]:
                del self._jobs[old]
            if paths:
                self._queue.append(number)
                self._changed.notify_all()
            return job

    def latest(self) -> tuple[Job, ...]:
        """The jobs kept, newest first."""
        with self._changed:
            return tuple(self._jobs[number] for number in sorted(self._jobs, reverse=True))

    def close(self) -> None:
        """Stop; a reading under way is ended, which leaves the library as it was."""
        with self._changed:
            self._stopped = True
            child = self._child
            self._changed.notify_all()
        if child is not None:
            child.terminate()
        self._worker.join(timeout=10)

    def _work(self) -> None:
        while (number := self._next()) is not None:
            try:
                self._run(number)
            except OSError as error:  # no process can be started: said on the page, not lost
                _log.exception("reading uploads failed")
                self._set(number, state=JobState.FAILED, failure=f"{_FAULT} ({error})")

    def _next(self) -> int | None:
        with self._changed:
            while not self._queue and not self._stopped:
                self._changed.wait()
            return None if self._stopped else self._queue.popleft()

    def _run(self, number: int) -> None:
        job = self._jobs[number]
        asked = {
            "settings": self._settings.model_dump(mode="json"),
            "paths": [str(path) for path in job.paths],
        }
        self._set(number, state=JobState.RUNNING)
        command = [sys.executable, "-m", "ui.uploads.reading"]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as child:  # noqa: S603 - our own program, no shell
            self._child = child
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdin.write(json.dumps(asked))
            child.stdin.close()
            for line in child.stdout:
                self._hear(number, json.loads(line))
        self._child = None
        if self._jobs[number].state is JobState.RUNNING:
            self._set(number, state=JobState.FAILED, failure=_FAULT)

    def _hear(self, number: int, told: dict[str, Any]) -> None:
        if "progress" in told:
            at = told["progress"]
            self._set(number, stage=at["stage"], done=at["done"], total=at["total"])
        elif "report" in told:
            self._set(number, state=JobState.DONE, report=told["report"])
        else:
            self._set(number, state=JobState.FAILED, failure=told["failed"])

    def _set(self, number: int, **changes: Any) -> None:  # noqa: ANN401 - fields of Job
        with self._changed:
            if number in self._jobs:
                self._jobs[number] = replace(self._jobs[number], **changes)
