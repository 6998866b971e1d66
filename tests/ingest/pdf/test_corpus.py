"""The real documents: their PDFs against the text versions of the same, read at run time."""

import random
import re
import shutil
import subprocess
import time
from functools import cache

import pypdf
import pytest
from rapidfuzz.distance import Levenshtein

from ingest.document import BlockKind, TableKind
from ingest.passages import cut_passages
from ingest.reader import read_document

pytestmark = pytest.mark.corpus

REPORT = "annual-report-2023-24"
MEETINGS = ["pcc-accountability-meeting-2024-10-08", "pcc-accountability-meeting-2025-07-08"]
LETTER = "foi-response-opccn-248-2025-02-06"
PACK = "police-and-crime-panel-2020-02-04"
ALL = [REPORT, LETTER, *MEETINGS, PACK]
PASSAGES = 200
SCAN_ERROR = 0.04


@pytest.fixture(scope="session")
def documents(corpus):
    """`documents(name, "pdf")`: a document of the corpus, read once."""
    endings = {"pdf": "pdf", "text": "txt", "scanned": "pdf"}

    @cache
    def read(name, folder):
        return read_document(corpus / "corpus" / folder / f"{name}.{endings[folder]}")

    return read


def plain(words):
    """Words without the marks of emphasis that a conversion leaves in them."""
    return " ".join(words.replace("*", "").split())


def cells(table, document):
    """(row labels, column label) -> words, of one table."""
    return {
        (tuple(map(plain, row.labels)), plain(column), number): plain(span.of(document.text))
        for number, row in enumerate(table.rows)
        for column, span in zip(table.columns, row.cells, strict=False)
    }


def numbered_tables(document):
    return [table for table in document.tables if table.caption.startswith("Table ")]


def test_numbered_tables_cell_by_cell(documents):
    text, pdf = documents(REPORT, "text"), documents(REPORT, "pdf")
    gold, found = numbered_tables(text), numbered_tables(pdf)
    assert len(gold) >= 23
    assert [plain(table.caption) for table in found] == [plain(table.caption) for table in gold]
    right = total = 0
    for expected, table in zip(gold, found, strict=True):
        wanted, got = cells(expected, text), cells(table, pdf)
        total += len(wanted)
        right += sum(got.get(place) == words for place, words in wanted.items())
    assert total > 800
    assert right / total >= 0.97, f"{right} of {total} cells"


@pytest.mark.parametrize("name", MEETINGS)
@pytest.mark.parametrize("kind", [TableKind.QUESTIONS, TableKind.ACTIONS])
def test_rows_of_questions_and_actions_are_whole(documents, name, kind):
    def rows(document):
        return [
            [plain(cell.of(document.text)) for cell in row.cells]
            for table in document.tables
            if table.kind is kind
            for row in table.rows
        ]

    gold = rows(documents(name, "text"))
    assert len(gold) >= 5
    assert rows(documents(name, "pdf")) == gold


def blocks(document, *kinds):
    return [plain(block.span.of(document.text)) for block in document.blocks if block.kind in kinds]


@pytest.mark.parametrize("name", ALL)
def test_headings_are_the_same(documents, name):
    text, pdf = documents(name, "text"), documents(name, "pdf")
    assert blocks(pdf, BlockKind.HEADING) == blocks(text, BlockKind.HEADING)


@pytest.mark.parametrize("name", ALL)
def test_paragraphs_and_items_are_the_same_over_page_ends(documents, name):
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    gold = blocks(documents(name, "text"), *kinds)
    found = blocks(documents(name, "pdf"), *kinds)
    same = set(found)
    kept = sum(words in same for words in gold)
    assert kept / len(gold) >= 0.98, [words[:80] for words in gold if words not in same]
    items = blocks(documents(name, "text"), BlockKind.LIST_ITEM)
    found_items = blocks(documents(name, "pdf"), BlockKind.LIST_ITEM)
    assert len(found_items) >= 0.97 * len(items)


@pytest.mark.parametrize("name", ALL)
def test_no_word_is_lost_or_added(documents, name):
    def words(document):
        return plain(document.text).split()

    gold, found = words(documents(name, "text")), words(documents(name, "pdf"))
    assert Levenshtein.distance(gold, found) / len(gold) < 0.005


def letters(words):
    return "".join(sign for sign in words.lower() if sign.isalnum())


def quotes(document, count):
    """Random short quotes from random passages, each within one cell or paragraph, and its page."""
    chance = random.Random(20240404)
    passages = list(cut_passages(document))
    starts = [run.start for run in document.page_runs]
    for _ in range(count):
        passage = chance.choice(passages)
        words = list(re.finditer(r"\S+", passage.span.of(document.text)))
        first = chance.choice(words).start() + passage.span.start
        end = min([first + 30, passage.span.end, *(at for at in starts if at > first)])
        quote = re.split(r"[\t\n]", document.text[first:end])[0]
        yield quote.rpartition(" ")[0] or quote, document.page_at(first)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("name", ALL)
def test_quotes_are_on_the_page_that_is_cited(documents, corpus, name):
    path = corpus / "corpus" / "pdf" / f"{name}.pdf"
    pages = []
    for mode in ("-raw", "-layout"):
        printed = subprocess.run(
            ["pdftotext", mode, str(path), "-"], capture_output=True, check=True
        ).stdout.decode()
        pages.append([letters(page) for page in printed.split("\f")])
    found = list(quotes(documents(name, "pdf"), PASSAGES))
    wrong = [
        (quote, page)
        for quote, page in found
        if page is None or not any(letters(quote) in mode[page - 1] for mode in pages)
    ]
    assert wrong == []


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
@pytest.mark.parametrize(
    "name", [LETTER, *(pytest.param(n, marks=pytest.mark.slow) for n in MEETINGS)]
)
def test_scans_are_read_nearly_word_for_word(documents, name):
    def words(document):
        return plain(document.text.translate(str.maketrans("‘’“”–", "''\"\"-"))).split()

    gold, found = words(documents(name, "text")), words(documents(name, "scanned"))
    assert Levenshtein.distance(gold, found) / len(gold) <= SCAN_ERROR


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
@pytest.mark.parametrize(
    "name", [LETTER, *(pytest.param(n, marks=pytest.mark.slow) for n in MEETINGS)]
)
def test_scans_give_the_same_tables_row_by_row(documents, name):
    def shapes(document):
        return [(table.kind, len(table.rows)) for table in document.tables]

    assert shapes(documents(name, "scanned")) == shapes(documents(name, "text"))


def test_reading_takes_about_as_long_as_plain_extraction(corpus):
    paths = sorted((corpus / "corpus" / "pdf").glob("*.pdf"))

    def plain():
        for path in paths:
            for page in pypdf.PdfReader(path).pages:
                page.extract_text()

    def ours():
        for path in paths:
            cut_passages(read_document(path))

    # The best of a few in turn, and room beside it: alone it takes four fifths of the time, but
    # what else runs on the machine slows the two down by different shares.
    rounds = [(seconds(ours), seconds(plain)) for _ in range(3)]
    assert min(own for own, _ in rounds) <= 1.5 * min(theirs for _, theirs in rounds)


def seconds(work):
    """The processor time that `work` takes."""
    started = time.process_time()
    work()
    return time.process_time() - started
