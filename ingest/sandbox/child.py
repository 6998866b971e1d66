"""The worker process: reads one file after another until its input closes."""

import os
import sys
import threading
import time
from pathlib import Path
from typing import IO

from ingest.errors import DamagedFile, IngestError, TooMuchMemory
from ingest.reader import read_document
from ingest.sandbox.limits import bound_memory, bound_processor_time, without_core_dump
from ingest.sandbox.messages import (
    Done,
    Failed,
    MoreTime,
    Ready,
    Reply,
    Request,
    read_message,
    write_message,
)
from ingest.settings import IngestSettings
from ingest.time_needed import granting_time

REQUEST_LIMIT = 1_000_000  # bytes
RECURSION = 1_000  # deeper than any honest file, and far from the end of the stack


def main() -> None:
    """Serve requests from standard input; replies go to what was standard output."""
    requests, replies = sys.stdin.buffer, _private_output()
    without_core_dump()
    sys.setrecursionlimit(RECURSION)
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    write_message(replies, Ready())
    bounded = False
    while (request := read_message(requests, REQUEST_LIMIT)) is not None:
        if not isinstance(request, Request):
            break
        settings = IngestSettings.model_validate_json(request.settings)
        if not bounded:
            bound_memory(settings.max_memory_bytes)
            bounded = True
        write_message(replies, _read(Path(request.path), settings, replies))


def _private_output() -> IO[bytes]:
    """A stream to the main process that nothing printed by a library can get into."""
    private = os.dup(sys.stdout.fileno())
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
    os.close(nowhere)
    return os.fdopen(private, "wb")


def _read(path: Path, settings: IngestSettings, replies: IO[bytes]) -> Reply:
    allowed = settings.max_seconds

    def grant(seconds: float) -> None:
        nonlocal allowed
        allowed += seconds
        bound_processor_time(allowed)
        write_message(replies, MoreTime(seconds))

    bound_processor_time(allowed)
    try:
        with granting_time(grant):
            return Done(read_document(path, settings))
    except IngestError as error:
        return Failed(error)
    except MemoryError:
        return Failed(_too_much_memory(path, settings), worn=True)
    except RecursionError:
        what = "it is nested too deeply to be an honest document"
        return Failed(DamagedFile(path.name, what, "Fetch or export it again."), worn=True)
    except Exception as error:
        what = f"its reader failed on it ({type(error).__name__}: {_one_line(error)})"
        return Failed(DamagedFile(path.name, what, "Fetch or export it again."), worn=True)


def _too_much_memory(path: Path, settings: IngestSettings) -> TooMuchMemory:
    allowed = settings.max_memory_bytes // (1024 * 1024)
    return TooMuchMemory(
        path.name,
        f"reading it takes more than the {allowed:,} MB allowed",
        "Split it, or raise the setting max_memory_bytes.",
    )


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def _end_with_parent(parent: int) -> None:
    """End this process and what it started once the main process is gone."""
    while os.getppid() == parent:
        time.sleep(1.0)
    os._exit(1)


if __name__ == "__main__":
    main()
