"""Attendance lists, memberships, apologies and sign-offs, in the forms that minutes use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Block, BlockKind, Row, Span, Table, TableKind
from ingest.people import find_people, looks_like_name
from ingest.people.entries import read_line


def blocks_of(text):
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = BlockKind.LIST_ITEM if line.startswith("- ") else BlockKind.PARAGRAPH
            kind = BlockKind.HEADING if line.startswith("#") else kind
            blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    return blocks


def listed(text):
    return [(p.presence, p.name, p.role, p.body) for p in find_people(text, blocks_of(text), ())]


MINUTES = """1. In attendance:
- Police and Crime Commissioner (PCC) – Asha Rowe, OPCCM
- Chief Constable – Dr Colm O'Neil-Page, Midshire Constabulary
- Director of Policy, Commissioning and Communications – Wen Li, OPCCM

1.1 Apologies for absence:
- Head of Legal, Corporate Services – Jo Hart, OPCCM

# 2. Declarations of interests
- There were none declared.
- Sam Tree, who owns land at Elm Farm
"""


def test_bullets_of_role_dash_name_and_body():
    assert listed(MINUTES) == [
        ("present", "Asha Rowe", "Police and Crime Commissioner (PCC)", "OPCCM"),
        ("present", "Dr Colm O'Neil-Page", "Chief Constable", "Midshire Constabulary"),
        ("present", "Wen Li", "Director of Policy, Commissioning and Communications", "OPCCM"),
        ("apologies", "Jo Hart", "Head of Legal, Corporate Services", "OPCCM"),
    ]


def test_the_span_is_the_line_that_names_the_person():
    people = find_people(MINUTES, blocks_of(MINUTES), ())
    assert all(person.name in person.span.of(MINUTES) for person in people)


@pytest.mark.parametrize(
    ("line", "name", "role", "body"),
    [
        ("Asha Rowe – Chief Executive, OPCCM", "Asha Rowe", "Chief Executive", "OPCCM"),
        (
            "Chief Constable – Bo Day, Midshire Police (represented by DCC Ash)",
            "Bo Day",
            "Chief Constable",
            "Midshire Police",
        ),
        (
            "Ms Asha Rowe, Head of Scrutiny, Midshire County Council",
            "Ms Asha Rowe",
            "Head of Scrutiny",
            "Midshire County Council",
        ),
        ("Cllr Jan van Dyke (Chairman)", "Cllr Jan van Dyke", "Chairman", ""),
        ("Cllr Ann Lee (Elmham District Council)", "Cllr Ann Lee", "", "Elmham District Council"),
        ("Cllr Philip Grey for Cllr Ann Lee", "Cllr Philip Grey", "", ""),
        (
            "Air Commodore Kit Moor RAF, Co-opted Independent Member",
            "Air Commodore Kit Moor RAF",
            "Co-opted Independent Member",
            "",
        ),
    ],
)
def test_lines(line, name, role, body):
    entry = read_line(line)
    assert entry is not None
    assert (entry.name, entry.role, entry.body) == (name, role, body)


@pytest.mark.parametrize(
    "line",
    [
        "There were none declared.",
        "Police and Crime Commissioner",
        "Conference Room, Elm House",
        "Chief Constable – Midshire Constabulary",
        "Date of next meeting – Tuesday 21 January 2025",
        "",
    ],
)
def test_lines_without_a_person(line):
    assert read_line(line) is None


def table_of(text, rows, columns):
    """A table whose cells are separated by tabs in `text`, one row a line."""
    spans, start = [], 0
    for line in text.split("\n"):
        cells = []
        for cell in line.split("\t"):
            cells.append(Span(start, start + len(cell)))
            start += len(cell) + 1
        spans.append(Row(tuple(cells)))
    return Table(TableKind.PEOPLE, Span(0, len(text)), columns, tuple(spans[rows:]))


def test_members_and_their_substitutes():
    text = (
        "Main Member\tSubstitute Member\tRepresenting\n"
        "Mr Al Bridge\tMs Jo Wood\tElmham District Council\n"
        "Mrs Di Hill\t(no substitute member)\tCo-opted Independent Member"
    )
    table = table_of(text, 1, ("Main Member", "Substitute Member", "Representing"))
    blocks = [Block(BlockKind.TABLE, table.span, table=0)]
    found = [(p.presence, p.name, p.role, p.body) for p in find_people(text, blocks, [table])]
    assert found == [
        ("member", "Mr Al Bridge", "", "Elmham District Council"),
        ("substitute", "Ms Jo Wood", "", "Elmham District Council"),
        ("member", "Mrs Di Hill", "Co-opted Independent Member", ""),
    ]


def test_a_table_below_a_heading_of_those_present():
    heading = "Officers/Others Present:\n"
    rows = "Mr Al Bridge\tDirector of Policy, Midshire Council (MC)\nMs Jo Wood\tChief Constable"
    table = table_of(rows, 0, ("", ""))
    moved = Table(
        table.kind,
        Span(len(heading), len(heading + rows)),
        table.columns,
        tuple(
            Row(tuple(Span(c.start + len(heading), c.end + len(heading)) for c in row.cells))
            for row in table.rows
        ),
    )
    text = heading + rows
    blocks = [*blocks_of(heading), Block(BlockKind.TABLE, moved.span, table=0)]
    found = [(p.presence, p.name, p.role, p.body) for p in find_people(text, blocks, [moved])]
    assert found == [
        ("present", "Mr Al Bridge", "Director of Policy", "Midshire Council (MC)"),
        ("present", "Ms Jo Wood", "Chief Constable", ""),
    ]


def test_apologies_in_a_sentence():
    text = (
        "1.1 Apologies had been received from Cllr Ann Lee, Cllr Bo Day (Cllr Cy Fox "
        "substituting) and Mr Ed Moss. Cllr Gil Ash arrived late."
    )
    assert [(p, n) for p, n, _, _ in listed(text)] == [
        ("apologies", "Cllr Ann Lee"),
        ("apologies", "Cllr Bo Day"),
        ("apologies", "Mr Ed Moss"),
    ]


def test_who_signed_and_nobody_else():
    text = (
        "Yours sincerely\n\n.....\nAsha Rowe\n\nHead of Scrutiny\n"
        "Office of the Police and Crime Commissioner for Midshire\n\nInternal Review\n\n"
        "If you are dissatisfied, write to:\n\nBo Day\nChief Executive"
    )
    assert listed(text) == [
        (
            "named",
            "Asha Rowe",
            "Head of Scrutiny",
            "Office of the Police and Crime Commissioner for Midshire",
        )
    ]


def test_two_signatures():
    text = (
        "Signatures\n.....\nAsha Rowe\nPolice and Crime Commissioner\n"
        ".....\nBo Day\nChief Constable"
    )
    assert [(n, r) for _, n, r, _ in listed(text)] == [
        ("Asha Rowe", "Police and Crime Commissioner"),
        ("Bo Day", "Chief Constable"),
    ]


GIVEN = st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True)


@given(GIVEN, st.sampled_from(["Chief Constable", "Head of Finance", "Media Officer"]))
def test_a_role_is_never_a_name(given_name, role):
    assert not looks_like_name(role)
    assert not looks_like_name(f"{given_name} {role}")


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Apologies: Ann Lee, Director of Estates, Marlshire Police.",
            [("Ann Lee", "Director of Estates", "apologies")],
        ),
        (
            "Apologies for absence: Ann Lee, Jo Hay and Cllr Sam Ide",
            [(name, "", "apologies") for name in ("Ann Lee", "Jo Hay", "Cllr Sam Ide")],
        ),
        (
            "In attendance: Ann Lee (Commissioner); Jo Hay (Chief Executive, OPCCM).",
            [("Ann Lee", "Commissioner", "present"), ("Jo Hay", "Chief Executive", "present")],
        ),
        ("Present: all members of the panel", []),
        ("Note: Ann Lee, Clerk", []),
    ],
)
def test_a_list_may_stand_after_its_label(line, people):
    found = find_people(line, [Block(BlockKind.PARAGRAPH, Span(0, len(line)))], [])
    assert [(p.name, p.role, p.presence) for p in found] == people
    assert all(p.name in p.span.of(line) for p in found)
