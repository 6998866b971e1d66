"""Slowing down a visitor who asks faster than a person would.

A token bucket (https://en.wikipedia.org/wiki/Token_bucket): each request takes a token, tokens
come back at a steady rate. A request that finds none waits its turn, up to a limit, so that
somebody asking a list of questions is slowed rather than refused.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

_KEPT = 10_000


@dataclass(slots=True)
class _Bucket:
    tokens: float
    seen: float


class Limiter:
    """Token buckets by visitor. Safe to use from several threads; keeps the latest 10,000."""

    def __init__(
        self, per_minute: int, burst: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = per_minute / 60
        self._burst = burst
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = Lock()

    def wait_for(self, visitor: str, longest: float = 0.0) -> float | None:
        """Seconds `visitor` has to wait for a token now taken; None, and none taken, if too long.

        `longest` is the longest wait, in seconds, that is allowed.
        """
        with self._lock:
            bucket = self._refilled(visitor)
            wait = max(0.0, (1 - bucket.tokens) / self._rate)
            if wait > longest:
                return None
            bucket.tokens -= 1
            return wait

    def _refilled(self, visitor: str) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.get(visitor)
        if bucket is None:
            bucket = self._buckets[visitor] = _Bucket(float(self._burst), now)
            if len(self._buckets) > _KEPT:
                self._buckets.popitem(last=False)
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.seen) * self._rate)
        bucket.seen = now
        self._buckets.move_to_end(visitor)
        return bucket
