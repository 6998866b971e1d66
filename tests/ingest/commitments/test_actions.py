"""Rows of actions tables: id, day raised, owner, task, updates and status, as written."""

from datetime import date

import pytest

from ingest.commitment import CommitmentKind, CommitmentStatus
from ingest.commitments import find_commitments
from ingest.commitments.columns import read_columns
from ingest.commitments.progress import read_progress, read_status_cell
from ingest.commitments.wording import owner_of, read_wording
from ingest.document import Span
from ingest.reader import read_document

S = CommitmentStatus

MINUTES = """Notes of the Accountability Meeting

Date: Tuesday 8 October 2024

1. In attendance:

- Chief Constable (CC) – Paul Ash, Midshire Constabulary
- Assistant Chief Constable – Julie Dean, Midshire Constabulary

Actions

Description of Action\tAction Update / Decision
<b>Action 1 (22 July 2024):</b> The CC is to look into the timeline.\t\
<b>8 October 2024</b> - A camera was installed. <b>Action closed.</b>
<b>Action 2 (22 July 2024):</b> ACC Dean to report on costs by 31 January 2025.\t\
<b>8 October 2024</b> - Work goes on. <b>Action ongoing.</b>
<b>Action 6:</b> The PCC and the CC are to meet at the next meeting.\t\
<b>New Action (8 October 2024).</b>

Date of next meeting: 21 January 2025
"""


@pytest.fixture
def minutes(tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return read_document(path)


def actions(document):
    return [c for c in find_commitments(document) if c.kind is CommitmentKind.ACTION]


def test_every_row_is_an_action(minutes):
    found = actions(minutes)
    assert [(c.key, c.action, c.raised, c.owner, c.status, c.update_date) for c in found] == [
        ("action-1", "1", date(2024, 7, 22), "The CC", S.CLOSED, date(2024, 10, 8)),
        ("action-2", "2", date(2024, 7, 22), "ACC Dean", S.OPEN, date(2024, 10, 8)),
        ("action-6", "6", date(2024, 10, 8), "The PCC and the CC", S.NEW, date(2024, 10, 8)),
    ]


def test_the_owners_role_and_body_come_from_the_attendance_list(minutes):
    first, second, both = actions(minutes)
    assert (first.role, first.body) == ("Chief Constable (CC)", "Midshire Constabulary")
    assert (second.role, second.body) == ("Assistant Chief Constable", "Midshire Constabulary")
    assert (both.role, both.body) == ("", "")


def test_words_and_quotes_are_verbatim(minutes):
    for commitment in actions(minutes):
        assert commitment.span.of(minutes.text).strip() == commitment.text
        for update in commitment.updates:
            assert update.span.of(minutes.text) == update.text
        assert all(quote.of(minutes.text).strip() for quote in commitment.quotes)
    assert actions(minutes)[0].text == "The CC is to look into the timeline."
    assert actions(minutes)[0].status_words == "Action closed"


def test_due_days(minutes):
    _, second, third = actions(minutes)
    assert (second.due.words, second.due.end) == ("by 31 January 2025", date(2025, 1, 31))
    assert (third.due.words, third.due.end) == ("at the next meeting", date(2025, 1, 21))


def test_meetings_before_and_after_are_kept(minutes):
    assert actions(minutes)[0].meetings == (date(2025, 1, 21),)


@pytest.mark.parametrize(
    ("names", "places"),
    [
        (("Description of Action", "Action Update / Decision"), {"task": 0, "update": 1}),
        (
            ("Ref", "Date raised", "Action", "Owner", "Due date", "Progress", "Status"),
            {"id": 0, "raised": 1, "task": 2, "owner": 3, "due": 4, "update": 5, "status": 6},
        ),
        (
            ("Action No.", "Description", "Lead", "Comments"),
            {"id": 0, "task": 1, "owner": 2, "update": 3},
        ),
        (("Action", "By whom", "By when"), {"task": 0, "owner": 1, "due": 2}),
    ],
)
def test_columns(names, places):
    columns = read_columns(names)
    assert columns is not None
    known = ("task", "id", "raised", "owner", "due", "update", "status")
    found = {name: getattr(columns, name) for name in known}
    assert {name: place for name, place in found.items() if place is not None} == places


def test_columns_without_a_task_are_no_actions_table():
    assert read_columns(("Name", "Body")) is None


@pytest.mark.parametrize(
    ("words", "action", "raised", "owner"),
    [
        ("Action 4 (22 July 2024): The CC is to look.", "4", date(2024, 7, 22), "The CC"),
        ("12. ACC Dean to report back.", "12", None, "ACC Dean"),
        ("PAM/24/07 - The Chief Executive will write.", "PAM/24/07", None, "The Chief Executive"),
        ("Explore the data. Owner: Jo Hart", None, None, "Jo Hart"),
        ("Provide the figures to members (CFO)", None, None, "CFO"),
        ("Look into the timeline", None, None, ""),
        (
            "The Head of Scrutiny is asked to circulate notes.",
            None,
            None,
            "The Head of Scrutiny",
        ),
    ],
)
def test_wording(words, action, raised, owner):
    found = read_wording(words, Span(0, len(words)))
    assert (found.action, found.raised, found.owner) == (action, raised, owner)


def test_a_sentence_with_a_verb_before_to_has_no_owner():
    assert owner_of("Papers that were late have to be read") == ""


@pytest.mark.parametrize(
    ("cell", "status", "words", "days"),
    [
        ("8 October 2024 - Sent. Action closed.", S.CLOSED, "Action closed", [date(2024, 10, 8)]),
        ("Sent to the office. Action closed", S.CLOSED, "Action closed", [None]),
        ("Work continues. Action ongoing.", S.OPEN, "Action ongoing", [None]),
        ("New action.", S.NEW, "New action", [None]),
        (
            "New Action (8 October 2024).",
            S.NEW,
            "New Action (8 October 2024)",
            [date(2024, 10, 8)],
        ),
        (
            "16 July 2024 – Begun. Action ongoing.\n15 October 2024 – Done. Action closed.",
            S.CLOSED,
            "Action closed",
            [date(2024, 7, 16), date(2024, 10, 15)],
        ),
        ("The shop was closed on Monday for repairs", S.UNKNOWN, "", [None]),
        ("", S.UNKNOWN, "", []),
        ("Completed.", S.CLOSED, "Completed", [None]),
        ("Carried forward to January. Status: open", S.OPEN, "Status: open", [None]),
    ],
)
def test_progress(cell, status, words, days):
    progress = read_progress(cell, Span(0, len(cell)))
    assert (progress.status, progress.words) == (status, words)
    assert [update.date for update in progress.updates] == days


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("Complete", S.CLOSED),
        ("Open – with the force", S.OPEN),
        ("Green", S.CLOSED),
        ("Amber", S.OPEN),
        ("With legal", S.UNKNOWN),
    ],
)
def test_status_column(cell, status):
    assert read_status_cell(cell, Span(0, len(cell))).status is status


