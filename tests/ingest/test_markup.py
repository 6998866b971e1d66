import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.markup import cell_paragraphs, is_strong, plain, without_markup


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**Date:** 4 May", "Date: 4 May"),
        ("The Panel **NOTED** and **AGREED** it", "The Panel NOTED and AGREED it"),
        ("see [the plan](#) and [the map](https://example.org/a_(b))", "see the plan and the map"),
        (r"[The Order \(Information\) 2021](#) says", "The Order (Information) 2021 says"),
        ("<https://example.org/news>", "https://example.org/news"),
        ("Fire &amp; Rescue &lt;5 &pound;3", "Fire & Rescue <5 £3"),
        ("*Improve road safety*", "Improve road safety"),
        ("** Average not available", "** Average not available"),
        ("*Crimes include the following:", "*Crimes include the following:"),
        ("**% of people asked", "**% of people asked"),
        ("rights are:**01**", "rights are: 01"),
        ("Commissioner**Plan 2021****Report**", "Commissioner Plan 2021 Report"),
        ("**T**able", "Table"),
        ("1. Community:**", "1. Community:"),
        ("file_name_here and _really_ so", "file_name_here and really so"),
        ("fewer than 5 < 6 and x > 2", "fewer than 5 < 6 and x > 2"),
        ("5\u00a0pm\u200b soft\u00adhyphen\x07", "5 pm softhyphen"),
        ("![The crest](crest.png) Norfolk", "The crest Norfolk"),
    ],
)
def test_markup_is_resolved_and_words_are_kept(marked, words):
    assert without_markup(marked) == words


def test_paragraphs_of_a_cell_are_kept_apart():
    cell = "<p>First &amp; last.</p> <ul style='x'> <li>one</li><li>two</li></ul> tail<br/>end"
    assert cell_paragraphs(cell) == ("First & last.", "one", "two", "tail", "end")
    assert cell_paragraphs("  ") == ()


def test_a_line_wholly_in_bold_is_known():
    assert is_strong("**Date of next meeting:**")
    assert not is_strong("**Date:** 4 May")
    assert not is_strong("** not this")


@given(st.text())
def test_plain_text_has_single_spaces_and_nothing_that_stores_choke_on(text):
    words = plain(text)
    assert words == " ".join(words.split())
    assert not any(sign in words for sign in "\x00\x1f\ud800\ufeff\u200b")
    assert plain(words) == words
    words.encode("utf-8")


@given(st.text(alphabet="*_[]()<>\\&;ab \n", max_size=300))
def test_no_markup_soup_makes_it_fail_or_add_words(text):
    letters = [sign for sign in without_markup(text) if sign in "ab"]
    assert len(letters) <= sum(sign in "ab" for sign in text)


def test_long_soup_takes_no_long():
    for soup in ("*" * 20_000, "[" * 20_000, "**a " * 5_000, "<p " * 5_000, "_a" * 10_000):
        assert without_markup(soup) is not None
