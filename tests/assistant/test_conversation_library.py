"""Follow-ups that need the library: who held the office before, who stood in, the paper before."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import AnswerStatus, Turn
from assistant.assistant import Assistant
from assistant.conversation import make_whole
from index.library import Library
from index.settings import IndexSettings
from index.update import update_library
from ingest.settings import IngestSettings

TODAY = date(2025, 1, 1)
_MEETING = """# Summary of the PCC Accountability Meeting

Date: {day}

## 1. In attendance

- Police and Crime Commissioner – Ada Brindle, OPCCF
- Chief Constable – {chief}, Fenshire Constabulary

### Apologies for absence

- Chief Finance Officer – Omar Reedham, OPCCF (represented by Lena Marchbank)
- Scrutiny Officer – Wendy Abelard, OPCCF

## 2. Public questions

Question\tConstabulary Answer
How long do callers wait on 101?\tThe CC said the wait was 3 minutes in the last quarter.
"""


@pytest.fixture(scope="module")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("meetings")
    documents = folder / "documents"
    documents.mkdir()
    for name, day, chief in (
        ("2024-03-12", "Tuesday 12 March 2024", "Jane Sedgeley"),
        ("2024-07-09", "Tuesday 9 July 2024", "Tom Harrowby"),
        ("2024-11-05", "Tuesday 5 November 2024", "Tom Harrowby"),
    ):
        text = _MEETING.format(day=day, chief=chief)
        (documents / f"accountability-meeting-{name}.txt").write_text(text, "utf-8")
    settings = IndexSettings(data_dir=folder / "data", embedding_model="hashed-words")
    assert not update_library(settings, IngestSettings(), [Path(documents)]).failed
    with Library.open(settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def answers(meetings: Library) -> Assistant:
    return Assistant(meetings)


@pytest.mark.parametrize(
    "question",
    [
        "Who was the Chief Constable before Tom Harrowby?",
        "Who was the previous Chief Constable?",
        "Who was the Chief Constable before him?",
    ],
)
def test_who_held_the_office_before(answers: Assistant, question: str) -> None:
    history = [Turn("Who is the Chief Constable?", "Chief Constable – Tom Harrowby, Fenshire")]
    answer = answers.ask(question, history, today=TODAY)
    assert answer.status is AnswerStatus.ANSWERED
    assert "Jane Sedgeley" in answer.text
    assert "Harrowby" not in answer.text


def test_nobody_is_told_who_held_an_office_before_the_first_paper(answers: Assistant) -> None:
    answer = answers.ask("Who was the Chief Constable before Jane Sedgeley?", today=TODAY)
    assert answer.status is AnswerStatus.NOT_FOUND or "Harrowby" not in answer.text


def test_who_stood_in_for_the_first_of_those_listed(answers: Assistant) -> None:
    asked = "Who sent apologies to the meeting of 9 July 2024?"
    first = answers.ask(asked, today=TODAY)
    turn = Turn(asked, first.text)
    answer = answers.ask("Who came in place of the first of them?", [turn], today=TODAY)
    assert "Lena Marchbank" in answer.text
    assert "Abelard" not in answer.text


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("Who was at the meeting before that?", "Who was at the 12 March 2024 meeting?"),
        ("Who was at the next meeting?", "Who was at the 5 November 2024 meeting?"),
    ],
)
def test_the_meeting_beside_the_one_asked_about(
    meetings: Library, question: str, whole: str
) -> None:
    history = [Turn("Who was present on 9 July 2024?")]
    assert make_whole(question, history, meetings.documents()).asked == whole
