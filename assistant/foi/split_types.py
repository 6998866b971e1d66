"""What splitting a letter puts out. Every span points into the letter as it was received."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.document import Span


class AsideKind(StrEnum):
    """Words of a request that ask for no information."""

    PREFERENCE = "preference"  # format, address, acknowledgement
    NARROWING = "narrowing"  # offers to clarify or to ask for less
    BOILERPLATE = "boilerplate"  # the Act quoted back at the office, review and complaint warnings
    SCOPE = "scope"  # periods, break-downs and meanings that hold for all parts
    REVIEW = "review"  # asks for an internal review of an earlier answer
    REPEAT = "repeat"  # an ask made a second time


@dataclass(frozen=True, slots=True)
class LetterPart:
    """One question of a request.

    `text` is the requester's own words, `label` their own number for it ("3(b)") or "", `heading`
    the heading it stands under and `stem` the words that lead into it ("For each year, state:").
    `asks` are the separate things asked within it, in order, each a span within `span`.
    """

    number: int
    span: Span
    text: str
    label: str = ""
    heading: str = ""
    stem: str = ""
    asks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """Words recognised as something other than an ask."""

    kind: AsideKind
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class SplitLetter:
    """A letter taken apart: `topic` is its subject without the formalities, "" if it has none."""

    text: str
    parts: tuple[LetterPart, ...]
    asides: tuple[Aside, ...] = ()
    topic: str = ""
