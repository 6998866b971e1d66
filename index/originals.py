"""The files as they were read, by sha256, so that a page can be shown again."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Collection
from pathlib import Path

from index.settings import IndexSettings

_SCRATCH = "copying-"


def keep_original(settings: IndexSettings, path: Path, sha256: str) -> bool:
    """Copy `path` under the name of its contents, unless it is there. Whole or not at all.

    False, and nothing is kept, if it does not hold the contents named `sha256` any more.
    """
    if find_original(settings, sha256) is not None:
        return True
    folder = settings.originals_dir
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=_SCRATCH, delete=False) as scratch:
        with path.open("rb") as source:
            shutil.copyfileobj(source, scratch)
        scratch.flush()
        os.fsync(scratch.fileno())
    with open(scratch.name, "rb") as copied:
        same = hashlib.file_digest(copied, "sha256").hexdigest() == sha256
    if same:
        os.replace(scratch.name, folder / f"{sha256}{path.suffix.lower()}")
    else:
        os.unlink(scratch.name)
    return same


def clear_scratch(settings: IndexSettings) -> None:
    """Remove copies that an interrupted run left half made."""
    for path in settings.originals_dir.glob(f"{_SCRATCH}*"):
        path.unlink()


def find_original(settings: IndexSettings, sha256: str) -> Path | None:
    """Where the contents named `sha256` are kept; None if they are not."""
    return next(iter(settings.originals_dir.glob(f"{sha256}.*")), None)


def keep_only(settings: IndexSettings, hashes: Collection[str]) -> None:
    """Remove every original but those of the contents named."""
    for path in settings.originals_dir.glob("*"):
        if path.stem not in hashes:
            path.unlink()
