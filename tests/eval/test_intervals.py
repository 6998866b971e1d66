import pytest

from eval.intervals import Share, mean, percentile


def test_wilson_interval_of_a_worked_case() -> None:
    # 65 of 79, worked by hand with z = 1.96
    low, high = Share(65, 79).interval or (0, 0)
    assert low == pytest.approx(0.724, abs=0.001)
    assert high == pytest.approx(0.891, abs=0.001)


@pytest.mark.parametrize("hits", [0, 7])
def test_interval_stays_within_bounds(hits: int) -> None:
    low, high = Share(hits, 7).interval or (-1, 2)
    assert 0 <= low <= high <= 1


def test_nothing_measured_has_no_value() -> None:
    nothing = Share.of(())
    assert (nothing.value, nothing.interval, mean(()), percentile((), 0.5)) == (None,) * 4


def test_percentile_is_the_nearest_rank() -> None:
    assert percentile([4, 1, 3, 2], 0.5) == 2
    assert percentile([4, 1, 3, 2], 0.95) == 4
    assert percentile([5], 0.0) == 5
