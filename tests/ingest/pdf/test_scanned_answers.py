"""Questions are answered from pages that are pictures, as from the same pages with text."""

import re
import shutil

import pytest
from rapidfuzz.fuzz import partial_ratio

from assistant.assistant import Assistant
from index.library import Library
from index.settings import IndexSettings
from index.update import update_library
from ingest.questions import question_pairs
from ingest.reader import read_document
from ingest.settings import IngestSettings

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed"),
]
NAME = "pcc-accountability-meeting-2025-07-08"
ANSWERED = 0.9  # of the questions that the minutes answer
ALIKE = 90  # per cent: a letter may be misread


@pytest.fixture(scope="module")
def assistant(corpus, tmp_path_factory):
    """An assistant that has nothing but the scan."""
    data = tmp_path_factory.mktemp("scans")
    settings = IndexSettings(data_dir=data, embedding_model="hashed-words", threads=1)
    report = update_library(
        settings, IngestSettings(), [corpus / "corpus" / "scanned" / f"{NAME}.pdf"]
    )
    assert not report.failed
    with Library.open(settings) as library:
        yield Assistant(library)


def test_questions_are_answered_from_a_scan(corpus, assistant):
    document = read_document(corpus / "corpus" / "text" / f"{NAME}.txt")
    pairs = question_pairs(document)
    assert len(pairs) == 22
    missed = []
    for pair in pairs:
        question = next(
            (part for part in re.split(r"(?<=[.?])\s+", pair.question) if part.endswith("?")),
            pair.question,
        )
        answer = assistant.ask(question)
        said = pair.answer.of(document.text)
        right = any(partial_ratio(cited.quote, said) >= ALIKE for cited in answer.citations)
        if not right or any(cited.page is None for cited in answer.citations):
            missed.append((question, answer.status, [cited.quote for cited in answer.citations]))
    assert len(missed) <= (1 - ANSWERED) * len(pairs), missed
