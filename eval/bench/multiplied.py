"""Many documents out of few, for measuring how speed changes with size."""

import re
from pathlib import Path

from ingest.reader import read_document
from ingest.settings import IngestSettings
from ingest.sources import find_files

_NUMBER = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d(?!\d))\d+")


def multiply(docs: Path, folder: Path, times: int) -> Path:
    """Write `times` text copies of every document in `docs` to `folder`, and return it.

    Each copy has a title and figures of its own (years stay), so that no two are the same
    document and none is a near-duplicate in its figures.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in find_files([docs]).files:
        document = read_document(path, IngestSettings())
        for copy in range(times):
            text = f"County {copy + 1}: {document.metadata.title}\n\n{shifted(document.text, copy)}"
            (folder / f"{document.name}-{copy + 1:02}.txt").write_text(text, encoding="utf-8")
    return folder


def shifted(text: str, by: int) -> str:
    """`text` with every digit of its figures moved on by `by`, years left alone."""
    return _NUMBER.sub(lambda found: "".join(str((int(d) + by) % 10) for d in found[0]), text)
