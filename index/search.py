"""One hybrid search: vectors and keywords, fused, then checked against the catalogue."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field

from index import scope
from index.catalogue import reading
from index.catalogue.reading import Entry, StoredPassage
from index.embedding.embedder import Matrix
from index.fusion import reciprocal_rank_fusion
from index.keywords import Scope
from index.results import Hit, Query, Rejection, ResultSet
from index.stopwords import STOP_WORDS
from index.vectors import Grain, passage_of, row_id
from index.view import View
from index.words import words

# Up to this many passages the nearest are found among them alone; beyond, more are fetched than
# are wanted and the catalogue's filter is applied to what comes back.
_NARROW = 1000
_SURE = 3
"""Passages that one search puts first are kept, however far down the others have them: a rare name
is found by its letters alone, and two searches by meaning would outvote it."""
TextOf = Callable[[int], str]


@dataclass(slots=True)
class Stopwatch:
    """Seconds that each step took."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what is done within."""
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class Found:
    """What the searches put forward: passage ids best first, with their scores."""

    by_window: dict[str, float]
    by_keyword: dict[str, float]


@dataclass(frozen=True, slots=True)
class Search:
    """One search over one view."""

    view: View
    catalogue: sqlite3.Connection
    text_of: TextOf
    depth: int

    def run(self, query: Query, vector: Matrix | None, watch: Stopwatch) -> ResultSet:
        """Answer `query`; `vector` is its text embedded, None to search by keywords alone."""
        admitted = scope.allowed(self.view.shown, query.filters)
        with watch.step("vectors"):
            near, nearest = (
                {} if vector is None else self._by_vector(grain, vector, admitted, query.limit)
                for grain in (Grain.WINDOWS, Grain.SENTENCES)
            )
        with watch.step("keywords"):
            worded = self._by_keyword(query, admitted)
        with watch.step("fusion"):
            rankings = [list(near), list(nearest), list(worded)]
            sure = {one for ranking in rankings for one in ranking[:_SURE]}
            fused = _with_all(sure, reciprocal_rank_fusion(rankings), query.limit)
        with watch.step("catalogue"):
            kept, rejected = self._sift(fused, admitted, query.limit)
            passages = reading.passages(
                self.catalogue, [one for one, _ in kept], self.view.generation
            )
        with watch.step("cosines"):
            cosines = self._cosines(vector, passages, near)
        with watch.step("hits"):
            hits = self._hits(kept, passages, Found(near, worded), cosines)
        return ResultSet(query, hits, rejected, watch.seconds, self.view.generation)

    def _by_vector(
        self, grain: Grain, vector: Matrix, admitted: Mapping[int, Entry], limit: int
    ) -> dict[str, float]:
        """Passages near to the query with the cosine of their best text, best first."""
        depth = max(self.depth, limit)
        vectors = self.view.stores.vectors(grain)
        if self._admits_all(admitted):
            return _best_texts(vectors.nearest(vector, 2 * depth))
        passages = _passages(admitted.values())
        if passages <= _NARROW:
            rows = self._rows_of(grain, admitted)
            return _best_texts(vectors.nearest(vector, 2 * depth, rows))
        everything = _passages([*self.view.shown.values(), *self.view.withdrawn])
        wanted, count = 2 * depth * everything // passages, vectors.count()
        while True:
            near = _best_texts(vectors.nearest(vector, wanted))
            live = reading.live_versions(self.catalogue, list(near), self.view.generation)
            near = {one: cosine for one, cosine in near.items() if live.get(one) in admitted}
            if len(near) >= depth or wanted >= count:
                return near
            wanted *= 4

    def _admits_all(self, admitted: Mapping[int, Entry]) -> bool:
        """Whether whatever the indexes find may be shown."""
        return len(admitted) == len(self.view.shown) and not self.view.withdrawn

    def _rows_of(self, grain: Grain, admitted: Mapping[int, Entry]) -> list[str]:
        """The ids of the vectors of the admitted documents."""
        return [
            row_id(passage_id, number)
            for passage_id, count in reading.counts_of(
                self.catalogue, list(admitted), self.view.generation, grain
            )
            for number in range(count)
        ]

    def _by_keyword(self, query: Query, admitted: Mapping[int, Entry]) -> dict[str, float]:
        terms = query.terms or tuple(
            (word, 1.0) for word in dict.fromkeys(words(query.text)) if word not in STOP_WORDS
        )
        depth = max(self.depth, query.limit)
        return dict(self.view.stores.keywords.search(terms, depth, self._scope(admitted)))

    def _scope(self, admitted: Mapping[int, Entry]) -> Scope | None:
        """The shorter of the two ways to say which documents may answer."""
        if self._admits_all(admitted):
            return None
        everything = {entry.version: entry.record.id for entry in self.view.withdrawn}
        everything.update((version, one.record.id) for version, one in self.view.shown.items())
        if len(admitted) <= len(everything) / 2:
            return Scope({entry.record.id for entry in admitted.values()}, only=True)
        left_out = {one for version, one in everything.items() if version not in admitted}
        return Scope(left_out, only=False)

    def _sift(
        self, fused: Sequence[tuple[str, float]], admitted: Mapping[int, Entry], limit: int
    ) -> tuple[list[tuple[str, float]], tuple[Rejection, ...]]:
        """What the catalogue calls live and the filters admit, up to the limit; and the rest."""
        kept: list[tuple[str, float]] = []
        rejected: list[Rejection] = []
        ids = [passage_id for passage_id, _ in fused]
        live = reading.live_versions(self.catalogue, ids, self.view.generation)
        for passage_id, score in fused:
            version = live.get(passage_id)
            if version not in self.view.shown:
                rejected.append(Rejection(passage_id, score, "not live"))
            elif version not in admitted:
                rejected.append(Rejection(passage_id, score, "filtered"))
            elif len(kept) >= limit:
                rejected.append(Rejection(passage_id, score, "below the limit"))
            else:
                kept.append((passage_id, score))
        return kept, tuple(rejected)

    def _cosines(
        self,
        vector: Matrix | None,
        passages: Mapping[str, StoredPassage],
        near: Mapping[str, float],
    ) -> dict[str, float]:
        """The cosine of each hit's best window; what the vector search missed is fetched."""
        if vector is None:
            return {}
        missing = [
            row
            for one, stored in passages.items()
            if one not in near
            for row in Grain.WINDOWS.rows_of(stored.passage)
        ]
        fetched = self.view.stores.vectors(Grain.WINDOWS).cosines(vector, missing)
        best = sorted(fetched.items(), key=lambda pair: -pair[1])
        return {**_best_texts(best), **{one: near[one] for one in passages if one in near}}

    def _hits(
        self,
        kept: Sequence[tuple[str, float]],
        passages: Mapping[str, StoredPassage],
        found: Found,
        cosines: Mapping[str, float],
    ) -> tuple[Hit, ...]:
        vector_ranks = {one: rank for rank, one in enumerate(found.by_window, start=1)}
        keyword_ranks = {one: rank for rank, one in enumerate(found.by_keyword, start=1)}
        return tuple(
            Hit(
                passage=passages[one].passage,
                text=passages[one].passage.span.of(self.text_of(passages[one].version)),
                document=self.view.shown[passages[one].version].record,
                score=score,
                cosine=cosines.get(one),
                keyword_score=found.by_keyword.get(one),
                vector_rank=vector_ranks.get(one),
                keyword_rank=keyword_ranks.get(one),
            )
            for one, score in kept
        )


def _with_all(
    sure: Set[str], fused: Sequence[tuple[str, float]], limit: int
) -> list[tuple[str, float]]:
    """The fused ranking, of whose first `limit` as many give way as it takes to hold all `sure`."""
    last = sum(one in sure for one, _ in fused[limit:])
    ahead = {one for one, _ in fused[: max(limit - last, 0)]} | sure
    return sorted(fused, key=lambda pair: pair[0] not in ahead)


def _best_texts(rows: Sequence[tuple[str, float]]) -> dict[str, float]:
    """Passages in the order of their best text; `rows` are best first."""
    best: dict[str, float] = {}
    for row, cosine in rows:
        best.setdefault(passage_of(row), cosine)
    return best


def _passages(entries: Iterable[Entry]) -> int:
    return sum(entry.record.passage_count for entry in entries)
