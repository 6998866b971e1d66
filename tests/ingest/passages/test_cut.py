import dataclasses
from itertools import pairwise

import pytest

from ingest.document import (
    Block,
    BlockKind,
    DocumentKind,
    FileFormat,
    Metadata,
    Page,
    PageRun,
    Span,
)
from ingest.document import Document as Doc
from ingest.passage import PassageKind
from ingest.passages import cut_passages

WORDS = "The office has done what it said that it would do and says so here in ordinary words."
LONG = " ".join([WORDS] * 10)  # 180 words


def said(document, passages=None):
    return [p.span.of(document.text) for p in passages or cut_passages(document)]


def test_short_paragraphs_of_a_section_share_a_passage_and_sections_do_not(make_document):
    document = make_document("# Roads", WORDS, WORDS, "# Crime", WORDS)
    passages = cut_passages(document)
    assert said(document, passages) == [f"Roads\n\n{WORDS}\n\n{WORDS}", f"Crime\n\n{WORDS}"]
    assert [p.section for p in passages] == [("Roads",), ("Crime",)]
    assert {p.kind for p in passages} == {PassageKind.PROSE}


def test_long_paragraphs_have_passages_of_their_own(make_document):
    document = make_document(LONG, LONG, LONG)
    assert said(document) == [LONG, LONG, LONG]


def test_a_paragraph_that_is_too_long_is_cut_at_sentence_ends(make_document):
    document = make_document(" ".join([LONG] * 5))
    found = said(document)
    assert len(found) == 4
    assert all(piece.endswith("words.") and len(piece.split()) <= 300 for piece in found)


def test_a_list_stays_with_the_sentence_that_introduces_it(make_document):
    document = make_document(LONG, "We will:", "- write to all", "- come to see them", LONG)
    assert said(document)[0].endswith("We will:\n\nwrite to all\n\ncome to see them")
    assert said(document)[1:] == [LONG]


def test_context_and_windows_say_where_it_stands(make_document):
    document = make_document("1. Roads", "1.1 Speed", WORDS, title="Annual report")
    (passage,) = cut_passages(document)
    assert passage.context == "Annual report | 1. Roads > 1.1 Speed"
    assert passage.span == Span(0, len(document.text))
    assert passage.windows == (f"1. Roads\n\n1.1 Speed\n\n{WORDS}",)
    assert passage.locator == "1. Roads > 1.1 Speed"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["7.1 " + WORDS], "paragraph 7.1"),
        (["7.1 " + WORDS, "7.2 " + WORDS], "paragraphs 7.1 to 7.2"),
    ],
)
def test_numbered_paragraphs_are_named_in_the_locator(make_document, lines, place):
    document = make_document("7. Crime", *lines)
    assert cut_passages(document)[0].locator == f"7. Crime, {place}"


def test_a_question_and_its_answer_are_one_passage(make_document):
    rows = [["Question", "Answer"], ["Why?", f"{LONG} {LONG}"], ["When?", "In May."]]
    document = make_document("# Public questions", rows)
    first, second = cut_passages(document)
    assert first.kind is PassageKind.QUESTION
    assert first.span.of(document.text) == f"Why?\t{LONG} {LONG}"
    assert (second.table, second.row) == (0, 1)
    assert second.locator == "Public questions, question 2"
    assert all(window.startswith("Why?\n") for window in first.windows[1:])
    assert first.windows[0].startswith("Public questions\nWhy?\t")


def test_a_very_long_answer_is_cut_in_pieces_that_overlap_and_know_the_question(make_document):
    answer = " ".join(f"Sentence {n} of the answer says something." for n in range(200))
    document = make_document([["Question", "Answer"], ["Why so long?", answer]])
    passages = cut_passages(document)
    assert len(passages) > 1
    assert {p.row for p in passages} == {0}
    for before, after in pairwise(passages):
        assert before.span.end > after.span.start
        assert after.span.of(document.text).startswith("Sentence")
        assert "Why so long?" in after.context
    assert passages[-1].span.end == len(document.text)


def test_actions_are_named_by_their_number(make_document):
    rows = [
        ["Action", "Update"],
        ["Action 16 (4 May 2024): Report.", "Closed."],
        ["17. Write", "New"],
    ]
    document = make_document("# Actions", rows)
    assert [p.locator for p in cut_passages(document)] == [
        "Actions, Action 16",
        "Actions, Action 17",
    ]
    assert {p.kind for p in cut_passages(document)} == {PassageKind.ACTION}


def test_rows_that_are_numbered_are_about_their_task(make_document):
    rows = [["Ref", "Action", "Status"], ["A12", "Write to all providers.", " ".join([LONG] * 3)]]
    (passage,) = cut_passages(make_document(rows))
    assert passage.locator == "Action A12"
    assert passage.windows[1].startswith("A12 Write to all providers.\n")


