"""JSON and CSV."""

import csv
import io
import json
from collections.abc import Iterable

from assistant.commitments.export.rows import Row, Stamp, contract_rows, full_rows
from assistant.commitments.thread import Thread

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_json(threads: Iterable[Thread]) -> str:
    """The contract's list, one object for each record of each thread."""
    return json.dumps(list(contract_rows(threads)), ensure_ascii=False, indent=2)


def to_csv(threads: Iterable[Thread], stamp: Stamp) -> str:
    """Every field, with a header line; no cell is one that a spreadsheet takes for a formula."""
    rows = list(full_rows(threads, stamp))
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, fieldnames=_columns(rows), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: harmless(value or "") for name, value in row.items()} for row in rows)
    return written.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _columns(rows: list[Row]) -> list[str]:
    return list(rows[0]) if rows else list(_NAMES)


_NAMES = ("document", "action", "kind", "raised", "owner", "text", "status", "update_date", "due")
