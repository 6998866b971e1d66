"""Title, kind, body, dates and plan of the kinds of document that are published."""

import re
from datetime import date

import pytest

from ingest.document import Block, BlockKind, Body, DocumentKind, PageRun, Sensitivity, Span
from ingest.metadata import find_metadata
from ingest.reader import read_document

K = DocumentKind


def metadata(text, name="document", info=None):
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    return find_metadata(name, text, blocks, (), info)


MINUTES = """Notes of the Strategic Performance Board
Held on Monday 3 March 2025 at 10am
Present:
Asha Rowe – Police and Crime Commissioner
Apologies: Bo Day
3. Minutes of the previous meeting held on 4 November 2024
The Police and Crime Plan 2024-29 was discussed.
"""
PACK = """Midshire Police and Crime Panel
Date: Thursday 6 February 2025
Time: 2pm
A g e n d a
Minutes of the meeting held on 5 December 2024
1. To receive apologies
2. Minutes of the meeting held on 5 December 2024
Date Agenda Published: 29 January 2025
"""
PANEL_MINUTES = """Midshire Police and Crime Panel
Minutes of the meeting held on 5 December 2024
Present
Cllr Ann Lee
"""
LETTER = """Office of the Police and Crime Commissioner for Midshire
Reply to: Jo Hart
Date: 6 February 2025
Dear Sir
RE: Freedom of Information Request FOI-0248
Thank you for your email dated 10 January 2025, in which you requested the following information:
The report for the period 1 April 2020 to 31 March 2021.
Yours faithfully
Jo Hart
Office of the Police and Crime Commissioner for Midshire
"""
FORCE_LETTER = """Information Rights
12 May 2024
Dear Madam
Freedom of Information request reference FOI/123/24
I write about your request of 1 April 2024.
Yours sincerely
Bo Day
Midshire Constabulary
"""
DECISION = """Police and Crime Commissioner for Midshire
DECISION NOTICE
Decision number\t2024/18
Title\tA new roof for Elm House
Status\tPublic
Date of decision\t3 September 2024
"""
REPORT = """Police and Crime Commissioner for Midshire
Annual Report 2023/24
On the 'Police and Crime Plan for Midshire 2022–2024'
"""
FORCE_REPORT = """Midshire Constabulary
Annual Report 2023/24
Chief Constable's foreword
"""
POLICY = """Gifts and Expenses Policy
OFFICIAL-SENSITIVE
Version: 3.0
Approved by: Asha Rowe, 20 November 2024
Next review: 1 November 2026
Replaces: Version 2.1 (February 2022)
Office of the Police and Crime Commissioner
"""
PLAN = """Police and Crime Plan for Midshire 2025–2029
DRAFT
Published by Asha Rowe on 31 March 2025. It covers the period from 1 April 2025 to 31 March 2029.
This plan replaces the Police and Crime Plan 2022-2024, which is withdrawn.
"""
CONSULTATION = """Policing precept 2025/26: report of the consultation
27 January 2025
It ran from 2 December 2024 to 12 January 2025.
Office of the Police and Crime Commissioner for Midshire
"""
RELEASE = """NEWS RELEASE
16 September 2024
Money for safer streets
Notes to editors
The Police and Crime Commissioner for Midshire
"""


