"""Faults of wording that have cost offices complaints."""

import re
from collections.abc import Iterator

from assistant.foi.precheck.fault import Checked, Fault, FaultKind, texts_of

_DAYS = re.compile(
    r"\b(?:\d+|ten|twenty|thirty|forty|sixty) (?!working)(?:calendar )?days\b", re.IGNORECASE
)
_HERE = re.compile(
    r"\b(?:click|found|find|see|seen|available|read|published|accessed|viewed|located|downloaded|"
    r"at)"
    r"(?: it| them| this)? here\b|\[here\]|>\s*here\s*<|\bthis link\b|\bclick (?:on )?(?:the|"
    r"this)\b",
    re.IGNORECASE,
)


def check_wording(checked: Checked) -> Iterator[Fault]:
    """ "Days" where working days are meant, and links that say nothing of where they lead."""
    content = checked.content
    standing: list[tuple[int | None, str]] = [
        (None, words) for words in (content.review, content.regulator, content.close)
    ]
    own = [(p.number, words) for p in checked.request.parts for words in texts_of(p)]
    for number, words in [*standing, *own]:
        for match in _DAYS.finditer(words):
            if match.group() in _quoted(checked, number):
                continue
            yield Fault(
                FaultKind.DAYS_NOT_WORKING_DAYS,
                f"“{match.group()}” should say working days.",
                "Write “working days”, which is what the law counts.",
                number,
                match.group(),
            )
        for match in _HERE.finditer(words):
            yield Fault(
                FaultKind.LINK_TEXT_HERE,
                f"“{match.group()}” does not say where the link leads.",
                "Use the document's title as the link's words.",
                number,
                match.group(),
            )


def _quoted(checked: Checked, number: int | None) -> str:
    """What the sources of a part say themselves: their days are their own."""
    parts = (part for part in checked.request.parts if part.number == number)
    return " ".join(citation.quote for part in parts for citation in part.citations)
