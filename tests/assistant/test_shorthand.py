"""Hasty typing is spelt out, and what only looks like it is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.shorthand import spell_out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("burglaries in 23/24?", "burglaries in 2023/24?"),
        ("burglaries in 23-24?", "burglaries in 2023/24?"),
        ("Quenmouth panel minutes, Oct 24", "Quenmouth panel minutes, Oct 2024"),
        ("robberies in June 23", "robberies in June 2023"),
        ("the Sept. 24 board", "the Sept 2024 board"),
        ("what was said in May 20", "what was said in May 2020"),
        ("Fines over 5 yrs and 6 mths", "Fines over 5 years and 6 months"),
        ("govt grants to Tarnwick", "government grants to Tarnwick"),
        ("Govt grants to Tarnwick", "Government grants to Tarnwick"),
        ("whats the precept", "what's the precept"),
        ("Whats the precept", "What's the precept"),
        ("who may use s136?", "who may use section 136?"),
        ("who may use s.136 or s 17A?", "who may use section 136 or section 17A?"),
        ("Who held the office of Commissioner in May?", "Who was the Commissioner in May?"),
        ("who holds the post of the treasurer", "who is the treasurer"),
        ("who was the PCC before the current one?", "who was the previous PCC?"),
        ("approx wait in mins", "approximately wait in minutes"),
        ("who was on call on Christmas Day 2024?", "who was on call on 25 December 2024?"),
        ("open on New Year's Day 2025?", "open on 1 January 2025?"),
        ("Ketterby stn: saving p.a.", "Ketterby station: saving a year"),
        ("what did the old nick sell for", "what did the old police station sell for"),
        ("cadets in hi viz", "cadets in high visibility"),
        ("boss of the commissioners office", "chief executive of the commissioners office"),
        (
            "Who was running Marlshire police in May?",
            "Who was the chief constable of Marlshire police in May?",
        ),
        ("cautions, Oct 23-Mar 24: how many?", "cautions, Oct 2023-Mar 2024: how many?"),
        ("video mgmt recs", "video management recommendations"),
    ],
)
def test_short_forms_are_spelt_out(typed: str, meant: str) -> None:
    assert spell_out(typed) == meant


@pytest.mark.parametrize(
    "question",
    [
        "How many may 20 officers attend?",  # the verb
        "What did the Panel's 4 February meeting decide?",  # no section 4
        "What was agreed on 24 June 2023?",
        "What was agreed on June 24th?",
        "Who was seen in October 10 years ago?",  # too early to be a commissioner's year
        "Burglaries in 2023/24 and 2022-23?",
        "The meeting of 01/02/2024",
        "Was it 23/25 of them?",  # no two years in a row
        "Is it on marlshire.gov.uk?",
        "What is the Oct 24:00 cut-off?",
        "The victim's 2 children in Wintersea",
        "Which avenues were tried?",  # "ave" and "yr" within words
        "Who has held the post of treasurer longest?",
    ],
)
def test_what_only_looks_like_a_short_form_is_left_alone(question: str) -> None:
    assert spell_out(question) == question


_PIECES = (
    "23/24",
    "22-23",
    "24",
    "20",
    "2024",
    "2023/24",
    "Oct",
    "June",
    "may",
    "Mar",
    "Sept.",
    "yrs",
    "mths",
    "Govt",
    "whats",
    "dont",
    "im",
    "s",
    "s.",
    "136",
    "Panel's",
    "Tarnwick",
    "gt",
    " ",
    " ",
    "/",
    "-",
    "'",
    ".",
    "?",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=9).map("".join))
def test_spelling_out_twice_is_the_same_as_once(typed: str) -> None:
    once = spell_out(typed)
    assert spell_out(once) == once
