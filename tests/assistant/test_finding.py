"""Which documents a question points to by their kinds and times."""

import pytest

from assistant.finding import named_documents, search_terms

from .shelf import Shelf


def report(year: int) -> str:
    years = f"{year}/{year % 100 + 1}"
    return f"""# Annual Report {years}

Police and Crime Commissioner for Marlshire

This report covers the year from 1 April {year} to 31 March {year + 1}.

The Roads Team stopped vehicles in Tarnwick.
"""


def minutes(day: str) -> str:
    return f"""# Summary of the PCC Accountability Meeting

Date: {day}

## 1. Fraud

The Commissioner was told about fraud in Quenmouth.
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(
        {
            "report-2021": report(2021),
            "report-2022": report(2022),
            "report-2023": report(2023),
            "june-2022": minutes("Tuesday 14 June 2022"),
            "september-2023": minutes("Tuesday 12 September 2023"),
        }
    )


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What does the annual report for 2021/22 say?", {"report-2021"}),
        ("Compare the annual reports of 2021/22 and 2023/24", {"report-2021", "report-2023"}),
        (
            "What was told of fraud at the meeting in June 2022 and in September 2023?",
            {"june-2022", "september-2023"},
        ),
        # a time of which there is no document of the kind asked for has its other documents
        (
            "How did the minutes of June 2022 put it, and how was it in 2023/24?",
            {"june-2022", "report-2023"},
        ),
        ("What was said of fraud?", set()),
        ("Which annual report or meeting was best?", set()),  # all of them
    ],
)
def test_the_documents_of_each_time_asked_for_are_meant(
    shelf: Shelf, question: str, named: set[str]
) -> None:
    assert named_documents(shelf.asked(question), shelf.documents()) == named


def test_capitals_and_numbered_things_are_looked_up_by_their_plain_words(shelf: Shelf) -> None:
    terms = dict(search_terms(shelf.asked("Does the VOICE course come under Action 19?")))
    assert {"voic", "action", "19"} <= set(terms)
    assert not any("^" in term or "_" in term for term in terms)
