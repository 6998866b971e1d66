"""Bold and links within a line of a source."""

import re
from collections.abc import Callable

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


def plain(text: str) -> str:
    """The words alone."""
    return _LINK.sub(r"\1", _BOLD.sub(r"\1", text))


def marked(text: str, bold: str, link: str, escape: Callable[[str], str] = str) -> str:
    """The words with `bold` and `link` as replacement patterns (groups: words; words, address)."""
    return _LINK.sub(link, _BOLD.sub(bold, escape(text)))


def bold_runs(text: str) -> list[tuple[str, bool]]:
    """The words in runs, each with whether it is bold; links are reduced to their words."""
    parts = _BOLD.split(_LINK.sub(r"\1", text))
    return [(part, place % 2 == 1) for place, part in enumerate(parts) if part]
