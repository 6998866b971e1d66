"""Values that stand after their label: "Decision number: 2024/18", "Title<tab>Community fund"."""

import re
from collections.abc import Sequence

from ingest.metadata.head import Line


def labelled_value(lines: Sequence[Line], label: str) -> str | None:
    """What follows a label (a regular expression) at the start of a line, or on the next line."""
    pattern = re.compile(
        rf"^\W*{label}\s*(?P<mark>[:\t]|\s[–-]\s|$)\s*(?P<value>.*)", re.IGNORECASE
    )
    for place, line in enumerate(lines):
        match = pattern.match(line.text)
        if match is None:
            continue
        value = match["value"].strip()
        if not value and place + 1 < len(lines):
            value = lines[place + 1].text
        if value and len(value) < 160:
            return value
    return None
