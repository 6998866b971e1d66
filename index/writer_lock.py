"""One process at a time changes the library."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from index.catalogue.writing import now
from index.errors import LibraryBusy
from index.settings import IndexSettings


@contextmanager
def writer_lock(settings: IndexSettings) -> Iterator[None]:
    """Hold the right to change the library. Raises LibraryBusy while another process has it.

    The lock is the operating system's: it ends with the process, however that ends.
    """
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    holder = settings.data_dir / "writer.json"
    lock = FileLock(settings.data_dir / "writer.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise LibraryBusy(
            f"Another process{_named(settings)} is changing the library in {settings.data_dir}",
            "Wait until it has finished, then run this again",
        ) from error
    try:
        holder.write_text(json.dumps({"process": os.getpid(), "since": now()}), encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _named(settings: IndexSettings) -> str:
    try:
        told = json.loads((settings.data_dir / "writer.json").read_text(encoding="utf-8"))
        return f" ({told['process']}, since {told['since']})"
    except (OSError, ValueError, KeyError):
        return ""