WIDE = """Minutes of the Performance Board held on 3 March 2025

Present: Asha Rowe – Police and Crime Commissioner, OPCCM

Ref\tDate raised\tAction\tOwner\tDue\tProgress\tStatus
3\t2 December 2024\tPublish the protocol on questions\tChief Executive\t30 April 2025\t\
Drafted in January.\tOpen
4\t3 March 2025\tReport on vetting\tDCC\tJune 2025\t\tNew
"""


def test_a_table_with_a_column_for_each(tmp_path):
    path = tmp_path / "board.txt"
    path.write_text(WIDE, encoding="utf-8")
    first, second = actions(read_document(path))
    assert (first.action, first.raised, first.owner) == ("3", date(2024, 12, 2), "Chief Executive")
    assert (first.status, first.status_words) == (S.OPEN, "Open")
    assert (first.due.words, first.due.end) == ("30 April 2025", date(2025, 4, 30))
    assert first.updates[0].text == "Drafted in January."
    assert (second.status, second.due.end) == (S.NEW, date(2025, 6, 30))
    assert second.updates == ()


OCTOBER, JULY = "pcc-accountability-meeting-2024-10-08", "pcc-accountability-meeting-2025-07-08"
REAL = [
    (OCTOBER, "1", "2024-07-22", "The CC", "closed", "2024-10-08"),
    (OCTOBER, "2", "2024-07-22", "The OPCCN", "closed", "2024-10-08"),
    (OCTOBER, "3", "2024-07-22", "ACC Davison", "closed", "2024-10-08"),
    (OCTOBER, "4", "2024-07-22", "The CC", "open", "2024-10-08"),
    (OCTOBER, "5", "2024-07-22", "ACC Dean", "closed", "2024-10-08"),
    (OCTOBER, "6", "2024-10-08", "The PCC", "new", "2024-10-08"),
    (OCTOBER, "7", "2024-10-08", "The DCC", "new", "2024-10-08"),
    (OCTOBER, "8", "2024-10-08", "The PCC", "new", "2024-10-08"),
    (OCTOBER, "9", "2024-10-08", "ACC Davison", "new", "2024-10-08"),
    (OCTOBER, "10", "2024-10-08", "ACC Davison", "new", "2024-10-08"),
    (OCTOBER, "11", "2024-10-08", "The PCC and the Director", "new", "2024-10-08"),
    (JULY, "16", "2025-04-16", "The CC", "closed", None),
    (JULY, "17", "2025-04-16", "DCC Megicks", "closed", None),
    (JULY, "18", "2025-04-16", "The Performance and Scrutiny Manager", "closed", None),
    (JULY, "19", "2025-04-16", "The CC", "closed", None),
    (JULY, "20", "2025-07-08", "The Constabulary", "new", None),
]


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "ending"), [("text", "txt"), ("word", "docx"), ("pdf", "pdf")])
def test_both_real_actions_tables_row_by_row(corpus, folder, ending):
    """Sixteen rows, every field right, none more: from each format, over the page breaks."""
    found = []
    for name in (OCTOBER, JULY):
        document = read_document(corpus / "corpus" / folder / f"{name}.{ending}")
        found += [(name, each) for each in actions(document)]
    assert len(found) == len(REAL)
    for (name, each), (wanted, action, raised, owner, status, updated) in zip(
        found, REAL, strict=True
    ):
        assert (name, each.action, each.status.value) == (wanted, action, status)
        assert each.raised == date.fromisoformat(raised)
        assert each.owner.startswith(owner)
        assert each.text.startswith(owner)
        assert each.text.endswith(".")
        assert each.update_date == (date.fromisoformat(updated) if updated else None)


def test_owner_and_due_day_in_cells_of_their_own_are_known_by_where_they_stand(tmp_path):
    path = tmp_path / "log.txt"
    path.write_text(
        "Summary of the Accountability Meeting\n\nDate: 11 March 2025\n\nActions\n\n"
        "Ref\tAction\tOwner\tDue\tStatus\n"
        "PS/25/03\tProvide a list of posts.\tMr Tull\t30 April 2025\tNew action.\n"
        "PS/25/04\tHave a co-ordinator in post.\tCC Penhallow\tJune 2025\tNew action.\n",
        encoding="utf-8",
    )
    document = read_document(path)
    found = actions(document)
    assert [c.action for c in found] == ["PS/25/03", "PS/25/04"]
    for commitment in found:
        assert commitment.owner_span.of(document.text) == commitment.owner
        assert commitment.due.span.of(document.text) == commitment.due.words
