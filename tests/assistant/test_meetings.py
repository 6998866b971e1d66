"""When the last meeting was and when the next one is."""

from datetime import date

import pytest

from assistant.meetings import find_meeting
from index.results import Filters

from .shelf import Shelf

TODAY = date(2025, 6, 1)


def minutes(day: str, ending: str) -> str:
    return f"""# Summary of the PCC Accountability Meeting

Date: {day}

## 1. Fraud

Fraud in Quenmouth was talked of. The Audit Committee last met on 3 March 2020.

{ending}
"""


PANEL = """# Marlshire Police and Crime Panel: agenda pack

Date: Thursday 6 February 2025

## Item 1: Minutes

The Panel was told that the next PAF meeting is due to take place on 17 March 2025.
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(
        {
            "october": minutes(
                "Tuesday 15 October 2024", "## 2. Date of next meeting\n\nTuesday 14 January 2025"
            ),
            "april": minutes(
                "Tuesday 15 April 2025",
                "## 2. Date of next meeting\n\nTuesday 15 July 2025, 10.00am, County Hall",
            ),
            "panel": PANEL,
        }
    )


def told(shelf: Shelf, question: str, today: date = TODAY) -> tuple[str, str] | None:
    found = find_meeting(shelf.asked(question), shelf.library, Filters(), today)
    if found is None:
        return None
    text = shelf.library.document(found.document.id).text
    return found.document.name, " ".join(found.span.of(text).split())


@pytest.mark.parametrize(
    "question",
    [
        "When was the last meeting?",
        "When was the most recent accountability meeting held?",
        "when did the commissioner last meet the chief constable",
    ],
)
def test_the_last_meeting_is_the_newest_with_papers(shelf: Shelf, question: str) -> None:
    assert told(shelf, question) == ("april", "Date: Tuesday 15 April 2025")


def test_a_meeting_still_to_come_is_not_the_last(shelf: Shelf) -> None:
    found = told(shelf, "When was the last meeting?", today=date(2025, 4, 1))
    assert found == ("october", "Date: Tuesday 15 October 2024")


@pytest.mark.parametrize("question", ["When is the next meeting?", "date of next meeting"])
def test_the_next_meeting_is_that_which_the_newest_papers_tell(shelf: Shelf, question: str) -> None:
    name, words = told(shelf, question) or ("", "")
    assert name == "april"
    assert words.endswith("Tuesday 15 July 2025, 10.00am, County Hall")


def test_the_panel_has_meetings_of_its_own(shelf: Shelf) -> None:
    assert told(shelf, "When did the panel last meet?") == (
        "panel",
        "Date: Thursday 6 February 2025",
    )


@pytest.mark.parametrize(
    "question",
    [
        "When is the next panel meeting?",  # only another body's next meeting is told of
        "When did the Audit Committee last meet?",
        "When was the last meeting about fraud?",
        "What was said at the last meeting?",
        "When was the first meeting?",
        "When was the last meeting in 2024?",
    ],
)
def test_other_meetings_are_left_to_the_search(shelf: Shelf, question: str) -> None:
    assert told(shelf, question) is None


def test_a_meeting_outside_the_filters_is_not_told(shelf: Shelf) -> None:
    filters = Filters(documents=frozenset({"october"}))
    found = find_meeting(shelf.asked("When was the last meeting?"), shelf.library, filters, TODAY)
    assert found is not None
    assert found.document.name == "october"
