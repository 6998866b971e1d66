"""Documents as formatted text with the quote marked, page by page."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from index.results import DocumentRecord
from ingest.document import (
    Block,
    BlockKind,
    Document,
    DocumentKind,
    FileFormat,
    Metadata,
    Page,
    PageRun,
    Row,
    Sensitivity,
    Span,
    Table,
    TableKind,
)
from ui.render.coverage import coverage_plot, gaps
from ui.render.document import Shown, formatted, page_span
from ui.render.document_form import DocumentView, document_page
from ui.render.source import SourceView, source_page

TEXT = "Roads\nOn the first page <b>words</b>\nand on the second.\nItem one\nItem two\nA\tB\n1\t2\n"


def at(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


TABLE = Table(
    kind=TableKind.DATA,
    span=Span(TEXT.index("A\tB"), len(TEXT)),
    columns=("A", "B"),
    header=(Row((at("A"), at("B"))),),
    rows=(Row((at("1"), at("2\n"))),),
    caption="Table <1>",
)
DOCUMENT = Document(
    name="report",
    sha256="0" * 64,
    format=FileFormat.PDF,
    text=TEXT,
    metadata=Metadata(title="Report <i>", kind=DocumentKind.ANNUAL_REPORT),
    blocks=(
        Block(BlockKind.HEADING, at("Roads"), level=1),
        Block(
            BlockKind.PARAGRAPH,
            Span(TEXT.index("On the"), TEXT.index("second.") + 7),
            ("Roads",),
            label="7.28",
        ),
        Block(BlockKind.LIST_ITEM, at("Item one"), ("Roads",), level=1),
        Block(BlockKind.LIST_ITEM, at("Item two"), ("Roads",), level=2),
        Block(BlockKind.TABLE, TABLE.span, ("Roads",), table=0),
    ),
    tables=(TABLE,),
    pages=(Page(1, "i"), Page(2, "1")),
    page_runs=(PageRun(0, 1), PageRun(TEXT.index("and on"), 2)),
)


def test_the_pages_of_a_document_share_its_text():
    assert page_span(DOCUMENT, 1).of(TEXT).endswith("</b>\n")
    assert page_span(DOCUMENT, 2).of(TEXT).startswith("and on the second.")
    assert page_span(DOCUMENT, 3) == Span(0, 0)


def test_a_quote_over_two_pages_is_marked_on_both():
    quote = Span(TEXT.index("words"), TEXT.index("the second"))
    first = formatted(Shown(DOCUMENT, page_span(DOCUMENT, 1), (quote,)))
    second = formatted(Shown(DOCUMENT, page_span(DOCUMENT, 2), (quote,)))
    assert '<mark id="quote">words&lt;/b&gt;\n</mark>' in first
    assert '<mark id="quote">and on </mark>the second.' in second
    assert "<b>" not in first


def test_blocks_keep_their_form():
    html = formatted(Shown(DOCUMENT, Span(0, len(TEXT))))
    assert '<h3 class="level-1">Roads</h3>' in html
    assert '<span class="label">7.28</span> On the' in html
    assert '<li class="level-2 unmarked">Item two</li>' in html
    assert '<th scope="col">A</th><th scope="col">B</th>' in html
    assert '<th scope="row">1</th>' in html
    assert "Table &lt;1&gt;" in html


def test_a_table_that_goes_on_over_a_page_keeps_its_header_and_gets_no_empty_rows():
    last = Span(TEXT.index("1\t2"), len(TEXT))
    html = formatted(Shown(DOCUMENT, last, (at("A"),)))
    assert '<th scope="col">A</th><th scope="col">B</th>' in html
    assert html.count("<tr>") == 2
    first = formatted(Shown(DOCUMENT, Span(0, last.start)))
    assert first.count("<tr>") == 1


@pytest.mark.parametrize("mark", ["• ", "- ", "3. ", "(a) ", "iv) ", "7.28 "])
def test_a_list_item_that_prints_its_own_mark_gets_no_other(mark):
    text = f"{mark}words"
    block = Block(BlockKind.LIST_ITEM, Span(0, len(text)), (), level=1)
    document = replace(DOCUMENT, text=text, blocks=(block,), tables=(), page_runs=())
    assert "unmarked" not in formatted(Shown(document, block.span))


@pytest.mark.parametrize("text", ["A copy of it", "12 officers", "£1.5m", "“Words”", "I agree"])
def test_a_list_item_that_begins_with_plain_words_gets_a_bullet(text):
    block = Block(BlockKind.LIST_ITEM, Span(0, len(text)), (), level=1)
    document = replace(DOCUMENT, text=text, blocks=(block,), tables=(), page_runs=())
    assert "unmarked" in formatted(Shown(document, block.span))


def record(day=None, **metadata):
    kind = metadata.pop("kind", DocumentKind.ANNUAL_REPORT)
    return DocumentRecord(
        id="doc/1",
        name="report",
        sha256="0" * 64,
        metadata=Metadata(title="Report <i>", kind=kind, date=day, **metadata),
        page_count=2,
        passage_count=3,
        source="report.pdf",
        added=datetime(2025, 1, 1, tzinfo=UTC),
    )


def view(**changes):
    settings = {
        "record": record(date(2025, 7, 8)),
        "document": DOCUMENT,
        "base": "/source",
        "page": 1,
        "span": at("second"),
        "picture": True,
        "original": True,
    }
    return source_page(SourceView(**{**settings, **changes}))


def test_a_source_view_leads_to_its_pages_its_original_and_back_to_the_quote():
    html = view()
    assert "Page 1 of 2 (printed number i)" in html
    assert 'href="/source/doc%2F1?page=2&amp;start=' in html
    assert "Back to the quote on page 2" in html
    assert 'href="/source/doc%2F1/original"' in html
    assert "Report &lt;i&gt;" in html
    assert "<i>" not in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example"])
def test_an_address_that_is_no_web_address_is_not_linked(url):
    html = view(record=record(date(2025, 7, 8), url=url))
    assert "where it was published" not in html


def test_officers_see_that_a_document_is_not_public():
    html = view(record=record(date(2025, 7, 8), sensitivity=Sensitivity.CONFIDENTIAL))
    assert "Officers only (Confidential)" in html


def test_gaps_are_years_without_a_document_between_years_with_one():
    plan = DocumentKind.POLICE_AND_CRIME_PLAN
    first, last = date(2019, 1, 1), date(2024, 1, 1)
    records = (
        record(date(2020, 7, 1)),
        record(date(2023, 7, 1)),
        record(first, kind=plan, period_start=first, period_end=last),
        record(last, kind=plan),
        record(None),
    )
    report = DocumentKind.ANNUAL_REPORT
    assert gaps(records) == {(report, 2021), (report, 2022)}
    html = coverage_plot(records)
    assert html.count(">Gap<") == 2
    assert "1 document without a date" in html


def test_a_library_without_dates_says_so():
    assert "No document has a date" in coverage_plot((record(None),))


def document_form(**metadata):
    shown = record(date(2025, 7, 8), **metadata)
    return document_page(DocumentView("/d", "/s", shown, False, (), ()))


def test_the_state_is_one_of_three_unless_a_manifest_named_another():
    assert '<option value="draft" selected>Draft</option>' in document_form(state="draft")
    assert '<option value="" selected>Not known</option>' in document_form()
    assert '<option value="for comment" selected>For comment</option>' in document_form(
        state="for comment"
    )
