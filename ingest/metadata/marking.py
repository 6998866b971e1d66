"""Whether a document says it is a draft, out of force, or not for everybody."""

import re
from collections.abc import Sequence

from ingest.document import Finding, Sensitivity
from ingest.metadata.head import Line

_STATES = (
    ("superseded", re.compile(r"^\W*(?:superseded|withdrawn|no longer in force)\b", re.IGNORECASE)),
    (
        "draft",
        re.compile(
            r"^\W*(?:(?:status|state|version)\s*[:\t]\s*)?(?:[\w ]{0,20}\s)?draft"
            r"(?:\s*(?:v|version)?\s*[\d.]*)?\W*$|^\W*draft\s*(?:[-–:]|minutes|policy|report|plan)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "final",
        re.compile(
            r"^\W*(?:status|state|version)\s*[:\t]\s*(?:[\w. ]{0,12}\s)?final\W*$", re.IGNORECASE
        ),
    ),
)
_MARKINGS = (
    (
        Sensitivity.CONFIDENTIAL,
        re.compile(
            r"^\W*(?:(?:strictly |private and |private & )?confidential|restricted|"
            r"official[\s:-]*sensitive\b.*|(?:not for publication|exempt information)\b.{0,60}|"
            r"(?:classification|protective marking|marking|security)\s*[:\t–-]\s*"
            r"(?:.*\b(?:confidential|sensitive|restricted|secret)\b.*))\W*$",
            re.IGNORECASE,
        ),
    ),
    (
        Sensitivity.INTERNAL,
        re.compile(
            r"^\W*(?:(?:for )?internal(?: use)?(?: only)?|"
            r"(?:classification|marking)\s*[:\t–-]\s*internal.*)\W*$",
            re.IGNORECASE,
        ),
    ),
)
_LONGEST = 90  # characters: a marking stands on a line of its own


def find_state(lines: Sequence[Line]) -> tuple[str | None, Finding | None]:
    """ "draft", "final" or "superseded" where a line of the head says so; else unknown."""
    for state, pattern in _STATES:
        if any(len(line.text) <= _LONGEST and pattern.match(line.text) for line in lines):
            return state, Finding("state", "first lines", 0.85)
    return None, None


def find_sensitivity(lines: Sequence[Line]) -> tuple[Sensitivity, Finding | None]:
    """The marking on a line of its own; without one, published documents are public."""
    for sensitivity, pattern in _MARKINGS:
        if any(len(line.text) <= _LONGEST and pattern.match(line.text) for line in lines):
            return sensitivity, Finding("sensitivity", "marking in the first lines", 0.85)
    return Sensitivity.PUBLIC, None
