"""One worker process, as the main process sees it."""

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

from ingest.document import Document
from ingest.errors import DamagedFile, IngestError, TooSlow
from ingest.sandbox.messages import (
    Done,
    Failed,
    MoreTime,
    Ready,
    Request,
    read_message,
    write_message,
)
from ingest.settings import IngestSettings

PROGRAM = (sys.executable, "-m", "ingest.sandbox.child")
START_SECONDS = 60.0  # loading the readers on a busy machine
FILES_PER_WORKER = 200  # then a fresh one, so that nothing a library leaks can pile up
# All a worker gets of the environment: what programs need to run, and no secrets.
KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT", "TESSDATA_PREFIX")
QUIET = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}


class WorkerLost(Exception):
    """The process ended, or said something it should not."""


class Worker:
    """A process that reads files one at a time. Not for use by two threads at once."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own program, with no shell
            PROGRAM,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for the main process, which ends this one
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests: IO[bytes] = self._process.stdin
        self._replies: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._limit = IngestSettings().max_memory_bytes
        self._listener = threading.Thread(
            target=self._listen, args=(self._process.stdout,), daemon=True
        )
        self._listener.start()
        self._started = False
        self.files = 0

    def read(self, path: Path, settings: IngestSettings) -> Document:
        """Read one file.

        Raises: an IngestError of the file; after TooSlow, or one that names a crash, and
        whenever `usable` is false, the worker is at its end.
        """
        try:
            self._start()
            self.files += 1
            write_message(self._requests, Request.of(str(path.absolute()), settings))
            return self._answer(path, settings)
        except (WorkerLost, BrokenPipeError) as error:
            self.stop()
            raise _crash(path, self._process.returncode) from error
        except TooSlow:
            self.stop()
            raise
        except BaseException as error:
            if not isinstance(error, IngestError):
                self.stop()  # Ctrl-C, above all: leave no process behind
            raise

    @property
    def usable(self) -> bool:
        """Whether it can take another file."""
        return self._process.poll() is None and self.files < FILES_PER_WORKER

    def stop(self) -> None:
        """End the process and whatever it started."""
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):
            self._requests.close()

    def _start(self) -> None:
        """Wait until the worker has loaded; the time for that is no file's fault."""
        if self._started:
            return
        if not isinstance(self._next(time.monotonic() + START_SECONDS), Ready):
            raise WorkerLost
        self._started = True

    def _answer(self, path: Path, settings: IngestSettings) -> Document:
        begun, allowed = time.monotonic(), settings.max_seconds
        while True:
            reply = self._next(begun + allowed)
            match reply:
                case Done(document):
                    return document
                case Failed(error, worn):
                    if worn:
                        self.stop()
                    raise error
                case MoreTime(seconds):
                    allowed += seconds
                case None:
                    raise TooSlow(
                        path.name,
                        f"it was not read within {allowed:.0f} seconds",
                        "Split it, or raise the setting max_seconds.",
                    )
                case _:
                    raise WorkerLost

    def _next(self, deadline: float) -> object | None:
        """The next reply; None at the deadline."""
        try:
            return self._replies.get(timeout=max(deadline - time.monotonic(), 0.0))
        except queue.Empty:
            return None

    def _listen(self, stream: IO[bytes]) -> None:
        """Pass replies on until the stream ends, then the end as a WorkerLost."""
        with stream, contextlib.suppress(OSError, pickle.UnpicklingError, ValueError):
            while (reply := read_message(stream, self._limit)) is not None:
                self._replies.put(reply)
        self._replies.put(WorkerLost())


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    path = os.pathsep.join(place for place in sys.path if place)
    return {**kept, **QUIET, "PYTHONPATH": path}


def _crash(path: Path, code: int | None) -> IngestError:
    """The error of a file whose reader died on it."""
    if code is not None and code < 0 and -code == getattr(signal, "SIGXCPU", None):
        return TooSlow(
            path.name,
            "it was not read within the processor time allowed",
            "Split it, or raise the setting max_seconds.",
        )
    return DamagedFile(
        path.name,
        "its reader broke down on it, for want of memory or because the file is damaged",
        "Fetch or export it again; if it is large, split it or raise max_memory_bytes.",
    )
