"""The manifest.csv beside the sample documents: what each is and where it was published."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from eval.sample.markup import Source

COLUMNS = (
    "file",
    "title",
    "kind",
    "body",
    "date",
    "period",
    "meeting_date",
    "plan",
    "supersedes",
    "state",
    "url",
    "sensitivity",
)
_PLACE = "https://pcc.marlshire.example.org/documents/"


def manifest(built: Sequence[tuple[Source, str]]) -> str:
    """The manifest as CSV, one row per (source, file name); empty cells are unknown."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for source, file in built:
        known = {key: source.meta.get(key, "") for key in COLUMNS}
        known |= {"file": file, "url": _PLACE + file, "period": _period(source.meta)}
        writer.writerow(known)
    return buffer.getvalue()


def _period(meta: dict[str, str]) -> str:
    if "period_start" not in meta:
        return ""
    start, end = (date.fromisoformat(meta[key]) for key in ("period_start", "period_end"))
    return f"{start.day} {start:%B %Y} to {end.day} {end:%B %Y}"
