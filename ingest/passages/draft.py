"""A passage before it is numbered: its span and what its context and windows are made from."""

from dataclasses import dataclass

from ingest.document import Span
from ingest.passage import PassageKind


@dataclass(frozen=True, slots=True)
class Draft:
    """`parts` are spans, in order, that windows may not cut unless one alone is too long.

    `about` are words of context beyond the section path: a table's caption and columns, a
    question whose answer this is. `lead` is the short form of it that each window begins with.
    `place` is the last part of the locator ("paragraph 7.28", "row 999 calls").
    """

    kind: PassageKind
    span: Span
    section: tuple[str, ...]
    parts: tuple[Span, ...]
    about: tuple[str, ...] = ()
    lead: str = ""
    place: str = ""
    table: int | None = None
    row: int | None = None
