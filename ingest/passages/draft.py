"""A passage before it is numbered: its span and what its context and windows are made from."""

from dataclasses import dataclass

from ingest.document import Span
from ingest.passage import PassageKind


@dataclass(frozen=True, slots=True)
class Draft:
    """`parts` are the spans, in order, that windows keep whole unless one alone is too long.

    `about` are words of context beyond the section path: a table's caption and columns, the
    question that this answers. `lead` is what the first window begins with besides the section,
    `again` what the later ones begin with instead. `place` is the last part of the locator
    ("paragraph 7.28", "Action 4"). `headed` says how many of the first parts are headings.
    `lines` is what the windows say in place of the parts, where cells alone would say too little.
    """

    kind: PassageKind
    span: Span
    section: tuple[str, ...]
    parts: tuple[Span, ...]
    about: tuple[str, ...] = ()
    lead: str = ""
    again: str = ""
    place: str = ""
    table: int | None = None
    row: int | None = None
    headed: int = 0
    lines: tuple[str, ...] = ()