def test_a_table_takes_its_caption_and_notes_with_it(make_document):
    document = make_document(
        "# Roads",
        "Table 4: Collisions",
        "In the following table the last 12 months end in March 2024.",
        [["Indicator", "Last 12 months"], ["Fatal", "3"]],
        "* Provisional.",
        WORDS,
    )
    table, prose = cut_passages(document)
    assert table.kind is PassageKind.TABLE
    assert table.span.of(document.text).startswith("Roads\n\nTable 4: Collisions")
    assert table.span.of(document.text).endswith("* Provisional.")
    assert table.locator == "Roads, Table 4"
    assert "Indicator, Last 12 months" in table.context
    assert prose.span.of(document.text) == WORDS


def test_a_long_table_is_cut_between_rows(make_document):
    rows = [[f"A rather long name of a row, number {n}", f"{n}"] for n in range(300)]
    document = make_document([["Indicator", "Total"], *rows])
    passages = cut_passages(document)
    assert len(passages) > 2
    assert "\n".join(said(document, passages)) == document.text
    assert all("Indicator, Total" in p.context for p in passages)


def test_questions_written_as_paragraphs_stay_with_their_answers(make_document):
    asked = "Why was it so late, and what was done about it when it was?"
    lines = [f"Q1. {asked} {asked}", f"A1. {LONG}", f"Q2. {asked} {asked}", f"A2. {LONG}"]
    assert said(make_document(*lines)) == ["\n\n".join(lines[:2]), "\n\n".join(lines[2:])]


def test_pages_and_printed_labels_are_in_the_locator():
    document = Doc(
        name="x",
        sha256="0",
        format=FileFormat.PDF,
        text=f"{WORDS}\n\n{LONG}",
        metadata=Metadata("x"),
        blocks=(
            Block(BlockKind.PARAGRAPH, Span(0, len(WORDS)), ("Roads",)),
            Block(
                BlockKind.PARAGRAPH, Span(len(WORDS) + 2, len(WORDS) + 2 + len(LONG)), ("Crime",)
            ),
        ),
        pages=(Page(1, "i"), Page(2, "2")),
        page_runs=(PageRun(0, 1), PageRun(len(WORDS) + 2, 2)),
    )
    first, second = cut_passages(document)
    assert (first.page, first.locator) == (1, "page 1 (printed i), Roads")
    assert (second.page, second.locator) == (2, "page 2, Crime")


def test_ids_differ_when_the_title_is_corrected(make_document):
    one, other = (cut_passages(make_document("# Roads", WORDS, title=title)) for title in "ab")
    assert one[0].context != other[0].context
    assert one[0].id != other[0].id


def test_answers_to_a_request_carry_its_questions(make_document):
    document = make_document(
        *("Dear Member of the public", "You asked:", "1. Dogs", "- How many dogs are there?"),
        *("2. Cats. What do they cost?", "We have searched and can answer as follows."),
        *("1. Dogs", WORDS, "2. Cats", WORDS, "Internal review", WORDS),
    )
    letter = dataclasses.replace(
        document, metadata=Metadata("Letter", kind=DocumentKind.FOI_RESPONSE)
    )
    passages = {p.section[-1]: p for p in cut_passages(letter) if p.section}
    assert "How many dogs are there?" in passages["1. Dogs"].context
    assert "What do they cost?" in passages["2. Cats"].context
    assert "?" not in passages["Internal review"].context
    assert "?" not in cut_passages(document)[-2].context


def test_later_passages_of_a_section_have_its_headings_in_their_windows_only(make_document):
    document = make_document("1. Roads", "1.1 Speed", LONG, LONG)
    first, second = cut_passages(document)
    assert first.span.of(document.text) == f"1. Roads\n\n1.1 Speed\n\n{LONG}"
    assert second.span.of(document.text) == LONG
    leads = [window.split("\n")[0] for window in second.windows]
    assert leads[0] == "1. Roads | 1.1 Speed"
    assert set(leads[1:]) == {"1.1 Speed"}


def test_a_heading_with_nothing_under_it_is_in_no_passage(make_document):
    document = make_document("# Empty", "# Roads", WORDS)
    assert said(document) == [f"Roads\n\n{WORDS}"]


def test_windows_of_figures_say_each_row_with_its_labels_and_columns(make_document):
    rows = [["Crime", "Indicator", "2023/24", "2022/23"], ["Burglary", "Recorded", "40", "50"]]
    (passage,) = cut_passages(
        make_document("# Table of crime", [*rows, ["", "Solved", "4", "n/a"]])
    )
    assert passage.windows[0].endswith(
        "Burglary, Recorded: 2023/24 40; 2022/23 50\nBurglary, Solved: 2023/24 4; 2022/23 n/a"
    )
