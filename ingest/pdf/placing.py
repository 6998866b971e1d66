"""From a page's own coordinates to how it is read: turned upright, from the top left."""

from dataclasses import dataclass

from ingest.pdf.shapes import Box


@dataclass(frozen=True, slots=True)
class Placing:
    """The visible box of a page in its own coordinates, and its quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        """Width as read, in points."""
        return self.right - self.left if self.turns % 2 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """Height as read, in points."""
        return self.top - self.bottom if self.turns % 2 == 0 else self.right - self.left

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A box given in page coordinates (bottom up), as it stands on the page as read."""
        if self.turns == 0:
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        if self.turns == 1:
            return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.turns == 2:
            return Box(
                self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            )
        return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)
