from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Span
from ingest.passages.split import pack, split_span, word_count

TEXT = "One two three. Four five. Six seven eight nine ten eleven. Twelve."
WORDS = st.lists(st.sampled_from(["a", "bb", "end.", "No.", "C", "1.5"]), min_size=1, max_size=60)


def pieces(text, limit):
    return [span.of(text) for span in split_span(text, Span(0, len(text)), limit)]


def test_cut_at_sentence_ends_and_only_then_between_words():
    assert pieces(TEXT, 5) == [
        *("One two three. Four five.", "Six seven eight nine ten", "eleven. Twelve."),
    ]
    assert pieces(TEXT, 100) == [TEXT]


def test_a_part_that_is_too_long_stays_by_itself():
    parts = [Span(0, 14), Span(15, 25), Span(26, 58)]
    assert pack(TEXT, parts, 5) == [Span(0, 25), Span(26, 58)]
    assert pack(TEXT, parts, 1) == parts


@given(WORDS, st.integers(1, 12))
def test_pieces_fit_and_hold_every_word_once(words, limit):
    text = " ".join(words)
    found = pieces(text, limit)
    assert all(word_count(piece) <= limit for piece in found)
    assert [word for piece in found for word in piece.split()] == words
