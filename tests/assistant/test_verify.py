from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.assistant import Assistant
from assistant.choose import choose
from assistant.compose import Draft, Piece, compose
from assistant.finding import find_passages
from assistant.question import understand
from assistant.verify import SHORTEST_QUOTE, is_proved, verify, widen
from index.results import Filters
from ingest.document import Span

TODAY = date(2024, 12, 1)


def draft(assistant: Assistant, question: str) -> Draft:
    asked = understand(question, assistant._current_vocabulary(), TODAY)
    hits = find_passages(assistant.library, asked, Filters(), assistant.settings)
    asks = assistant._rank(asked, hits, assistant._current_vocabulary(), TODAY)
    return compose(asked, choose(asked, asks, assistant.settings))


def test_words_of_the_document_pass(assistant: Assistant) -> None:
    made = draft(assistant, "How many vehicles did the Roads Team stop?")
    assert verify(made) == made


def test_a_figure_no_quote_holds_is_removed(assistant: Assistant) -> None:
    piece = draft(assistant, "How many vehicles did the Roads Team stop?").pieces[0]
    forged = replace(piece, text=piece.text.replace("1,215", "1,216"))
    assert not is_proved(forged)
    assert verify(Draft((forged,), ())).pieces == ()


def test_a_name_no_quote_holds_is_removed(assistant: Assistant) -> None:
    piece = draft(assistant, "Who is the chief constable?").pieces[0]
    assert not is_proved(replace(piece, text=piece.text + " Robin Goodfellow agreed."))


def test_an_empty_quote_proves_nothing(assistant: Assistant) -> None:
    piece = draft(assistant, "Who is the chief constable?").pieces[0]
    assert not is_proved(Piece(piece.text, piece.candidate, ()))


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_widened_quote_holds_the_span(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    span = Span(start, end)
    wide = widen(span, text)
    assert wide.contains(span)
    assert wide == span or end - start < SHORTEST_QUOTE
