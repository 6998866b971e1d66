"""What the text of a table cell is worth: a typed value beside the words as printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ingest.structure.cells import is_gap, is_number


class ValueKind(StrEnum):
    """What a cell holds."""

    NUMBER = "number"
    PERCENT = "percent"
    POINTS = "percentage_points"
    MONEY = "money"
    DURATION = "duration"
    GAP = "gap"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class CellValue:
    """A cell's kind and, for a figure, its worth: in pounds, per cent, points, seconds or ones.

    A column that counts in another unit ("£000") is taken into account by `read_value_under`.
    """

    kind: ValueKind
    worth: Decimal | None = None


_POINTS = re.compile(r"pp|p\.\s?p\.?|ppts?|percentage points?", re.IGNORECASE)
_SCALES = (
    (re.compile(r"\d\s*(?:bn|billion)", re.IGNORECASE), Decimal(1_000_000_000)),
    (re.compile(r"\d\s*(?:m|million)\b", re.IGNORECASE), Decimal(1_000_000)),
    (re.compile(r"\d\s*(?:k|thousand)\b", re.IGNORECASE), Decimal(1_000)),
)
_CLOCK = re.compile(r"(?P<sign>[-–−])?\s*(?P<parts>\d{1,4}:\d{2}(?::\d{2})?)")
_UNITS = (  # what a column's label says its figures are counted in
    (re.compile(r"[£$€]\s*(?:[’']?000s?|k|thousands?)\b|[’']000s?\b", re.IGNORECASE), 1_000),
    (re.compile(r"[£$€]\s*(?:m|millions?)\b", re.IGNORECASE), 1_000_000),
)
_POINTS_COLUMN = re.compile(r"percentage points?|\bpp\b|\bppts?\b", re.IGNORECASE)
_PERCENT_COLUMN = re.compile(r"%|per ?cent(?:age)?\b(?! points?)", re.IGNORECASE)
_MONEY_COLUMN = re.compile(r"[£$€](?!\s?\d)")  # "over £500" counts payments
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MINUS = re.compile(r"^\s*[(\[]|[-–−]\s*[£$€]?\s*\d")


def read_value(text: str) -> CellValue:
    """The value of a cell. Brackets and minus signs of any make are negative.

    "1,234" is 1234; "(73)" is -73; "-20.1%" is -20.1 per cent; "0.9pp" is 0.9 points; "£1.5m" is
    1500000 pounds; "03:39" is 219 seconds or minutes, as its column says, counted in sixtieths.
    """
    words = text.strip()
    if not words or is_gap(words):
        return CellValue(ValueKind.GAP)
    if not is_number(words):
        return CellValue(ValueKind.WORDS)
    if clock := _CLOCK.match(words):
        return CellValue(ValueKind.DURATION, _sixtieths(clock))
    found = _DIGITS.search(words)
    assert found is not None
    worth = Decimal(found.group().replace(",", ""))
    worth *= next((by for scale, by in _SCALES if scale.search(words)), Decimal(1))
    return CellValue(_kind(words), -worth if _MINUS.search(words) else worth)


def read_value_under(column: str, text: str) -> CellValue:
    """The value of a cell below a column's label: "1,204" below "£000" is 1204000 pounds.

    What the cell prints itself goes before what the label says: "£1.5m" stays 1500000 pounds and
    "12%" a percentage, whatever the column.
    """
    value = read_value(text)
    if value.kind is not ValueKind.NUMBER or value.worth is None or _scaled(text):
        return value
    readings = list(_readings(column))
    if len(readings) != 1:
        return value
    kind, scale = readings[0]
    return CellValue(kind, value.worth * scale)


def _readings(column: str) -> Iterator[tuple[ValueKind, int]]:
    """What a label may say its figures are: kind and scale; two of them say nothing."""
    if _POINTS_COLUMN.search(column):
        yield ValueKind.POINTS, 1
    elif _PERCENT_COLUMN.search(column):
        yield ValueKind.PERCENT, 1
    scales = [scale for unit, scale in _UNITS if unit.search(column)]
    if scales or _MONEY_COLUMN.search(column):
        yield ValueKind.MONEY, scales[0] if scales else 1


def _scaled(text: str) -> bool:
    return any(scale.search(text) for scale, _ in _SCALES)


def _kind(words: str) -> ValueKind:
    if _POINTS.search(words):
        return ValueKind.POINTS
    if "%" in words:
        return ValueKind.PERCENT
    return ValueKind.MONEY if re.search(r"[£$€]", words) else ValueKind.NUMBER


def _sixtieths(clock: re.Match[str]) -> Decimal:
    worth = Decimal(0)
    for part in clock["parts"].split(":"):
        worth = worth * 60 + int(part)
    return -worth if clock["sign"] else worth
