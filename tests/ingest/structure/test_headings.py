import pytest

BODY = "The office sets out here in a sentence or two of ordinary length what it has done."


def headings(document):
    return [
        (block.level, block.span.of(document.text))
        for block in document.blocks
        if block.kind == "heading"
    ]


def section_of(document, words):
    return next(b.section for b in document.blocks if words in b.span.of(document.text))


def test_numbered_headings_nest_by_their_numbers(make_document):
    document = make_document(
        *(
            "1. Background",
            BODY,
            "2. Performance",
            "2.1 Calls",
            BODY,
            "2.2 Visits",
            BODY,
            "3. Next",
            BODY,
        )
    )
    assert headings(document) == [
        (1, "1. Background"),
        (1, "2. Performance"),
        (2, "2.1 Calls"),
        (2, "2.2 Visits"),
        (1, "3. Next"),
    ]


def test_numbered_paragraphs_are_not_headings_and_keep_their_number(make_document):
    document = make_document(
        *(
            "3. Recommendation",
            "3.1 The Panel noted the report of the office.",
            "3.2 The Panel AGREED it",
        )
    )
    assert headings(document) == [(1, "3. Recommendation")]
    assert [block.label for block in document.blocks] == ["3", "3.1", "3.2"]


def test_a_numbered_list_is_not_a_row_of_headings(make_document):
    document = make_document(
        "Priorities", BODY, "1. Prevent harm", "2. Support victims", "3. Safer roads", BODY
    )
    assert headings(document) == [(1, "Priorities")]
    assert [b.kind for b in document.blocks][2:5] == ["list_item"] * 3


def test_questions_of_a_letter_are_items_even_the_short_last_one(make_document):
    long = "How many officers were there on the last day of each of the past five years, by rank, and how many of them worked in the towns of the county?"  # noqa: E501 - one question
    document = make_document(
        f"“1. {long}",
        f"2. {long}",
        "3. How many dogs?”",
        "We have searched our records and found this.",
    )
    assert headings(document) == []


def test_chapter_numbers_on_a_line_of_their_own(make_document):
    document = make_document(
        "01", "Foreword", BODY, "02", "The year in brief", BODY, "2.1 Calls", BODY
    )
    assert headings(document) == [
        *((1, "01 Foreword"), (1, "02 The year in brief"), (2, "2.1 Calls")),
    ]
    assert document.blocks[0].label == "01"


def test_numbers_and_lines_without_bodies_are_a_list(make_document):
    document = make_document(
        *("Your rights are: 1", "To be heard", "2", "To be told", "3", "To be helped", BODY)
    )
    assert headings(document) == []
    assert [b.label for b in document.blocks] == [None, "1", "2", "3", None]


@pytest.mark.parametrize(
    "line",
    [
        *("Date: 4 May 2024", "Tel: 01632 960 100", "Dear Sir or Madam", "12 November 2019", "87%"),
        *("www.example.org", "clerk@example.org", "Thorle NR1 2DH", "Mrs Jo Clerk", "(Page 12)"),
        *("The strategy will include:", "and so to bed", "It was agreed.", "Table 4: Calls"),
        *("Decision: DN4-0038", "Number: 42/2025-26", "Cost: £4,200", "Award: £1.5m", "Total: 412"),
    ],
)
def test_short_lines_that_head_nothing(make_document, line):
    assert headings(make_document(BODY, line, BODY)) == []


@pytest.mark.parametrize(
    "line",
    [
        *("Precept consultation", "KEY FINDINGS:", "Date of next meeting:", "What we found"),
        *("Priority 2: Safer Roads", "Budget: 2023/24", "Operation Lapwing: Phase 2"),
    ],
)
def test_short_lines_over_a_body_are_headings(make_document, line):
    document = make_document(BODY, line, BODY)
    assert headings(document) == [(1, line)]
    assert section_of(document, BODY) == ()
    assert document.blocks[-1].section == (line,)


def test_capitals_over_short_lines_are_a_heading(make_document):
    document = make_document("PRESENT", "Ann Lee", "Bo Ray", "APOLOGIES", "Cy Dunn")
    assert headings(document) == [(1, "PRESENT"), (1, "APOLOGIES")]


def test_lines_that_follow_each_other_nest(make_document):
    document = make_document("Grants", "Youth fund", "Decision 2024-11", BODY, "Estates", BODY)
    assert headings(document) == [
        *((1, "Grants"), (2, "Youth fund"), (3, "Decision 2024-11"), (1, "Estates")),
    ]


def test_signatures_and_chart_titles_are_not_headings(make_document):
    document = make_document(
        *("The chart below shows the fall.", "Calls by month", BODY),
        *("Yours sincerely", "Jo Clerk", "Head of Records", "Internal review", BODY),
    )
    assert headings(document) == [(1, "Internal review")]


def test_a_list_says_what_the_headings_will_be(make_document):
    long = "Work with all partners in the county so that people who have offended do not do so again, whatever their age"  # noqa: E501 - one heading
    document = make_document(
        "This chapter covers two things.", f"- {long}", "- Safer roads", BODY, long, BODY
    )
    assert headings(document) == [(1, long)]


def test_minutes_end_with_headings_beside_the_last_item(make_document):
    document = make_document(
        *("1. Apologies", BODY, "2. Questions", BODY, "3. Any other business", BODY),
        *("Actions", [["Description of action", "Update"], ["Action 1: Go.", "New action."]]),
    )
    assert headings(document)[-1] == (1, "Actions")


def test_a_bullet_by_itself_over_a_numbered_paragraph_is_a_heading(make_document):
    document = make_document("- Background", "1.1 " + BODY, "- one", "- two", BODY)
    assert headings(document) == [(1, "Background")]


def test_appendices_nest_under_their_chapter(make_document):
    document = make_document(
        "1. Summary", BODY, "2. Appendices", "Appendix A – Equality", BODY, "Appendix B", BODY
    )
    assert headings(document)[1:] == [
        *((1, "2. Appendices"), (2, "Appendix A – Equality"), (2, "Appendix B")),
    ]
