"""Find the files to read, and say which are of a kind that is not read."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.document import FileFormat

FORMATS: dict[str, FileFormat] = {
    ".txt": FileFormat.TEXT,
    ".text": FileFormat.TEXT,
    ".md": FileFormat.MARKDOWN,
    ".markdown": FileFormat.MARKDOWN,
    ".htm": FileFormat.HTML,
    ".html": FileFormat.HTML,
    ".pdf": FileFormat.PDF,
    ".docx": FileFormat.WORD,
}
"""File endings that are read, in lower case."""

# Not documents, and not worth a line in the report either.
_SILENT = frozenset({"manifest.csv", "thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Unread:
    """A path that will not be read, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What was found: files to read in a fixed order, and what was passed over."""

    files: tuple[Path, ...]
    unread: tuple[Unread, ...]


def find_files(paths: Iterable[Path]) -> Sources:
    """List the documents in `paths` (files and folders, folders searched to any depth).

    Symbolic links inside a folder are not followed when they lead out of it, so that a folder
    somebody else fills cannot make the product read other files. A path named outright is taken
    as meant. A file reached twice is listed once.
    """
    files: dict[Path, None] = {}
    unread: dict[Path, Unread] = {}
    for path in paths:
        for candidate, problem in _candidates(path):
            reason = problem or _refusal(candidate)
            if reason:
                unread[candidate] = Unread(candidate, reason)
            else:
                files[candidate] = None
    return Sources(tuple(files), tuple(unread.values()))


def _candidates(path: Path) -> Iterator[tuple[Path, str | None]]:
    if path.is_dir():
        yield from _walk(path)
    elif path.exists():
        yield path, None
    else:
        yield path, "there is no such file or folder"


def _walk(folder: Path) -> Iterator[tuple[Path, str | None]]:
    root = folder.resolve()
    for place, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith((".", "~$")) or name.lower() in _SILENT:
                continue
            path = Path(place) / name
            if path.is_symlink() and not _stays_inside(path, root):
                yield path, "it is a link to something outside the folder"
            else:
                yield path, None


def _stays_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _refusal(path: Path) -> str | None:
    if not path.is_file():
        return "it is not a plain file"
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        return f"files ending in {suffix or 'nothing'} are not read (read are {known})"
    return None
