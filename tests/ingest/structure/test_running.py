from ingest.document import FileFormat, Metadata
from ingest.raw import RawDocument
from ingest.structure import build_document


def paged(make_paragraph, *pages):
    blocks = tuple(
        make_paragraph(line, number) for number, lines in enumerate(pages, 1) for line in lines
    )
    return build_document("x", "0", RawDocument(FileFormat.PDF, blocks), Metadata("x"))


def test_lines_at_the_edges_of_many_pages_are_dropped(make_paragraph):
    pages = [
        [
            "Example Council – 4 May",
            f"Words {word}.",
            f"More {word}.",
            f"Still {word}.",
            f"Page {n} of 4",
        ]
        for n, word in enumerate(["one", "two", "three", "four"], 1)
    ]
    document = paged(make_paragraph, *pages)
    assert "Council" not in document.text
    assert "Page" not in document.text
    assert document.text.count("Words") == 4


def test_page_numbers_that_count_with_the_pages_are_dropped(make_paragraph):
    pages = [[f"Sentence number {n} ends.", str(n + 4)] for n in range(1, 7)]
    document = paged(make_paragraph, *pages)
    assert not any(sign.isdigit() and int(sign) > 6 for sign in document.text.split())


def test_a_number_that_does_not_count_with_the_pages_is_kept(make_paragraph):
    document = paged(make_paragraph, ["Right one is below.", "06"], ["To be told.", "Then more."])
    assert "06" in document.text


def test_what_repeats_in_the_middle_is_kept(make_paragraph):
    pages = [["a b.", "c d.", "The same.", "e f.", f"g {n} h."] for n in range(6)]
    assert paged(make_paragraph, *pages).text.count("The same.") == 6


def test_sentences_alike_but_for_their_figures_are_kept(make_paragraph):
    lines = [
        [f"{n}. Chapter", f"In the year 202{n} the office did as it had said it would do."]
        for n in range(1, 6)
    ]
    assert len(paged(make_paragraph, *lines).blocks) == 10
