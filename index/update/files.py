"""The files that an update is given, by what they hold."""

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import UnknownPath
from index.update.report import Failure
from ingest.sources import find_files


@dataclass(frozen=True, slots=True)
class Given:
    """Files found: absolute path to sha256; what is not read; what could not be opened."""

    found: dict[str, str]
    skipped: tuple[Failure, ...]
    failed: tuple[Failure, ...]


def find_given(paths: Sequence[Path]) -> Given:
    """List and hash the files in `paths`. Raises UnknownPath if one of them is not there."""
    for path in paths:
        if not path.exists():
            raise UnknownPath(f"There is no file or folder {path}", "Check the path")
    sources = find_files(paths)
    found: dict[str, str] = {}
    failed: list[Failure] = []
    for path in sources.files:
        try:
            with path.open("rb") as file:
                found[key_of(path)] = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            failed.append(failure(path, f"it cannot be opened ({error.strerror})"))
    skipped = tuple(failure(one.path, one.reason) for one in sources.unread)
    return Given(found, skipped, tuple(failed))


def coverage(paths: Sequence[Path]) -> Callable[[str], bool]:
    """Whether a known path lies within what the update was given."""
    roots = [key_of(path) for path in paths]
    return lambda path: any(Path(path).is_relative_to(root) for root in roots)


def everywhere(_: str) -> bool:
    """The coverage of an update after which the library holds nothing else."""
    return True


def key_of(path: Path) -> str:
    """What a path is called in the catalogue: absolute, without dots."""
    return os.path.abspath(path)


def failure(path: Path, reason: str) -> Failure:
    """A file by its name, and why it was not read."""
    return Failure(path.name, key_of(path), reason)