@pytest.mark.parametrize(
    ("text", "title", "kind", "body", "day", "meeting"),
    [
        (
            MINUTES,
            "Notes of the Strategic Performance Board",
            K.MEETING_MINUTES,
            Body.OFFICE,
            date(2025, 3, 3),
            True,
        ),
        (PACK, "Midshire Police and Crime Panel", K.PANEL_PACK, Body.PANEL, date(2025, 2, 6), True),
        (
            PANEL_MINUTES,
            "Midshire Police and Crime Panel: Minutes of the meeting held on 5 December 2024",
            K.PANEL_MINUTES,
            Body.PANEL,
            date(2024, 12, 5),
            True,
        ),
        (
            LETTER,
            "Freedom of Information Request FOI-0248",
            K.FOI_RESPONSE,
            Body.OFFICE,
            date(2025, 2, 6),
            False,
        ),
        (
            FORCE_LETTER,
            "Freedom of Information request reference FOI/123/24",
            K.FOI_RESPONSE,
            Body.FORCE,
            date(2024, 5, 12),
            False,
        ),
        (
            DECISION,
            "Decision Notice 2024/18: A new roof for Elm House",
            K.DECISION_NOTICE,
            Body.OFFICE,
            date(2024, 9, 3),
            False,
        ),
        (REPORT, "Annual Report 2023/24", K.ANNUAL_REPORT, Body.OFFICE, None, False),
        (FORCE_REPORT, "Annual Report 2023/24", K.ANNUAL_REPORT, Body.FORCE, None, False),
        (
            POLICY,
            "Gifts and Expenses Policy",
            K.POLICY,
            Body.OFFICE,
            date(2024, 11, 20),
            False,
        ),
        (
            PLAN,
            "Police and Crime Plan for Midshire 2025–2029",
            K.POLICE_AND_CRIME_PLAN,
            Body.OFFICE,
            date(2025, 3, 31),
            False,
        ),
        (
            CONSULTATION,
            "Policing precept 2025/26: report of the consultation",
            K.PRECEPT_CONSULTATION,
            Body.OFFICE,
            date(2025, 1, 27),
            False,
        ),
        (
            RELEASE,
            "Money for safer streets",
            K.PRESS_RELEASE,
            Body.OFFICE,
            date(2024, 9, 16),
            False,
        ),
    ],
)
def test_kinds(text, title, kind, body, day, meeting):
    found = metadata(text)
    assert (found.title, found.kind, found.body, found.date) == (title, kind, body, day)
    assert found.meeting_date == (day if meeting else None)
    assert {"title", "kind", "body"} <= {finding.field for finding in found.findings}
    assert all(0 < finding.confidence <= 1 for finding in found.findings)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (REPORT, date(2023, 4, 1), date(2024, 3, 31)),
        (PLAN, date(2025, 4, 1), date(2029, 3, 31)),
        (CONSULTATION, date(2024, 12, 2), date(2025, 1, 12)),
        ("Spend over £500 – April 2024\nSupplier", date(2024, 4, 1), date(2024, 4, 30)),
        ("Police and Crime Plan for Midshire 2025–2029", None, None),
        (LETTER, None, None),
        (MINUTES, None, None),
    ],
)
def test_periods(text, start, end):
    found = metadata(text)
    assert (found.period_start, found.period_end) == (start, end)


def test_plan_state_marking_and_what_is_replaced():
    assert metadata(MINUTES).plan == "Police and Crime Plan 2024-29"
    assert metadata(REPORT).plan == "Police and Crime Plan for Midshire 2022–2024"
    assert metadata(PLAN).supersedes == "Police and Crime Plan 2022-2024"
    assert metadata(POLICY).supersedes == "Version 2.1 (February 2022)"
    assert metadata(PLAN).state == "draft"
    assert metadata(POLICY).sensitivity is Sensitivity.CONFIDENTIAL
    assert metadata(DECISION).sensitivity is Sensitivity.PUBLIC


def test_two_plans_mentioned_alike_leave_the_plan_unknown():
    both = MINUTES + "The Police and Crime Plan 2022-2024 is at an end.\n"
    assert metadata(both).plan is None


def test_a_plan_that_begins_after_the_document_is_not_the_one_it_belongs_to():
    draft = PACK + "The draft Police and Crime Plan 2025-2029 is before the Panel.\n"
    assert metadata(draft).plan is None
    assert metadata(draft.replace("February", "May")).plan == "Police and Crime Plan 2025-2029"


def test_what_is_not_clear_stays_unknown():
    found = metadata("Some words about nothing in particular.\nMore of them, on 3 May 2024.")
    assert (found.kind, found.body, found.date) == (K.OTHER, Body.OTHER, None)


def test_the_files_name_dates_a_document_that_does_not():
    found = metadata("Notes of the Performance Board\nPresent: Asha Rowe", "board-2024-10-08")
    assert found.date == date(2024, 10, 8)
    (finding,) = [each for each in found.findings if each.field == "date"]
    assert finding.source == "file name"
    assert finding.confidence < 0.7


def test_a_bad_number_in_the_name_is_no_date():
    assert metadata("Some words", "scan-2024-13-45").date is None


@pytest.mark.parametrize(
    ("own", "title"),
    [
        (
            "A letter to residents | Police and Crime Commissioner for Midshire",
            "A letter to residents",
        ),
        ("Microsoft Word - final v3.docx", "Some words here"),
        ("", "Some words here"),
    ],
)
def test_the_files_own_title(own, title):
    assert metadata("Some words here\nand below", info={"title": own}).title == title


