from pathlib import Path

import pytest

from eval.answers import read_answers
from eval.errors import SetError
from eval.questions import read_batch, read_letters, read_questions


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_batch_row_may_have_history_and_fields_nobody_knows(tmp_path: Path) -> None:
    rows = read_batch(
        write(
            tmp_path / "a.jsonl", '{"id": 7, "question": "And now?", "history": ["Then?"], "x": 1}'
        )
    )
    assert rows[0].id == 7
    assert rows[0].history == ("Then?",)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (['{"id": "a", "question": "b"}', '{"id": "c"}'], "line 2: question"),
        (["{"], "line 1"),
        ([""], "no rows"),
        (['{"id": "a", "question": "b"}', '{"id": "a", "question": "b"}'], "a stands twice"),
    ],
)
def test_a_broken_file_is_told_by_line_and_field(
    tmp_path: Path, lines: list[str], words: str
) -> None:
    with pytest.raises(SetError, match=words):
        read_questions(write(tmp_path / "set.jsonl", *lines))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetError, match="nowhere"):
        read_answers(tmp_path / "nowhere.jsonl")


def test_a_letter_part_may_be_answerable_partly(tmp_path: Path) -> None:
    row = (
        '{"id": "l", "letter": "Dear", "parts": [{"ask": "a", "answerable": "partly",'
        ' "evidence": [{"document": "d", "quote": "q"}], "must_include": [["1"]]}]}'
    )
    (letter,) = read_letters(write(tmp_path / "letters.jsonl", row))
    assert letter.parts[0].answerable == "partly"
    assert letter.parts[0].must_include == (("1",),)


def test_a_conversation_is_read_as_questions_with_their_history(tmp_path: Path) -> None:
    row = (
        '{"id": "c1", "turns": [{"question": "When?", "must_include": [["1 May"]]},'
        ' {"question": "And then?", "answerable": false}]}'
    )
    first, second = read_questions(write(tmp_path / "talk.jsonl", row))
    assert (first.id, first.kind, first.history) == ("c1.1", "first", ())
    assert (second.id, second.kind, second.history) == ("c1.2", "follow_up", ("When?",))
    assert first.must_include == (("1 May",),)
    assert not second.answerable
