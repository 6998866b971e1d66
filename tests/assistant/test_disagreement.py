"""Two figures for one thing and time are both told."""

import pytest

from assistant.disagreement import other_figure

from .shelf import Shelf

REPORT = """# Annual Report 2023/24

Police and Crime Commissioner for Marlshire

This report covers the year from 1 April 2023 to 31 March 2024.

## Summary

The control room at Tarnwick answered 91.4% of emergency calls within ten seconds in 2023/24.

## Control room

The control room at Tarnwick answered {} of emergency calls within ten seconds in 2023/24.
It answered 88.1% of them within ten seconds in 2022/23.
"""
ASKED = "What percentage of emergency calls did the control room answer in 2023/24?"


@pytest.mark.parametrize(
    ("other", "differs"), [("90.2%", True), ("91.4%", False), ("91%", False), ("most", False)]
)
def test_a_place_that_says_the_same_with_another_figure_is_found(other: str, differs: bool) -> None:
    shelf = Shelf({"report": REPORT.format(other)})
    first = shelf.scored_at(ASKED, "91.4%")
    found = other_figure(shelf.asked(ASKED), first, shelf.scored(ASKED))
    assert (found is not None) is differs
    assert found is None or other in found.candidate.text


def test_figures_of_other_times_need_not_be_shown() -> None:
    shelf = Shelf({"report": REPORT.format("90.2%")})
    undated = "What percentage of emergency calls does the control room answer?"
    first = shelf.scored_at(undated, "91.4%")
    assert other_figure(shelf.asked(undated), first, shelf.scored(undated)) is None
    differing = f"{undated} The two figures differ."
    first = shelf.scored_at(differing, "91.4%")
    assert other_figure(shelf.asked(differing), first, shelf.scored(differing)) is not None
