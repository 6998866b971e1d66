"""What stands on a page before it is understood: words, rules and dots, each with its place.

All lengths are in points (1/72 inch), measured from the left and the top of the page as it is
read, so that `top` is less than `bottom`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Box(NamedTuple):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From the left to the right edge."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From the top to the bottom edge."""
        return self.bottom - self.top


class Word(NamedTuple):
    """Signs with no white space between them. `size` is the font's, in points.

    `mark` is the number of the marked content it belongs to, -1 for none: the place in the file's
    own structure tree, if it has one.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    mark: int = -1


class Rule(NamedTuple):
    """A straight ruling line. `at` is its place across, `start` to `end` its extent along."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lines of a page: level rules, upright rules, shades, and dots that may be bullets."""

    level: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()
    dots: tuple[Box, ...] = ()
    shades: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page as extracted.

    `unmapped` counts words whose glyphs have no known characters; `pictured` is the share of the
    page that pictures (or, on a page without words, drawn shapes) cover; `broken` holds for a page
    that cannot be opened at all. `headings` are the levels of marked contents tagged as headings.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    drawing: Drawing = Drawing()
    unmapped: int = 0
    pictured: float = 0.0
    broken: bool = False
    headings: Mapping[int, int] = field(default_factory=dict)
