"""A share with its uncertainty."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

Z_95 = 1.959964  # two-sided 95 % of the normal distribution


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `n`. With n = 0 there is no value: None, never NaN."""

    hits: int
    n: int

    @classmethod
    def of(cls, marks: Iterable[bool]) -> "Share":
        """The share of true marks."""
        listed = tuple(marks)
        return cls(sum(listed), len(listed))

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None where nothing was measured."""
        return self.hits / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % score interval (Wilson 1927); None where nothing was measured."""
        if not self.n:
            return None
        share, z2 = self.hits / self.n, Z_95**2
        centre = (share + z2 / (2 * self.n)) / (1 + z2 / self.n)
        spread = share * (1 - share) / self.n + z2 / (4 * self.n**2)
        half = Z_95 * math.sqrt(spread) / (1 + z2 / self.n)
        return max(0.0, centre - half), min(1.0, centre + half)


def mean(values: Iterable[float]) -> float | None:
    """The mean; None of nothing."""
    listed = tuple(values)
    return sum(listed) / len(listed) if listed else None


def percentile(values: Iterable[float], share: float) -> float | None:
    """The value that `share` (0 to 1) of the values do not exceed (nearest rank); None of none."""
    ordered = sorted(values)
    if not ordered:
        return None
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
