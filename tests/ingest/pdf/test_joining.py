"""Words made whole over line ends, and never anything lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.pdf.joining import Vocabulary, join_lines, seam

BODY = Vocabulary(
    [
        ["The performance of the force and a county-wide plan for accountability"],
        ["officers work long hours in the long term at a time (HH:MM:SS) since its establishment"],
        ["first lines end in halv", "es of words"],
    ]
)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the perform-", "ance of", "the performance of"),  # the whole word is in the document
        ("a county-", "wide plan", "a county-wide plan"),  # so is the one with a hyphen
        ("over the long-", "term average", "over the long-term average"),  # both halves are words
        ("a col-", "laborative effort", "a col-laborative effort"),  # nothing shows it broken
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
        ("establish", "ment for officers", "establishment for officers"),  # in a narrow column
        ("(HH:MM:S", "S) of calls", "(HH:MM:SS) of calls"),
        ("the establish", "ment for officers", "the establish ment for officers"),  # not alone
        ("force", "and plan", "force and plan"),
        ("halv", "es of words", "halv es of words"),
    ],
)
def test_line_ends(before, after, joined):
    assert join_lines([before, after], BODY) == joined


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("assessmen", "t: Medium", "assessment: Medium"),
        ("31/03/202", "4", "31/03/2024"),
        ("Nuisanc", "e calls", "Nuisance calls"),
        ("(HH:MM:S", "S)", "(HH:MM:SS)"),
        ("protection", ")", "protection)"),
        ("Force", "A", "Force A"),
        ("Priority", "2", "Priority 2"),
        ("Crime", "& Safety", "Crime & Safety"),
        ("Long-term", "average", "Long-term average"),
        ("Outcome", "22", "Outcome 22"),
        ("Performance", "Xyz", "Performance Xyz"),
    ],
)
def test_words_that_fill_their_line(before, after, joined):
    known = Vocabulary([["the long-term average of performance is the outcome of it"]])
    assert join_lines([before, after], known, {0}) == joined


WORDS = st.lists(st.text("abcDE12.-–£", min_size=1, max_size=8), min_size=1, max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=6))
@settings(max_examples=200)
def test_no_letter_is_lost_and_lines_meet_at_one_space_at_most(lines):
    texts = [" ".join(words) for words in lines]
    joined = join_lines(texts, Vocabulary([[text] for text in texts]))
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
