from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Span
from ingest.sentences import sentence_spans


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting began at 5.00pm on 4 May.",
        "It cost £1.5m in total.",
        "See Table No. 4 for details.",
        "Dr. A. Smith and Mrs. Jones sent apologies.",
        "Offences (e.g. theft, i.e. shop theft) rose by 3.5 per cent.",
        "Under s.12(1) and para. 7.28 of the Act it is refused.",
        "Cllr. Brown asked approx. 40 people.",
        "He asked “Is it so?” and sat down.",
        "The U.K. average is higher.",
        "Between Jan. and Dec. it fell.",
    ],
)
def test_a_sentence_stays_whole(sentence):
    assert cut(f"Before it. {sentence} After it.") == ["Before it.", sentence, "After it."]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("“Quoted.” Next.", ["“Quoted.”", "Next."]),
        ("It grew. (See below.) Then fell.", ["It grew.", "(See below.)", "Then fell."]),
        ("Closed in 2024. New one.", ["Closed in 2024.", "New one."]),
        ("Is it No. Yes.", ["Is it No.", "Yes."]),
        ("Row one\nRow two", ["Row one", "Row two"]),
        ("4. Public Questions", ["4. Public Questions"]),
        ("(a) first. Second.", ["(a) first.", "Second."]),
        ("Wait... then go. Done.", ["Wait... then go.", "Done."]),
    ],
)
def test_sentences_are_cut(text, sentences):
    assert cut(text) == sentences


def test_only_the_span_is_cut():
    text = "Out. In one. In two. Out."
    spans = sentence_spans(text, Span(5, 20))
    assert [span.of(text) for span in spans] == ["In one.", "In two."]


@given(st.text(alphabet='aB1.?! \n()"e', max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_sentences_cover_every_sign_once_and_in_order(text, one, other):
    span = Span(min(one, other, len(text)), min(max(one, other), len(text)))
    found = sentence_spans(text, span)
    covered = "".join(part.of(text) for part in found)
    assert "".join(covered.split()) == "".join(span.of(text).split())
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(part.of(text) == part.of(text).strip() != "" for part in found)
