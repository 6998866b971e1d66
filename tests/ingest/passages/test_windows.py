from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Span
from ingest.passages.windows import estimated_pieces, windows_of


def spans(text):
    found, place = [], 0
    for line in text.split("\n"):
        found.append(Span(place, place + len(line)))
        place += len(line) + 1
    return tuple(found)


def test_a_short_passage_is_one_window_with_its_context():
    assert windows_of("It fell.", (Span(0, 8),), "Roads") == ("Roads\nIt fell.",)
    assert windows_of("It fell.", (Span(0, 8),), "") == ("It fell.",)


def test_rows_stay_whole_and_later_windows_repeat_the_columns():
    text = "\n".join(f"Row number {n}\t{n * 1000:,}\t{n}.5%\tData not available" for n in range(60))
    found = windows_of(text, spans(text), "Roads", "Table 4 | Indicator, 2024")
    assert found[0].startswith("Roads\nRow number 0")
    assert len(found) > 2
    assert all(window.startswith("Table 4 | Indicator, 2024\nRow number") for window in found[1:])
    assert [row for window in found for row in window.split("\n")[1:]] == text.split("\n")


def test_a_long_context_is_shortened_from_the_front():
    lead = " ".join(f"word{n}" for n in range(100))
    (window,) = windows_of("It fell.", (Span(0, 8),), lead)
    assert window.split("\n")[0].split()[-1] == "word99"
    assert len(window.split()) < 40


def test_a_long_answer_is_cut_at_sentences():
    text = " ".join(f"Sentence number {n} says what was done." for n in range(100))
    found = windows_of(text, (Span(0, len(text)),), "Q")
    assert all(window.endswith("done.") for window in found)
    assert all(len(window.split()) <= 85 for window in found)


@given(st.text(max_size=300))
def test_estimates_are_never_below_the_number_of_tokens(text):
    assert estimated_pieces(text) >= len([w for w in text.split() if w.isalnum()])
