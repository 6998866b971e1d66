"""Typed rows from and to JSONL files: the boundary where a file becomes values."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from eval.errors import SetError

RowT = TypeVar("RowT", bound=BaseModel)


def read_rows(path: Path, row_type: type[RowT]) -> tuple[RowT, ...]:
    """The rows of `path`, one JSON object per line; blank lines are passed over.

    Raises SetError naming the file, the line and the field that is wrong.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SetError(f"{path} cannot be read ({error}): give a JSONL file") from error
    rows = tuple(
        _parse(path, number, line, row_type)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    )
    if not rows:
        raise SetError(f"{path} holds no rows: give a JSONL file with one object per line")
    return rows


def write_rows(path: Path, rows: Iterable[BaseModel]) -> None:
    """Write one JSON object per line, making the folder when it is not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(row.model_dump_json() + "\n" for row in rows), encoding="utf-8")


def _parse(path: Path, number: int, line: str, row_type: type[RowT]) -> RowT:
    try:
        return row_type.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the row"
        raise SetError(f"{path}, line {number}: {field}: {first['msg']}") from error
