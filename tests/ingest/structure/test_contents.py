from ingest.document import TableKind
from ingest.passages import cut_passages

BODY = "The office sets out here in a sentence or two of ordinary length what it has done."


def headings(document):
    return [
        (block.level, block.span.of(document.text))
        for block in document.blocks
        if block.kind == "heading"
    ]


def check(document):
    assert headings(document) == [
        *((1, "Contents"), (1, "Foreword"), (1, "01 Crime"), (2, "Our work with the youngest")),
        (1, "02 Roads"),
    ]
    assert all("Contents" not in passage.section for passage in cut_passages(document))
    assert len(cut_passages(document)) == 4


CHAPTERS = [
    "Foreword",
    BODY,
    "01",
    "Crime",
    BODY,
    "Our work with the youngest",
    BODY,
    "02",
    "Roads",
    BODY,
]


def test_contents_as_a_table(make_document):
    rows = [["", "Foreword", "2"], ["01", "Crime", "3"], ["", "Our work with the youngest", "4"]]
    document = make_document("Contents", [*rows, ["02", "Roads", "5"]], *CHAPTERS)
    check(document)
    assert document.tables[0].kind is TableKind.OTHER


def test_contents_as_lines_with_dots(make_document):
    check(
        make_document(
            *("Contents", "Foreword ........ 2", "01 Crime .... 3"),
            *("Our work with the youngest 4", "02 Roads ....... 5", *CHAPTERS),
        )
    )


def test_contents_without_page_numbers(make_document):
    lines = ["Foreword", "01 Crime", "Our work with the youngest", "02 Roads"]
    check(make_document("Contents", *lines, *CHAPTERS))


def test_a_page_about_contents_of_something_is_no_contents_page(make_document):
    document = make_document("Contents", BODY, "Roads", BODY.replace("office", "force"))
    assert any(BODY in p.span.of(document.text) for p in cut_passages(document))
