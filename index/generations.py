"""The folders of the disposable indexes, one per generation.

A reader holds a shared lock on a file in the folder that it reads; a folder that is no longer the
visible one is removed when nobody holds its lock.
"""

import fcntl
import os
import shutil
from pathlib import Path
from typing import IO

from index.settings import IndexSettings

_LOCK = "in-use"
_GONE = "removed-"


def folder_of(settings: IndexSettings, generation: int) -> Path:
    """Where the indexes of `generation` are."""
    return settings.generations_dir / f"{generation:06d}"


def make_folder(settings: IndexSettings, generation: int) -> Path:
    """An empty folder for `generation`; what an interrupted run left there is removed."""
    folder = folder_of(settings, generation)
    _remove(folder)
    folder.mkdir(parents=True)
    (folder / _LOCK).touch()
    return folder


def hold(folder: Path) -> IO[bytes] | None:
    """Keep `folder` from being removed until the file returned is closed; None if it is gone."""
    try:
        file = (folder / _LOCK).open("rb")
    except FileNotFoundError:
        return None
    fcntl.flock(file, fcntl.LOCK_SH)
    # It may have been removed between the opening and the lock.
    if not (folder / _LOCK).exists():
        file.close()
        return None
    return file


def remove_unused(settings: IndexSettings, keep: int) -> None:
    """Remove every generation but `keep` that nobody reads. Only the writer may call this."""
    if not settings.generations_dir.exists():
        return
    kept = folder_of(settings, keep)
    for folder in settings.generations_dir.iterdir():
        if folder.name.startswith(_GONE):
            shutil.rmtree(folder, ignore_errors=True)
        elif folder != kept and not _read_by_somebody(folder):
            _remove(folder)


def _read_by_somebody(folder: Path) -> bool:
    try:
        with (folder / _LOCK).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


def _remove(folder: Path) -> None:
    """Renamed first, so that a half-removed folder is never taken for a whole one."""
    if folder.exists():
        gone = folder.with_name(f"{_GONE}{folder.name}-{os.getpid()}")
        folder.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)
