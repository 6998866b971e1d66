"""Token buckets: bursts are let through, a steady stream is slowed, a flood is refused."""

from hypothesis import given
from hypothesis import strategies as st

from ui.limiter import Limiter


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_a_burst_passes_and_the_next_waits_its_turn():
    limiter = Limiter(per_minute=60, burst=3, clock=Clock())
    waits = [limiter.wait_for("a", longest=10) for _ in range(5)]
    assert waits == [0, 0, 0, 1, 2]


def test_who_would_wait_too_long_is_refused_and_takes_no_token():
    clock = Clock()
    limiter = Limiter(per_minute=60, burst=1, clock=clock)
    assert limiter.wait_for("a") == 0
    assert [limiter.wait_for("a") for _ in range(5)] == [None] * 5
    clock.now = 1.0
    assert limiter.wait_for("a") == 0


def test_visitors_do_not_share_tokens():
    limiter = Limiter(per_minute=1, burst=1, clock=Clock())
    assert limiter.wait_for("a") == 0
    assert limiter.wait_for("b") == 0
    assert limiter.wait_for("a") is None


def test_the_memory_of_visitors_is_bounded():
    limiter = Limiter(per_minute=1, burst=1, clock=Clock())
    for number in range(10_001):
        limiter.wait_for(str(number))
    assert len(limiter._buckets) == 10_000


@given(st.lists(st.floats(0, 5), max_size=20))
def test_no_more_pass_than_burst_and_rate_allow(gaps):
    clock = Clock()
    limiter = Limiter(per_minute=60, burst=5, clock=clock)
    passed = 0
    for gap in gaps:
        clock.now += gap
        passed += limiter.wait_for("a") is not None
    assert passed <= 5 + clock.now + 1e-6
