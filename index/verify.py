"""Prove that the indexes hold what the catalogue says, by reading it back."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.catalogue.reading import StoredPassage
from index.embedding.cache import VectorCache
from index.embedding.embedder import unit_rows
from index.keywords import Keywords
from index.progress import Meter
from index.vectors import Grain, Vectors, passage_of

UNREACHABLE = "has a vector no search finds"
_AT_ONCE = 200
_SAME = 1e-3  # how far a cosine may be off for the same vector, stored and asked for


@dataclass(frozen=True, slots=True)
class Fault:
    """A passage that an index has wrong."""

    passage_id: str
    what: str


def compare_vectors(live: Sequence[StoredPassage], vectors: Vectors, grain: Grain) -> list[Fault]:
    """What the catalogue holds and the vectors do not, or the other way round."""
    rows = {row for one in live for row in grain.rows_of(one.passage)}
    stored = vectors.ids()
    faults = [Fault(passage_of(row), "has a vector missing") for row in sorted(rows - stored)]
    faults += [Fault(passage_of(row), "has a vector too many") for row in sorted(stored - rows)]
    return faults


def compare_keywords(live: Sequence[StoredPassage], keywords: Keywords) -> list[Fault]:
    """What the catalogue holds and the keyword index does not, or the other way round."""
    wanted = {one.passage.id for one in live}
    indexed = Counter(keywords.ids())
    faults = [Fault(one, "is not in the keyword index") for one in sorted(wanted - indexed.keys())]
    faults += [
        Fault(one, "is in the keyword index though not live")
        for one in sorted(indexed.keys() - wanted)
    ]
    faults += [
        Fault(one, f"is in the keyword index {times} times")
        for one, times in sorted(indexed.items())
        if times > 1
    ]
    return faults


def find_by_own_vectors(
    passages: Sequence[StoredPassage],
    vectors: Vectors,
    grain: Grain,
    cache: VectorCache,
    meter: Meter,
) -> list[Fault]:
    """Search for each text's own vector: each must be stored as embedded, and be found."""
    faults: list[Fault] = []
    for start in range(0, len(passages), _AT_ONCE):
        some = passages[start : start + _AT_ONCE]
        rows = [row for one in some for row in grain.rows_of(one.passage)]
        texts = [text for one in some for text in grain.texts_of(one.passage)]
        own = unit_rows(cache.vectors(texts))
        stored = vectors.stored(rows)
        present = [place for place, row in enumerate(rows) if row in stored]
        faults += [
            Fault(passage_of(rows[place]), "has another vector than its text")
            for place in present
            if float(np.dot(stored[rows[place]], own[place])) < 1 - _SAME
        ]
        unreachable = _unreachable([rows[place] for place in present], own[present], vectors)
        faults += [Fault(passage_of(row), UNREACHABLE) for row in unreachable]
        meter.advance(len(some))
    return faults


def _unreachable(rows: Sequence[str], own: np.ndarray, vectors: Vectors) -> Iterator[str]:
    """Those of `rows` that a search by their own vector does not bring up.

    Passages with the very same words share a place, so one may hide behind the others: as long as
    everything found is as near as the row itself, more is asked for.
    """
    if not rows:
        return
    for row, vector, found in zip(rows, own, vectors.nearest_of_each(own, 3), strict=True):
        limit, count = 3, vectors.count()
        while row not in {one for one, _ in found}:
            if limit >= count or any(cosine < 1 - _SAME for _, cosine in found):
                yield row
                break
            limit *= 8
            found = vectors.nearest(vector, limit)


def listed(faults: Iterable[Fault], most: int = 5) -> str:
    """The first few faults as a sentence part."""
    found = list(faults)
    shown = "; ".join(f"passage {fault.passage_id} {fault.what}" for fault in found[:most])
    return shown if len(found) <= most else f"{shown}; and {len(found) - most} more"
