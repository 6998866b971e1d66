"""Join several rankings into one."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)

RANK_CONSTANT = 60
"""k of the paper: how little the first places outweigh the next."""


def reciprocal_rank_fusion(
    rankings: Sequence[Sequence[Item]], constant: int = RANK_CONSTANT
) -> list[tuple[Item, float]]:
    """Score each item by the sum of 1 / (constant + rank) over the rankings that hold it.

    Ranks start at 1. Items come back best first; equal scores keep the order in which the
    rankings, first one first, named them. An item repeated in a ranking counts once, where it
    stands highest.

    Cormack, Clarke and Buettcher, "Reciprocal Rank Fusion outperforms Condorcet and individual
    Rank Learning Methods", SIGIR 2009, https://doi.org/10.1145/1571941.1572114
    """
    scores: dict[Item, float] = {}
    for ranking in rankings:
        for rank, item in enumerate(dict.fromkeys(ranking), start=1):
            scores[item] = scores.get(item, 0.0) + 1.0 / (constant + rank)
    return sorted(scores.items(), key=lambda pair: -pair[1])
