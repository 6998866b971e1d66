from datetime import date

import pytest

from assistant.periods import agreement, times_told, told_each
from assistant.question import understand
from assistant.vocabulary import make_vocabulary
from index.results import Lexicon
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
    return agreement(asked, times_told(own, place), document)


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
        ("crime in 2023/24", "Begun in 2022, it fell over the last 12 months.", "", REPORT, 0.5, 1),
        ("crime in 2023/24", "Begun in 2022, it fell in the year before.", "", REPORT, -1, -1),
        ("crime in 2024/25", "It fell.", "", MINUTES, 0.2, 0.29),
        ("crime in 2024/25", "It fell this financial year.", "", MINUTES, 0.5, 1),
        ("crime in June 2024", "It fell in June.", "", MINUTES, 1, 1),
        ("crime in June 2025", "It fell in June.", "", MINUTES, -1, 0),
        ("crime in June 2023", "It fell in June.", "", REPORT, 1, 1),
        ("crime on 1 March 2024", "They met on Friday 1 March.", "", REPORT, 1, 1),
    ],
)
def test_evidence_agrees_with_the_time_asked_for(
    question: str, own: str, place: str, metadata: Metadata, least: float, most: float
) -> None:
    assert least <= agree(question, own, place, metadata) <= most


def test_a_row_of_one_of_the_years_asked_for_is_not_of_another_time() -> None:
    asked = "How many crimes were there in each of 2021/22, 2022/23 and 2023/24?"
    assert agree(asked, "2022/23 74 66", "", MINUTES) > 0
    assert agree(asked, "2016/17 74 66", "", MINUTES) < 0


def test_a_row_of_another_year_told_from_day_to_day_is_of_another_time() -> None:
    asked = "How many reviews came in in the year ended 31 March 2024?"
    assert agree(asked, "01/04/2023 – 31/03/2024 45 4", "", REPORT) == 1
    assert agree(asked, "01/04/2020 – 31/03/2021 52 8", "", REPORT) == -1


@pytest.mark.parametrize(
    ("columns", "unit"),
    [
        (("Route", "October 2023", "November 2023"), "month"),
        (("Route", "2022/23", "2023/24", "% change"), "year"),
        (("Route", "Q1 2023/24", "Q2 2023/24"), "quarter"),
        (("Route", "2023/24", "Target"), ""),
        ((), ""),
    ],
)
def test_the_columns_of_a_table_tell_what_they_are_one_each_of(columns, unit):
    assert told_each(columns) == unit
