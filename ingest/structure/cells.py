"""What a table cell holds: a value, a gap, or words."""

import re

_NUMBER = re.compile(
    r"[~<>≈±c.]{0,2}\s*[(\[]?\s*[+\-–−]?\s*[£$€]?\s*[+\-–−]?\d[\d,]*(?:\.\d+)?\s*"
    r"(?:%|pp|p\.\s?p\.?|ppts?|percentage points?|k|m|bn|million|billion|thousand|days?|hours?|hrs?"
    r"|mins?|minutes?|years?|FTE)?\s*[)\]]?\s*[*†‡^#¹²³]{0,3}",
    re.I,
)
_CLOCK = re.compile(r"[+\-–−]?\d{1,4}:\d{2}(?::\d{2})?(?:\s*(?:hrs|mins))?")
_GAP = re.compile(
    r"(?:data )?(?:is )?not (?:yet )?(?:available|applicable|recorded|known|held)[^.]{0,40}\.?"
    r"|n/?a\.?|[-–—.]{1,3}|nil|none|tbc|tba|[*†]{1,3}|no data|unknown",
    re.I,
)
_UNIT = re.compile(
    r"[£$€]\s*['’]?000['’]?s?|['’]000s?|[£$€]\s*(?:m|k|bn|million|thousand)?|%|no\.?|number|rate|fte"
    r"|count|hh:mm(?::ss)?",
    re.I,
)
_YEAR = re.compile(r"(?:fy\s*)?(?:19|20)\d\d(?:\s*[/\-–]\s*(?:\d\d|(?:19|20)\d\d))?", re.I)


def is_number(text: str) -> bool:
    """A figure of any make: "1,234", "-20.1%", "0.9pp", "(73)", "£1.5m", "00:12:31"."""
    words = text.strip()
    figure = _NUMBER.fullmatch(words) or _CLOCK.fullmatch(words)
    return figure is not None and not is_unit(words)


def is_unit(text: str) -> bool:
    """What figures are counted in: "£000", "%", "FTE"."""
    return bool(_UNIT.fullmatch(text.strip()))


def is_gap(text: str) -> bool:
    """A cell that says there is no figure: "Data not available", "n/a", "-", "**"."""
    return bool(_GAP.fullmatch(text.strip()))


def is_value(text: str) -> bool:
    """A figure or the statement that there is none."""
    return is_number(text) or is_gap(text)


def is_year(text: str) -> bool:
    """A bare year or financial year, which labels a column more often than it is a figure."""
    return bool(_YEAR.fullmatch(text.strip()))
