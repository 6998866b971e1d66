"""manifest.csv: what a person knows about the files beside it, set or corrected by hand.

The first line names the columns: `file` (a file's name, with or without its ending) and any of
the fields below. An empty cell leaves the field as it was found; "unknown" clears it.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from ingest.dates import Period, PeriodKind, find_dates
from ingest.document import Body, DocumentKind, Finding, Metadata, Sensitivity
from ingest.errors import ManifestError

FILE_NAME = "manifest.csv"

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The cells that set something: (field, value) pairs by file name in small letters."""

    rows: Mapping[str, tuple[tuple[str, str], ...]]

    def apply(self, file_name: str, metadata: Metadata) -> Metadata:
        """The metadata of the file called `file_name`, with the fields its line sets."""
        names = file_name.lower(), Path(file_name).stem.lower()
        cells = next((self.rows[name] for name in names if name in self.rows), ())
        for field, value in cells:
            metadata = FIELDS[field](metadata, value)
        fields = {field for field, _ in cells}
        kept = tuple(finding for finding in metadata.findings if finding.field not in fields)
        set_here = tuple(Finding(field, FILE_NAME, 1.0) for field, _ in cells)
        return replace(metadata, findings=kept + set_here)


def read_manifest(folder: Path) -> Manifest:
    """The manifest in `folder`; an empty one where there is none.

    Raises: ManifestError naming line and column of what cannot be understood.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return Manifest({})
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            lines = ((reader.line_num, cells) for cells in reader)
            return Manifest(_rows(lines))
    except UnicodeDecodeError as error:
        raise ManifestError(FILE_NAME, "it is not UTF-8 text", "Save it as CSV UTF-8.") from error
    except csv.Error as error:
        raise ManifestError(FILE_NAME, f"it is not CSV: {error}", "Check its quotes.") from error


def _rows(lines: Iterable[tuple[int, list[str]]]) -> dict[str, tuple[tuple[str, str], ...]]:
    numbered = iter(lines)
    columns = _columns(next(numbered, (1, []))[1])
    rows: dict[str, tuple[tuple[str, str], ...]] = {}
    for line, cells in numbered:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns):
            raise _error(line, len(columns) + 1, "there is a cell without a column")
        values = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
        name = values.pop("file", "").lower()
        if not name:
            raise _error(line, columns.index("file") + 1, "the file is not named")
        if name in rows:
            raise _error(line, columns.index("file") + 1, f'"{name}" has a line already')
        _check(values, columns, line)
        rows[name] = tuple((field, value) for field, value in values.items() if value)
    return rows


def _columns(header: list[str]) -> list[str]:
    columns = [re.sub(r"[\s_]+", "_", cell.strip().lower()) for cell in header]
    for place, column in enumerate(columns, start=1):
        if column != "file" and column not in FIELDS:
            known = ", ".join(("file", *FIELDS))
            raise _error(1, place, f'"{column}" is not a column; there are {known}')
        if columns.index(column) + 1 != place:
            raise _error(1, place, f'the column "{column}" stands twice')
    if "file" not in columns:
        raise _error(1, 1, 'there is no column "file"')
    return columns


def _check(values: Mapping[str, str], columns: list[str], line: int) -> None:
    for field, value in values.items():
        try:
            if value:
                FIELDS[field](Metadata(""), value)
        except ValueError as error:
            raise _error(line, columns.index(field) + 1, f"{field}: {error}") from error


def _error(line: int, column: int, what: str) -> ManifestError:
    return ManifestError(
        FILE_NAME, f"line {line}, column {column}: {what}", "Correct that cell and run again."
    )


def _text(value: str) -> str | None:
    return None if value.lower() == "unknown" else value


def _title(value: str) -> str:
    if value.lower() == "unknown":
        raise ValueError("a document needs a title")
    return value


def _url(value: str) -> str | None:
    if value.lower() == "unknown":
        return None
    if not re.fullmatch(r"https?://\S+", value, re.IGNORECASE):
        raise ValueError(f'"{value}" is not a web address')
    return value


def _choice(choices: type[_Choice], value: str) -> _Choice:
    wanted = re.sub(r"[\s-]+", "_", value.lower())
    try:
        return choices(wanted)
    except ValueError:
        known = ", ".join(choice.value for choice in choices)
        raise ValueError(f'"{value}" is not one of {known}') from None


def _day(value: str) -> date | None:
    if value.lower() == "unknown":
        return None
    periods = find_dates(value)
    if len(periods) != 1 or periods[0].kind is not PeriodKind.DAY:
        raise ValueError(f'"{value}" is not a day such as 2024-10-08 or 8 October 2024')
    return periods[0].start


def _period(value: str) -> Period:
    periods = find_dates(value)
    if len(periods) != 1:
        raise ValueError(f'"{value}" is not a period such as 2023/24 or 1 May to 30 June 2024')
    return periods[0]


def _set_period(metadata: Metadata, value: str) -> Metadata:
    if value.lower() == "unknown":
        return replace(metadata, period_start=None, period_end=None)
    period = _period(value)
    return replace(metadata, period_start=period.start, period_end=period.end)


FIELDS: Mapping[str, Callable[[Metadata, str], Metadata]] = {
    "title": lambda m, v: replace(m, title=_title(v)),
    "kind": lambda m, v: replace(m, kind=_choice(DocumentKind, v)),
    "body": lambda m, v: replace(m, body=_choice(Body, v)),
    "date": lambda m, v: replace(m, date=_day(v)),
    "period": _set_period,
    "meeting_date": lambda m, v: replace(m, meeting_date=_day(v)),
    "plan": lambda m, v: replace(m, plan=_text(v)),
    "supersedes": lambda m, v: replace(m, supersedes=_text(v)),
    "state": lambda m, v: replace(m, state=_text(v)),
    "url": lambda m, v: replace(m, url=_url(v)),
    "sensitivity": lambda m, v: replace(m, sensitivity=_choice(Sensitivity, v)),
}
"""How each column's cell is read and set; each raises ValueError where it can't be read."""
