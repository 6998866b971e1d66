"""Uploaded files under safe names in the data folder."""

import os
import re
import secrets
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ingest.sources import FORMATS

_UNSAFE = re.compile(r"[^\w .,()&+-]")
_SPACES = re.compile(r"\s+")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not kept, and why in a sentence."""

    name: str
    reason: str


class Uploads:
    """The folder of uploaded files. The same name again is a newer version of that document."""

    def __init__(self, data_dir: Path) -> None:
        self.folder = data_dir / "uploads"

    def keep(self, name: str, content: BinaryIO, most_bytes: int) -> Path | Refused:
        """Write one file, whole or not at all; where it is, or why it was not kept."""
        safe = safe_name(name)
        if safe is None:
            return Refused(shown_name(name), "It has no name that can be kept.")
        if Path(safe).suffix.lower() not in FORMATS:
            kinds = ", ".join(sorted(FORMATS))
            return Refused(safe, f"Only files that end in {kinds} are read.")
        self.folder.mkdir(parents=True, exist_ok=True)
        scratch = self.folder / f".{secrets.token_hex(8)}.part"
        try:
            with scratch.open("xb") as out:
                shutil.copyfileobj(_Bounded(content, most_bytes), out)
                out.flush()
                os.fsync(out.fileno())
            size = scratch.stat().st_size
            if size == 0:
                return Refused(safe, "It is empty.")
            if size > most_bytes:
                return Refused(safe, f"It is larger than {most_bytes // 1_000_000} MB.")
            kept = self.folder / safe
            os.replace(scratch, kept)
            return kept
        finally:
            scratch.unlink(missing_ok=True)

    def forget(self, source: str) -> None:
        """Remove an uploaded file by its path; files elsewhere are not ours to remove."""
        path = Path(source)
        if path.parent.resolve() == self.folder.resolve():
            path.unlink(missing_ok=True)


def safe_name(name: str) -> str | None:
    """The last part of a file name, of plain characters only; None if nothing is left."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    plain = _SPACES.sub(" ", _UNSAFE.sub("_", last)).strip(" .")
    stem, suffix = os.path.splitext(plain)
    stem = stem[:_LONGEST].strip(" .")
    return f"{stem}{suffix}" if stem.strip("_ ") and suffix else None


def shown_name(name: str) -> str:
    """A file name short enough to be shown in a report."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


class _Bounded:
    """Reads one byte over the limit at most, so that a file too large is noticed, not stored."""

    def __init__(self, content: BinaryIO, most_bytes: int) -> None:
        self._content = content
        self._left = most_bytes + 1

    def read(self, size: int = -1) -> bytes:
        """The next bytes; none once the limit is passed."""
        wanted = self._left if size < 0 else min(size, self._left)
        data = self._content.read(wanted) if wanted else b""
        self._left -= len(data)
        return data
