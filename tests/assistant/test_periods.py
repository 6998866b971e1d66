from datetime import date

import pytest

from assistant.periods import Times, agreement
from assistant.question import understand
from assistant.vocabulary import make_vocabulary
from index.results import Lexicon
from ingest.dates import find_dates
from ingest.document import Document, DocumentKind, FileFormat, Metadata

VOCABULARY = make_vocabulary(Lexicon(10, {"crime": 5}, {}))
REPORT = Metadata(
    "Annual Report",
    DocumentKind.ANNUAL_REPORT,
    date=date(2024, 7, 1),
    period_start=date(2023, 4, 1),
    period_end=date(2024, 3, 31),
)
MINUTES = Metadata("Minutes", DocumentKind.MEETING_MINUTES, meeting_date=date(2024, 10, 8))


def agree(question: str, own: str, place: str, metadata: Metadata) -> float:
    document = Document("name", "0" * 64, FileFormat.TEXT, "", metadata, ())
    asked = understand(question, VOCABULARY, date(2026, 1, 1))
    return agreement(asked, Times(find_dates(own), find_dates(place)), document)


@pytest.mark.parametrize(
    ("question", "own", "place", "metadata", "least", "most"),
    [
        ("crime in 2023/24", "In 2023/24 it fell.", "", REPORT, 1, 1),
        ("crime in 2023/24", "It fell.", "", REPORT, 0.5, 0.9),
        ("crime in 2022/23", "It fell.", "1 April 2022 to 31 March 2023", REPORT, 0.5, 1),
        ("crime in 2019/20", "It fell.", "", REPORT, -1, 0),
        ("crime in 2022/23", "In 2023/24 it fell.", "", REPORT, -1, -1),
        ("crime at the October 2024 meeting", "It fell.", "", MINUTES, 0.5, 1),
        ("crime at the meeting of 9 July 2025", "It fell.", "", MINUTES, -1, 0),
        ("crime", "In 2020 it fell.", "", REPORT, 0, 0),
    ],
)
def test_evidence_agrees_with_the_time_asked_for(
    question: str, own: str, place: str, metadata: Metadata, least: float, most: float
) -> None:
    assert least <= agree(question, own, place, metadata) <= most
