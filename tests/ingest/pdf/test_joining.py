"""Words made whole over line ends, and never anything lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.pdf.joining import Vocabulary, join_lines, seam

BODY = Vocabulary(
    [
        "The performance of the force and a county-wide plan for accountability",
        "officers work long hours in the long term",
    ]
)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the perform-", "ance of", "the performance of"),  # the whole word is in the document
        ("a county-", "wide plan", "a county-wide plan"),  # so is the one with a hyphen
        ("over the long-", "term average", "over the long-term average"),  # both halves are words
        ("a col-", "laborative effort", "a collaborative effort"),  # neither half is
        ("Giles Orpen-", "Smellie spoke", "Giles Orpen-Smellie spoke"),
        ("the year 2023-", "24 began", "the year 2023-24 began"),
        ("the years 2022–", "2024", "the years 2022–2024"),
        ("Chief Constable –", "Paul", "Chief Constable – Paul"),
        ("soft\u00ad", "ware", "software"),
        ("at www.example.org/minutes/", "july", "at www.example.org/minutes/july"),
        ("at www.example.org/minutes.", "The next", "at www.example.org/minutes. The next"),
        ("Over(-)/", "Under", "Over(-)/ Under"),
        ("to rise -", "or fall", "to rise - or fall"),
        ("the end.", "The start", "the end. The start"),
    ],
)
def test_line_ends(before, after, joined):
    assert join_lines([before, after], BODY) == joined


WORDS = st.lists(st.text("abcDE12.-–£", min_size=1, max_size=8), min_size=1, max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=6))
@settings(max_examples=200)
def test_no_letter_is_lost_and_lines_meet_at_one_space_at_most(lines):
    texts = [" ".join(words) for words in lines]
    joined = join_lines(texts, Vocabulary(texts))
    assert joined.replace(" ", "").replace("-", "") == "".join(texts).replace(" ", "").replace(
        "-", ""
    )
    assert "  " not in joined


@given(st.text("abc-", min_size=1, max_size=12), st.text("abc", min_size=1, max_size=12))
@settings(max_examples=200)
def test_a_seam_takes_away_a_last_hyphen_at_most(before, after):
    kept, between = seam(before, after, Vocabulary([]))
    assert kept in (before, before[:-1])
    assert kept == before or before.endswith("-")
    assert between in ("", " ")
