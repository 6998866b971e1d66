"""The files as they were read, by sha256, so that a page can be shown again."""

import os
import shutil
import tempfile
from pathlib import Path

from index.settings import IndexSettings


def keep_original(settings: IndexSettings, path: Path, sha256: str) -> None:
    """Copy `path` under the name of its contents, unless it is there. Whole or not at all."""
    if find_original(settings, sha256) is not None:
        return
    folder = settings.originals_dir
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as scratch:
        with path.open("rb") as source:
            shutil.copyfileobj(source, scratch)
        scratch.flush()
        os.fsync(scratch.fileno())
    os.replace(scratch.name, folder / f"{sha256}{path.suffix.lower()}")


def find_original(settings: IndexSettings, sha256: str) -> Path | None:
    """Where the contents named `sha256` are kept; None if they are not."""
    return next(iter(settings.originals_dir.glob(f"{sha256}.*")), None)


def drop_original(settings: IndexSettings, sha256: str) -> None:
    """Remove what is kept of the contents named `sha256`."""
    for path in settings.originals_dir.glob(f"{sha256}.*"):
        path.unlink()
