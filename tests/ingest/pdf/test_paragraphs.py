"""Lines from words, and paragraphs from lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.pdf.lines import lines_of
from ingest.pdf.paragraphs import paragraphs_of

WIDTH = 300.0  # points: 60 letters of size 10
LETTERS = 60
STEP, GAP = 12.0, 22.0


def typeset(paragraphs, set_line):
    """Wrap each paragraph as a typesetter would; more space before each."""
    lines, top = [], 100.0
    for words in paragraphs:
        current = ""
        for word in words:
            if current and len(current) + 1 + len(word) > LETTERS:
                lines.append(set_line(current, top=top))
                top, current = top + STEP, word
            else:
                current = f"{current} {word}".strip()
        lines.append(set_line(current, top=top))
        top += GAP
    return lines


def texts(paragraphs):
    return [" ".join(line.text for line in paragraph.lines) for paragraph in paragraphs]


PARAGRAPHS = st.lists(
    st.lists(st.text("abcdefg", min_size=1, max_size=12), min_size=18, max_size=60),
    min_size=2,
    max_size=6,
)


@given(PARAGRAPHS)
@settings(max_examples=150)
def test_paragraphs_set_apart_are_read_as_they_were(set_line, paragraphs):
    # Each has several lines, so that the step within paragraphs is the common one.
    found = paragraphs_of(typeset(paragraphs, set_line), 50.0 + WIDTH)
    assert texts(found) == [" ".join(words) for words in paragraphs]


@given(
    st.lists(
        st.tuples(
            st.text("abcA.1-", min_size=1, max_size=40),
            st.floats(50, 90),
            st.floats(4, 60),
            st.sampled_from([8.0, 10.0, 14.0]),
            st.booleans(),
        ),
        min_size=1,
        max_size=25,
    )
)
@settings(max_examples=150)
def test_no_line_is_lost_or_moved(set_line, rows):
    lines, top = [], 50.0
    for text, left, step, size, bold in rows:
        lines.append(set_line(text, left=left, top=top, size=size, bold=bold))
        top += step
    found = paragraphs_of(lines, 400.0)
    assert [line for paragraph in found for line in paragraph.lines] == lines


ROWS = ["one two three", "four five six", "seven eight nine", "ten eleven twelve"]


@given(st.permutations(range(12)))
@settings(max_examples=50)
def test_lines_do_not_depend_on_the_order_in_which_words_are_drawn(set_line_words, order):
    words = [
        word for row, text in enumerate(ROWS) for word in set_line_words(text, top=100 + 13 * row)
    ]
    lines = lines_of([words[place] for place in order], page=1)
    assert [line.text for line in lines] == ROWS


def test_a_wide_gap_parts_a_line_but_not_a_bullet_from_its_text(set_line_words):
    words = [*set_line_words("Name of member"), *set_line_words("Role", left=300.0)]
    assert [line.text for line in lines_of(words, 1)] == ["Name of member", "Role"]
    for mark in ("•", "7.2", "(a)", "1."):
        words = [*set_line_words(mark), *set_line_words("The Panel agreed", left=100.0)]
        assert [line.text for line in lines_of(words, 1)] == [f"{mark} The Panel agreed"]


def test_raised_figures_stay_on_their_line(set_line_words):
    words = [*set_line_words("a footnote"), *set_line_words("2", left=101.0, top=98.0, size=6.0)]
    assert [line.text for line in lines_of(words, 1)] == ["a footnote 2"]


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("The meeting was held in public and it was agreed that the", "plan stands.", False),
        ("It was agreed.", "The next item followed at once and took the whole hour.", True),
        ("The Panel considered the report of the Commissioner about it.", "7.2 Noted.", True),
        ("The figures are set out in the report at paragraphs 7.1 and", "7.2 of it.", False),
        ("A sentence that fills the whole of the line up to its end.", "• An item", True),
    ],
)
def test_signs_of_a_new_paragraph(set_line, first, second, apart):
    lines = [set_line(first, top=100), set_line(second, top=112)]
    assert len(paragraphs_of(lines, 50.0 + WIDTH)) == (2 if apart else 1)


def test_bold_parts_a_heading_from_its_text_but_not_a_sentence(set_line):
    heading = [set_line("Public Questions", bold=True), set_line("Two were put.", top=112)]
    assert len(paragraphs_of(heading, 350.0)) == 2
    words = "The report was published under the Police Reform and Social"
    inside = [set_line(words), set_line("Responsibility Act 2011 and so on", top=112)]
    bold_end = inside[0].words[-1]._replace(bold=True)
    bold_begin = tuple(word._replace(bold=True) for word in inside[1].words)
    lines = lines_of([*inside[0].words[:-1], bold_end, *bold_begin], 1)
    assert len(paragraphs_of(lines, 350.0)) == 1
