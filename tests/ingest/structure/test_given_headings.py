"""Headings that the file itself marks."""

from ingest.document import BlockKind, FileFormat, Metadata
from ingest.raw import RawBlock, RawDocument, Run
from ingest.structure import build_document

BODY = "The office sets out here in a sentence or two of ordinary length what it has done."


def outline(*lines):
    blocks = tuple(
        RawBlock(BlockKind.HEADING, (Run(text),), level=level)
        if level
        else RawBlock(BlockKind.PARAGRAPH, (Run(text),))
        for level, text in lines
    )
    document = build_document("x", "0", RawDocument(FileFormat.WORD, blocks), Metadata("x"))
    return [
        (block.level, block.span.of(document.text))
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    ]


def test_levels_that_tell_depths_apart_are_kept():
    lines = [(1, "Plan"), (2, "Aims"), (0, BODY), (2, "Means"), (3, "Money"), (0, BODY)]
    assert outline(*lines) == [(1, "Plan"), (2, "Aims"), (2, "Means"), (3, "Money")]


def test_levels_that_contradict_the_numbers_are_not():
    lines = [(3, "1. In attendance"), (0, BODY), (4, "1.1 Apologies"), (0, BODY)]
    more = [(2, "2. Questions"), (0, BODY), (3, "3. Risks"), (0, BODY)]
    assert outline(*lines, *more) == [
        *((1, "1. In attendance"), (2, "1.1 Apologies"), (1, "2. Questions"), (1, "3. Risks")),
    ]


def test_figures_dates_and_lead_ins_marked_as_headings_are_words():
    lines = [(3, "87%"), (0, "of people"), (3, "12 May 2024"), (3, "The plan will include:")]
    assert outline(*lines, (0, BODY)) == []


def test_an_open_quotation_is_no_heading():
    assert outline((2, "“Under the Act please provide:"), (0, BODY)) == []


def test_all_headings_of_one_level_are_beside_each_other():
    lines = [(2, "Aims"), (0, BODY), (2, "Means"), (0, BODY)]
    assert outline(*lines) == [(1, "Aims"), (1, "Means")]
