"""Which days are working days in the whole of the United Kingdom.

Section 10(6) of the Freedom of Information Act 2000 leaves out Saturdays, Sundays, Christmas Day,
Good Friday and bank holidays in *any* part of the United Kingdom. Holidays are data in the shape of
the government's published JSON, shipped with the product: to the end of 2027 as proclaimed, after
that as the standing rules give them, so later years want refreshing from the published file.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from urllib.request import urlopen

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.foi.errors import HolidaysMissing, HolidaysUnreadable

SHIPPED = "bank-holidays.json"
_SATURDAY = 5
_FETCH_SECONDS = 20


class _Event(BaseModel):
    model_config = ConfigDict(extra="ignore")

    title: str
    date: date


class _Division(BaseModel):
    model_config = ConfigDict(extra="ignore")

    division: str
    events: list[_Event]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that no part of the office's clock counts, and where in the country it is kept."""

    day: date
    title: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The holidays known, by day, and the years for which they are known."""

    holidays: Mapping[date, Holiday]
    first_year: int
    last_year: int

    def is_working(self, day: date) -> bool:
        """Whether `day` counts; raises HolidaysMissing for a year that the data do not cover."""
        if not self.first_year <= day.year <= self.last_year:
            raise HolidaysMissing(
                f"No holidays are known for {day.year} (known: {self.first_year} to "
                f"{self.last_year}). Refresh the holidays from the government's published file."
            )
        return day.weekday() < _SATURDAY and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """The first working day that is not before `day`."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def add(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, which is day 0 if it is a working day.

        A `day` that is not a working day is moved to the next one first, which is then day 0.
        """
        day = self.on_or_after(day)
        for _ in range(count):
            day = self.on_or_after(day + timedelta(days=1))
        return day

    def between(self, first: date, last: date) -> int:
        """How many working days after `first` up to and with `last` (0 if `last` is not later)."""
        day, count = first, 0
        while day < last:
            day += timedelta(days=1)
            count += self.is_working(day)
        return count

    def holidays_between(self, first: date, last: date) -> tuple[Holiday, ...]:
        """The holidays on weekdays from `first` to `last`, both included, in order."""
        found = (h for h in self.holidays.values() if first <= h.day <= last)
        return tuple(sorted((h for h in found if h.day.weekday() < _SATURDAY), key=lambda h: h.day))


def load_calendar(
    source: Path | None = None, extra: Iterable[tuple[date, str]] = ()
) -> WorkingCalendar:
    """The calendar from the shipped holidays, or from `source`, with `extra` days added by hand.

    Raises HolidaysUnreadable when `source` is missing or not in the published shape.
    """
    if source is None:
        raw = files("assistant.foi").joinpath("data", SHIPPED).read_bytes()
        return _calendar(raw, SHIPPED, extra)
    try:
        raw = source.read_bytes()
    except OSError as error:
        raise HolidaysUnreadable(
            f"The holidays file {source} cannot be read ({error.strerror}). Check the setting "
            "holidays_file, or leave it empty to use the holidays shipped with the product."
        ) from error
    return _calendar(raw, str(source), extra)


def refresh_holidays(url: str, target: Path) -> WorkingCalendar:
    """Fetch the published holidays from `url` (https or file) into `target` and return them.

    Only ever called when a person asks for it. A file that is not in the published shape is
    refused with HolidaysUnreadable before `target` is touched.
    """
    if not url.startswith(("https://", "file://")):
        raise HolidaysUnreadable(f"Holidays are fetched from https or file addresses, not {url}.")
    try:
        with urlopen(url, timeout=_FETCH_SECONDS) as reply:  # noqa: S310 - scheme checked above
            raw: bytes = reply.read()
    except OSError as error:
        raise HolidaysUnreadable(
            f"The holidays could not be fetched from {url} ({error}). The clock goes on with the "
            "holidays it has; try again, or save the published file and set holidays_file."
        ) from error
    calendar = _calendar(raw, url, ())
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(raw)
    return calendar


def _calendar(raw: bytes, source: str, extra: Iterable[tuple[date, str]]) -> WorkingCalendar:
    divisions = _divisions(raw, source)
    named: dict[date, tuple[str, list[str]]] = {}
    for division in divisions:
        for event in division.events:
            named.setdefault(event.date, (event.title, []))[1].append(division.division)
    years = [day.year for day in named]
    for day, title in extra:
        named.setdefault(day, (title, ["added by hand"]))
    holidays = {day: Holiday(day, title, tuple(parts)) for day, (title, parts) in named.items()}
    return WorkingCalendar(holidays, min(years), max(years))


def _divisions(raw: bytes, source: str) -> list[_Division]:
    try:
        divisions = [_Division.model_validate(value) for value in json.loads(raw).values()]
    except (ValueError, AttributeError, ValidationError) as error:
        raise HolidaysUnreadable(
            f"{source} is not a file of bank holidays as the government publishes it. "
            "Save it again from www.gov.uk/bank-holidays.json."
        ) from error
    if not any(division.events for division in divisions):
        raise HolidaysUnreadable(f"{source} names no holidays at all; save it again.")
    return divisions
