"""Quotes within passages, and text with marks."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from ingest.document import Span
from ui.render.marks import excerpt, excerpt_with_marks, marked, place_of

HOSTILE = "<script>alert(1)</script>"


def plain(html):
    return Markup(re.sub(r"</?mark[^>]*>", "", html)).unescape()


def test_a_quote_is_found_whatever_its_spaces():
    passage = "It said\nthat  knife crime\tfell."
    assert place_of("that knife crime fell.", passage).of(passage) == "that  knife crime\tfell."
    assert place_of("that knife crime rose.", passage) is None
    assert place_of("  ", passage) is None


def test_marked_text_is_escaped_inside_and_outside_the_mark():
    html = marked(f"a {HOSTILE} b {HOSTILE}", [Span(2, 2 + len(HOSTILE))], anchor="quote")
    assert "<script" not in html
    assert html.count("<mark") == 1
    assert 'id="quote"' in html


def test_overlapping_marks_become_one():
    assert marked("abcdef", [Span(3, 5), Span(1, 4)]) == "a<mark>bcde</mark>f"


OFFSETS = st.tuples(st.integers(0, 90), st.integers(0, 90))


@given(st.text(max_size=80), st.lists(OFFSETS, max_size=5))
def test_marking_changes_nothing_but_white_space(text, pairs):
    html = marked(text, [Span(min(pair), max(pair)) for pair in pairs])
    assert re.sub(r"[\s|]", "", plain(html)) == re.sub(r"[\s|]", "", text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_an_excerpt_never_holds_raw_markup(text):
    html = excerpt(text + HOSTILE, None)
    assert "<" not in html.replace("<mark>", "").replace("</mark>", "")


def test_an_excerpt_shows_the_quote_and_cuts_at_words():
    passage = f"{'before ' * 100}the quote itself {'after ' * 100}"
    span = place_of("the quote itself", passage)
    html = excerpt(passage, span, around=30)
    quote = "<mark>the quote itself</mark>"
    assert html == f"… before before before before {quote} after after after after …"


def test_cells_and_lines_are_shown_apart():
    assert excerpt("a\tb\n\n\nc", None) == "a | b\nc"


def test_a_search_snippet_is_taken_where_most_words_stand():
    text = "knife " + "x " * 400 + "knife crime and more knife crime here"
    spans = [Span(m.start(), m.end()) for m in re.finditer("knife|crime", text)]
    html = excerpt_with_marks(text, spans, length=80)
    assert html.count("<mark>") == 4
    assert html.startswith("… ")


def test_escaping_is_markupsafes():
    assert marked("<&\"'>", []) == escape("<&\"'>")
