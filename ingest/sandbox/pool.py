"""Worker processes kept ready, so that a small file does not pay for starting one."""

import atexit
import os
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from ingest.document import Document
from ingest.errors import IngestError
from ingest.sandbox.worker import Worker
from ingest.settings import IngestSettings

Outcome = tuple[Path, Document | IngestError]


class Sandbox:
    """Reads files in worker processes, as many at once as `settings.workers` or the cores allow.

    Threads may share it: each file takes an idle worker, or starts one.
    """

    def __init__(self, settings: IngestSettings) -> None:
        self._settings = settings
        self.workers = settings.workers or os.cpu_count() or 1
        self._places = threading.BoundedSemaphore(self.workers)
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, path: Path) -> Document:
        """Read one file; waits while all workers are busy.

        Raises: an IngestError.
        """
        with self._places:
            worker = self._take()
            try:
                return worker.read(path, self._settings)
            finally:
                self._give(worker)

    def read_all(self, paths: Iterable[Path]) -> Iterator[Outcome]:
        """Read files side by side; each with its document or error, as they come."""
        pool = ThreadPoolExecutor(self.workers)
        try:
            futures: dict[Future[Document], Path] = {
                pool.submit(self.read, path): path for path in paths
            }
            for future in as_completed(futures):
                try:
                    yield futures[future], future.result()
                except IngestError as error:
                    yield futures[future], error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            self.close()
            raise
        pool.shutdown()

    def close(self) -> None:
        """End all workers, busy ones too."""
        with self._lock:
            workers = [*self._idle, *self._busy]
            self._idle.clear()
        for worker in workers:
            worker.stop()

    def _take(self) -> Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.usable:
                    self._busy.add(worker)
                    return worker
                worker.stop()
        worker = Worker()
        with self._lock:
            self._busy.add(worker)
        return worker

    def _give(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            if worker.usable:
                self._idle.append(worker)
                return
        worker.stop()


@lru_cache(maxsize=4)
def _shared(settings: IngestSettings) -> Sandbox:
    """The sandbox that single reads with these settings share, ended with the program."""
    sandbox = Sandbox(settings)
    atexit.register(sandbox.close)
    return sandbox


def read_safely(path: Path, settings: IngestSettings | None = None) -> Document:
    """Read one file as `ingest.reader.read_document` does, in a bounded worker process.

    Raises: an IngestError that says what failed and what to do.
    """
    return _shared(settings or IngestSettings()).read(path)
