"""Running Tesseract within bounds."""

import os
import subprocess
import sys
from collections.abc import Sequence

if sys.platform == "linux":
    import resource

PATIENCE = 4  # times the processor time allowed: how long to wait for it on a busy machine


class OcrFailed(Exception):
    """Tesseract could not read a page."""


def run_bounded(command: Sequence[str], data: bytes, seconds: float) -> bytes:
    """What a program writes, given `data` to read and so much processor time.

    Raises OcrFailed with the reason in its message.
    """
    # One thread a page: Tesseract's own threads slow each other down.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        process = subprocess.Popen(  # noqa: S603 - a program on PATH, no part of it from a file
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
    except OSError as error:
        raise OcrFailed(f"Tesseract cannot be run ({error.strerror})") from error
    with process:
        _bound(process.pid, seconds)
        try:
            written, said = process.communicate(data, timeout=PATIENCE * seconds)
        except subprocess.TimeoutExpired as error:
            process.kill()
            raise OcrFailed(f"Tesseract took more than {PATIENCE * seconds:.0f} seconds") from error
        except BaseException:
            process.kill()
            raise
    if process.returncode < 0:
        raise OcrFailed(f"Tesseract took more than {seconds:.0f} seconds, or broke down")
    if process.returncode > 0:
        lines = said.decode("utf-8", "replace").strip().splitlines()
        raise OcrFailed(f"Tesseract failed: {lines[-1] if lines else process.returncode}")
    return written


def _bound(pid: int, seconds: float) -> None:
    """Let a process compute for so long and no longer, where the system can see to that."""
    if sys.platform == "linux":
        limit = int(seconds) + 1
        resource.prlimit(pid, resource.RLIMIT_CPU, (limit, limit))
