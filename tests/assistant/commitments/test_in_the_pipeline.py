"""What a person is told: the register's answer, with a status and what was looked at."""

from pathlib import Path

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from index.library import Library
from index.settings import IndexSettings
from index.update import update_library
from ingest.settings import IngestSettings

SAMPLE = Path(__file__).resolve().parents[3] / "eval" / "sample" / "documents"
MEETINGS = ("2024-07-16.txt", "2025-04-15.docx")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    index = IndexSettings(data_dir=tmp_path_factory.mktemp("data"), embedding_model="hashed-words")
    paths = [SAMPLE / f"accountability-meeting-{meeting}" for meeting in MEETINGS]
    update_library(index, IngestSettings(workers=1), paths)
    with Library.open(index) as library:
        yield Assistant(library)


def test_an_answer_from_the_register_is_cited(assistant):
    answer = assistant.ask("Which actions does ACC Fairhollow own?")
    assert answer.status is AnswerStatus.ANSWERED
    assert {citation.document for citation in answer.citations} <= {
        f"accountability-meeting-{meeting.partition('.')[0]}" for meeting in MEETINGS
    }
    assert answer.citations


@pytest.mark.parametrize(
    "question", ["Which action does ACC Bloggs own?", "What is the status of action 99?"]
)
def test_what_the_register_does_not_hold_is_not_looked_for_in_prose(assistant, question):
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.NOT_FOUND
    assert answer.citations == ()
    assert "in the minutes of 16 July 2024 and 15 April 2025" in answer.text
