"""Answers as HTML: proof beside them, and nothing of them run as markup."""

from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from markupsafe import Markup

from assistant.answer import Answer, AnswerStatus, Citation, Searched
from index.results import DocumentRecord, Hit
from ingest.document import Metadata, Span
from ingest.passage import Passage, PassageKind
from ui.commands.terminal import answer_text
from ui.render.answer import answer_turn, plain_with_citations
from ui.render.feedback import feedback_form
from ui.render.links import source_links
from ui.render.prose import prose
from ui.render.words import STATUS_WORDS, searched_words

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
CITATION = Citation(
    document_id="doc1",
    document="report",
    title="Report",
    date=date(2025, 7, 8),
    page=3,
    locator="page 3, Roads",
    quote="knife crime fell",
    passage="In the year knife\ncrime fell by 12%.",
    passage_id="p1",
    span=Span(12, 28),
    url="https://example.org/report.pdf",
)
ANSWER = Answer(
    question="Did it fall?",
    status=AnswerStatus.ANSWERED,
    text="Knife crime fell.",
    citations=(CITATION,),
    hits=(),
    searched=Searched(4, date(2024, 1, 1), date(2025, 7, 8)),
    confidence=0.9,
    seconds=0.1,
)


REPORT = DocumentRecord(
    id="doc1",
    name="report",
    sha256="0" * 64,
    metadata=Metadata(title="Report", period_start=date(2024, 4, 1), period_end=date(2025, 3, 31)),
    page_count=3,
    passage_count=1,
    source="report.pdf",
    added=datetime(2025, 1, 1, tzinfo=UTC),
)
PASSAGE = Passage("p1", "0" * 64, 0, PassageKind.TABLE, Span(0, 30), (), "page 3", "", ())
HIT = Hit(PASSAGE, "Indicator\t2024\n\nBurglary\t12", REPORT, 1.0, None, None, None, 1)


def turn(answer, full_passages=False):
    form = feedback_form("rec", "/feedback")
    return answer_turn("rec", answer, source_links("/source"), form, full_passages=full_passages)


class Tags(HTMLParser):
    """Collects start tags with their attributes, and checks that tags nest."""

    VOID = frozenset({"input", "br", "img"})

    def __init__(self):
        super().__init__()
        self.tags, self.open = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def parsed(html):
    tags = Tags()
    tags.feed(str(html))
    assert tags.open == []
    return tags.tags


def test_the_quote_is_marked_within_its_passage_and_linked_to_its_place():
    html = turn(ANSWER)
    assert "In the year <mark>knife\ncrime fell</mark> by 12%." in html
    assert 'href="/source/doc1?page=3&amp;start=12&amp;end=28#quote"' in html
    assert "8 July 2025, page 3, Roads" in html
    assert "4 documents dated 1 January 2024 to 8 July 2025" in html


def test_a_source_says_which_period_its_document_covers():
    html = turn(replace(ANSWER, hits=(HIT,)))
    assert "8 July 2025, covers 1 April 2024 to 31 March 2025, page 3, Roads" in html
    assert "covers" not in turn(ANSWER)


def test_officers_get_whole_passages_with_the_cells_of_tables_apart():
    html = turn(replace(ANSWER, hits=(HIT,)), full_passages=True)
    assert "Indicator | 2024\nBurglary | 12" in html


@pytest.mark.parametrize("field", ["question", "text"])
def test_words_of_an_answer_are_never_markup(field):
    names = {tag for tag, _ in parsed(turn(replace(ANSWER, **{field: HOSTILE})))}
    assert names.isdisjoint({"script", "img"})


@pytest.mark.parametrize("field", ["title", "locator", "quote", "passage", "document_id", "url"])
def test_words_of_a_source_are_never_markup(field):
    hostile = replace(ANSWER, citations=(replace(CITATION, **{field: HOSTILE}),))
    tags = parsed(turn(hostile))
    assert {tag for tag, _ in tags}.isdisjoint({"script", "img"})
    assert not any(name.startswith("on") for _, attrs in tags for name in attrs)


def test_a_refusal_shows_neither_sources_nor_search():
    refused = replace(ANSWER, status=AnswerStatus.BLOCKED_TOO_FAST, citations=())
    html = turn(refused)
    assert "What was searched" not in html
    assert "This answer is wrong" not in html


def test_every_status_has_words():
    assert set(STATUS_WORDS) == set(AnswerStatus)


def test_the_copied_text_names_every_source():
    copied = plain_with_citations(ANSWER)
    assert "Knife crime fell." in copied
    assert "[1] Report, 8 July 2025, page 3, Roads: “knife crime fell”" in copied
    assert "https://example.org/report.pdf" in copied


def test_bullets_become_a_list_and_printed_numbers_stay():
    html = prose("Two things:\n- one\n- two\n\n4) four\n5) five")
    assert html == Markup(
        '<div class="answer-text"><p>Two things:</p><ul><li>one</li><li>two</li></ul>'
        '<ul class="numbered"><li>4) four</li><li>5) five</li></ul></div>'
    )


def test_what_was_searched_in_words():
    assert searched_words(Searched(0, None, None)) == "nothing"
    assert searched_words(Searched(1, None, None)) == "1 document"
    day = date(2025, 7, 8)
    assert searched_words(Searched(2, day, day)) == "2 documents dated 8 July 2025"


def test_notes_stand_beside_the_answer_and_go_with_a_copy():
    noted = replace(ANSWER, notes=("the documents give different figures for this", HOSTILE))
    shown = turn(noted)
    answer = shown.partition('class="searched"')[0]
    assert "Note: the documents give different figures for this." in answer
    assert "<script>" not in shown
    assert "Note: the documents give different figures for this." in plain_with_citations(noted)
    assert "\nNote: the documents give different figures for this.\n" in answer_text(noted)
    assert "Note:" not in turn(ANSWER) + plain_with_citations(ANSWER) + answer_text(ANSWER)
