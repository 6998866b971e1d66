import pytest

from ingest.document import TableKind

BODY = "The office sets out here in a sentence or two of ordinary length what it has done."


def only(document):
    (table,) = document.tables
    return table


def notes(document, table):
    return [span.of(document.text) for span in table.notes]


def test_one_header_row_over_figures(make_document):
    table = only(
        make_document([["Area", "2023/24", "%"], ["North", "12", "5%"], ["South", "n/a", "-"]])
    )
    assert table.kind is TableKind.DATA
    assert table.columns == ("Area", "2023/24", "%")
    assert len(table.header) == 1
    assert [row.labels for row in table.rows] == [("North",), ("South",)]


def test_years_alone_head_their_columns(make_document):
    table = only(
        make_document([["", "2022", "2023"], ["Calls", "812", "901"], ["Visits", "1", "2"]])
    )
    assert table.columns == ("", "2022", "2023")
    assert len(table.rows) == 2


def test_two_header_rows_are_read_together(make_document):
    table = only(
        make_document(
            [
                ["Fund", "2023/24", "", "2024/25", ""],
                ["", "Budget", "Spent", "Budget", "Spent"],
                ["Roads", "£5", "£4", "£6", "£6"],
                ["Youth", "£2", "£2", "£3", "£1"],
            ]
        )
    )
    assert table.columns == (
        *("Fund", "2023/24 Budget", "2023/24 Spent", "2024/25 Budget", "2024/25 Spent"),
    )
    assert len(table.header) == 2


def test_a_row_of_units_belongs_to_the_header(make_document):
    table = only(
        make_document([["Item", "Budget", "Change"], ["", "£000", "%"], ["Pay", "120", "3.1%"]])
    )
    assert table.columns == ("Item", "Budget £000", "Change %")


def test_a_table_that_begins_with_its_figures_has_no_header(make_document):
    table = only(make_document([["Calls", "12", "14"], ["Visits", "3", "4"]]))
    assert table.header == ()
    assert table.columns == ("", "", "")
    assert len(table.rows) == 2


def test_a_first_row_with_one_cell_names_the_table(make_document):
    table = only(
        make_document(
            [["Date: 5 May 2024", ""], ["Subject", "Summary"], ["Audit", "It was noted."]]
        )
    )
    assert table.title == "Date: 5 May 2024"
    assert table.columns == ("Subject", "Summary")
    assert len(table.rows) == 1


@pytest.mark.parametrize(
    ("first", "title"),
    [
        *(("NORTHSHIRE", "NORTHSHIRE"), ("VALE OF THORLE – Indicator", "VALE OF THORLE")),
        *(("Indicator", ""), ("Northshire", "")),
    ],
)
def test_a_district_in_the_header_names_the_table(make_document, first, title):
    rows = [[first, "Indicator", "Last year"], ["Prevention", "Robbery", "4"], ["", "Theft", "9"]]
    assert only(make_document(rows)).title == title


def test_a_label_in_the_middle_of_its_rows_belongs_to_all_of_them(make_document):
    rows = [
        ["NORTH", "Crime", "Year"],
        ["", "Theft", "9"],
        ["Prevention", "Fraud", "8"],
        ["", "Arson", "1"],
    ]
    assert {row.labels[0] for row in only(make_document(rows)).rows} == {"Prevention"}


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        (("Public Question", "Constabulary Answer"), TableKind.QUESTIONS),
        (("No", "Question asked", "Response"), TableKind.QUESTIONS),
        (("Description of Action", "Action Update/Decision"), TableKind.ACTIONS),
        (("Ref", "Action", "Owner", "Due"), TableKind.ACTIONS),
        (("Main Member", "Substitute Member", "Representing"), TableKind.PEOPLE),
        (("Name", "Role"), TableKind.PEOPLE),
        (("Date", "Item", "Attendees"), TableKind.DATA),
    ],
)
def test_kinds_by_the_columns(make_document, columns, kind):
    row = [f"Some words {place}" for place in range(len(columns))]
    assert only(make_document([columns, row, row])).kind is kind


def test_people_by_their_titles_or_the_heading_over_them(make_document):
    titled = [["Cllr Ann Lee (Chair)", "North District"], ["Dr Bo Ray", "Independent"]]
    assert only(make_document(titled)).kind is TableKind.PEOPLE
    plain = [["Ann Lee", "Chief Executive of it"], ["Bo Ray", "Chief Constable"]]
    assert only(make_document("# Others present", plain)).kind is TableKind.PEOPLE


def test_questions_are_known_by_their_marks(make_document):
    answer = "Because the road was closed for works."
    rows = [["PCC", "Chief Constable"], ["Why was it late?", answer], ["Who knew of it?", answer]]
    assert only(make_document(rows)).kind is TableKind.QUESTIONS


def test_a_form_is_read_by_its_names(make_document):
    table = only(make_document([["Decision number", "2024-11"], ["Made by", "The Commissioner"]]))
    assert table.kind is TableKind.DATA
    assert table.rows[1].labels == ("Made by",)


def test_caption_and_notes(make_document):
    document = make_document(
        "Roads",
        "Table 4: Collisions",
        "Vulnerable users are cyclists.",
        "In the following table, the last 12 months end in March 2024.",
        [["Indicator", "Last 12 months"], ["Fatal", "3*"]],
        "* Provisional.",
        BODY,
    )
    table = only(document)
    assert table.caption == "Table 4: Collisions"
    assert table.section == ("Roads",)
    assert notes(document, table) == [
        "Vulnerable users are cyclists.",
        "In the following table, the last 12 months end in March 2024.",
        "* Provisional.",
    ]


def test_without_a_caption_the_heading_stands_and_only_definitions_are_notes(make_document):
    document = make_document(
        *("Budget", BODY, "Negative numbers are shown in brackets."),
        [["Area", "£000"], ["Pay", "(4)"]],
    )
    table = only(document)
    assert table.caption == "Budget"
    assert notes(document, table) == ["Negative numbers are shown in brackets."]


def test_a_starred_note_takes_its_list_with_it(make_document):
    document = make_document(
        [["Crime", "2024"], ["*Property", "3"]],
        *("*Property crime includes:", "- theft", "- damage", "** Not yet known.", BODY),
    )
    assert len(only(document).notes) == 4


def test_two_tables_under_one_caption_have_names(make_document):
    head = ["Detail", "Last 12 months"]
    document = make_document(
        *("Table 5: Teams", "In the following tables the period is 2023/24."),
        *("Constables", [head, ["Strength", "90"]], "Sergeants", [head, ["Strength", "13"]]),
    )
    assert [(t.caption, t.title) for t in document.tables] == [
        ("Table 5: Teams", "Constables"),
        ("Table 5: Teams", "Sergeants"),
    ]
    assert all(len(table.notes) == 1 for table in document.tables)
    assert not any(block.kind == "heading" for block in document.blocks)
