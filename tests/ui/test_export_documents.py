"""What `pcc library export` says of each document (a contract)."""

import pytest

from eval.sample.locate import sample_documents
from index.library import Library
from index.settings import IndexSettings
from index.update import update_library
from ingest.settings import IngestSettings
from ui.export_documents import exported

NAMES = (
    "annual-report-2024-25.pdf",
    "foi-response-2024-031.docx",
    "accountability-meeting-2024-07-16.txt",
    "police-and-crime-panel-2025-02-06.pdf",
)


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """The export of four sample documents by name."""
    data = tmp_path_factory.mktemp("data")
    settings = IndexSettings(data_dir=data, embedding_model="hashed-words", threads=1)
    update_library(settings, IngestSettings(), [sample_documents() / name for name in NAMES])
    with Library.open(settings) as library:
        records = library.documents()
        return {r.name: exported(r, library.document(r.id)) for r in records}


def test_tables_have_a_value_for_every_cell(documents):
    tables = documents["annual-report-2024-25"]["tables"]
    assert len(tables) >= 3
    for table in tables:
        assert {"caption", "notes", "header", "rows", "page", "locator"} <= set(table)
        assert [len(row) for row in table["values"]] == [len(row) for row in table["rows"]]
        assert {len(row) for row in table["rows"]} == {len(table["header"])}
    kinds = {value["kind"] for table in tables for row in table["values"] for value in row if value}
    assert {"number", "percent"} <= kinds


def test_a_letters_answers_are_beside_the_questions(documents):
    questions = documents["foi-response-2024-031"]["questions"]
    assert len(questions) == 4
    assert questions[1]["question"].startswith("2. A list of the places")
    assert "eleven zones" in questions[1]["answer"]
    assert "Question 2" in questions[1]["locator"]


def test_minutes_have_attendance_and_question_rows(documents):
    minutes = documents["accountability-meeting-2024-07-16"]
    assert {"present", "apologies"} <= {person["presence"] for person in minutes["attendance"]}
    assert minutes["questions"]


def test_a_pack_lists_its_items(documents):
    items = documents["police-and-crime-panel-2025-02-06"]["items"]
    assert [item["page"] for item in items] == [1, 2, 5, 7, 10, 10, 11]
    assert items[1]["kind"] == "panel_minutes"
    assert documents["annual-report-2024-25"]["items"] == []
