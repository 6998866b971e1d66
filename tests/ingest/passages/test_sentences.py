"""The sentences of a passage that are embedded by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Span
from ingest.passages.sentences import sentences_of
from ingest.sentences import sentence_spans


def whole(text):
    return sentences_of(text, (Span(0, len(text)),))


def test_each_sentence_by_itself():
    text = "The precept rose by £14. Reserves fell in the year."
    assert whole(text) == ("The precept rose by £14.", "Reserves fell in the year.")


@pytest.mark.parametrize("short", ["Noted.", "A. Person", "Cllr Jane Smith"])
def test_what_is_too_short_to_say_anything_is_left_out(short):
    assert whole(f"{short}\nThe precept rose by £14.") == ("The precept rose by £14.",)


def test_a_sentence_said_twice_counts_once():
    assert whole("It was noted by all. It was noted by all.") == ("It was noted by all.",)


def test_a_row_is_one_line():
    assert whole("Burglary\t138\t151\tup by 13") == ("Burglary 138 151 up by 13",)


def test_only_the_parts_given_are_told():
    text = "The precept rose by £14. Reserves fell in the year."
    assert sentences_of(text, (Span(25, len(text)),)) == ("Reserves fell in the year.",)


@given(st.text(alphabet="ab .\n\t?", max_size=120))
def test_every_sentence_of_four_words_is_there_and_nothing_else(text):
    said = [" ".join(span.of(text).split()) for span in sentence_spans(text, Span(0, len(text)))]
    assert set(whole(text)) == {words for words in said if len(words.split()) >= 4}
    assert len(whole(text)) == len(set(whole(text)))