def test_nothing_at_all_is_titled_by_the_file():
    found = metadata("", "annual_report-2023")
    assert found.title == "Annual report 2023"


def test_lines_beyond_the_second_page_do_not_count():
    text = "Some words here\nDate: 3 May 2024"
    blocks = [Block(BlockKind.PARAGRAPH, Span(0, len(text)))]
    runs = (PageRun(0, 1), PageRun(16, 3))
    assert find_metadata("x", text, blocks, (), None, runs).date is None
    assert find_metadata("x", text, blocks, ()).date == date(2024, 5, 3)


TITLES = {
    "annual-report-2023-24": "annual-report-2023-24",
    "foi-response-opccn-248-2025-02-06": "freedom-of-information-request-foi-opccn-248",
    "pcc-accountability-meeting-2024-10-08": "summary-of-the-pcc-accountability-meeting",
    "pcc-accountability-meeting-2025-07-08": "summary-of-the-pcc-accountability-meeting",
    "police-and-crime-panel-2020-02-04": "norfolk-police-and-crime-panel",
}
PLANS = {
    "annual-report-2023-24": "2022-2024",
    "pcc-accountability-meeting-2025-07-08": "2025-29",
    "police-and-crime-panel-2020-02-04": "2016-2020",
}


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "ending"), [("text", "txt"), ("word", "docx"), ("pdf", "pdf")])
@pytest.mark.parametrize(
    ("name", "kind", "body", "day", "period"),
    [
        (
            "annual-report-2023-24",
            K.ANNUAL_REPORT,
            Body.OFFICE,
            None,
            (date(2023, 4, 1), date(2024, 3, 31)),
        ),
        ("foi-response-opccn-248-2025-02-06", K.FOI_RESPONSE, Body.OFFICE, date(2025, 2, 6), None),
        (
            "pcc-accountability-meeting-2024-10-08",
            K.MEETING_MINUTES,
            Body.OFFICE,
            date(2024, 10, 8),
            None,
        ),
        (
            "pcc-accountability-meeting-2025-07-08",
            K.MEETING_MINUTES,
            Body.OFFICE,
            date(2025, 7, 8),
            None,
        ),
        ("police-and-crime-panel-2020-02-04", K.PANEL_PACK, Body.PANEL, date(2020, 2, 4), None),
    ],
)
def test_the_real_documents(corpus, folder, ending, name, kind, body, day, period):
    found = read_document(corpus / "corpus" / folder / f"{name}.{ending}").metadata
    assert (found.kind, found.body, found.date) == (kind, body, day)
    assert (found.period_start, found.period_end) == (period or (None, None))
    assert found.meeting_date == (None if kind in {K.ANNUAL_REPORT, K.FOI_RESPONSE} else day)
    assert (found.state, found.supersedes) == (None, None)
    assert re.sub(r"\W+", "-", found.title).lower() == TITLES[name]
    years = re.search(r"20\d\d\D\d+$", found.plan or "")
    assert (re.sub(r"\D", "-", years.group()) if years else None) == PLANS.get(name)


def test_a_decisions_bare_number_takes_the_heading_below_it():
    lines = ["Decision Notice 2025-14", "Police and Crime Commissioner", "Sale of Ketterby station"]
    text = "\n".join([*lines, "It was agreed to sell it."])
    starts = [text.index(line) for line in lines]
    blocks = [
        Block(BlockKind.HEADING, Span(start, start + len(line)))
        for start, line in zip(starts, lines, strict=True)
    ]
    blocks.append(Block(BlockKind.PARAGRAPH, Span(text.index("It was"), len(text))))
    found = find_metadata("decision", text, blocks, ())
    assert found.title == "Decision Notice 2025-14: Sale of Ketterby station"


def test_the_date_of_a_letter_ends_where_the_next_label_begins():
    letter = "Date: 22 September 2025 Reference: FOI 2025-046 Request received: 26 August 2025"
    assert metadata(f"Freedom of Information response\n{letter}\n").date == date(2025, 9, 22)
    received = "Request received: 26 August 2025 Reference: FOI 2025-046"
    assert metadata(f"Freedom of Information response\n{received}\n").date is None
