BODY = "The Panel is asked to consider the report and to say what it thinks of it in due time."

AGENDA = [
    *("Example Police and Crime Panel", "Date: 4 February 2020", "A g e n d a"),
    *("1. To receive apologies", "2. Minutes", "To confirm the minutes.", "(Page 3)"),
    *("3. Police plan – performance monitoring (Page 12)", "4. PCC Complaints Report (Page 40)"),
    *("5. Work Programme: dates for the year", "(Page 58)", "To review it."),
]
ITEMS = [
    *("Minutes of the Meeting held on 20 November 2019 at 10am", "1. Apologies", BODY),
    *("2. Minutes", BODY, "3. Police plan – performance monitoring", BODY),
    *("Police plan – performance monitoring", "1. Background", BODY, "Annex 1", BODY),
    *("Item 4: Complaints Report", "1. Background", BODY, "Forward Work Programme", BODY),
]


def tops(document):
    return [
        block.span.of(document.text)
        for block in document.blocks
        if block.kind == "heading" and block.level == 1
    ]


def test_each_item_is_a_section_of_its_own(make_document):
    document = make_document(*AGENDA, *ITEMS)
    assert tops(document) == [
        "A g e n d a",
        "Minutes of the Meeting held on 20 November 2019 at 10am",
        "Police plan – performance monitoring",
        "Item 4: Complaints Report",
        "Forward Work Programme",
    ]
    assert document.blocks[-1].section == ("Forward Work Programme",)


def test_sections_of_items_with_the_same_heading_are_told_apart(make_document):
    document = make_document(*AGENDA, *ITEMS)
    backgrounds = {b.section for b in document.blocks if "1. Background" in b.section}
    assert backgrounds == {
        ("Police plan – performance monitoring", "1. Background"),
        ("Item 4: Complaints Report", "1. Background"),
    }


def test_letters_set_apart_are_closed_up_in_the_path(make_document):
    document = make_document(*AGENDA, *ITEMS)
    assert any(block.section[:1] == ("Agenda",) for block in document.blocks)


def test_an_agenda_without_pages_is_no_pack(make_document):
    document = make_document(
        "Agenda", "1. Apologies", BODY, "2. Minutes", BODY, "Minutes of it", BODY
    )
    assert tops(document) == ["1. Apologies", "2. Minutes"]
