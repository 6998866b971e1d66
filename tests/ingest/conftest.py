"""Raw blocks made by hand, and random ones for property tests."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from ingest.document import BlockKind, Document, FileFormat, Metadata
from ingest.raw import RawBlock, RawDocument, Run
from ingest.structure import build_document

settings.register_profile("ingest", deadline=None, max_examples=60)
settings.load_profile("ingest")

Rows = Sequence[Sequence[str]]


def paragraph(text: str, page: int | None = None) -> RawBlock:
    return RawBlock(BlockKind.PARAGRAPH, (Run(text, page),))


def table(rows: Rows, page: int | None = None) -> RawBlock:
    cells = tuple(tuple((Run(text, page),) if text else () for text in row) for row in rows)
    return RawBlock(BlockKind.TABLE, rows=cells)


def document_of(*blocks: RawBlock | str | Rows, title: str = "A paper") -> Document:
    """A document of paragraphs (strings, "- " for items, "# " for headings), tables and blocks."""
    raw = tuple(_raw(block) for block in blocks)
    pages = ()
    return build_document(
        "paper", "0" * 64, RawDocument(FileFormat.TEXT, raw, pages), Metadata(title)
    )


def _raw(block: RawBlock | str | Rows) -> RawBlock:
    if isinstance(block, RawBlock):
        return block
    if not isinstance(block, str):
        return table(block)
    if block.startswith("- "):
        return RawBlock(BlockKind.LIST_ITEM, (Run(block[2:]),), level=1)
    if block.startswith("# "):
        return RawBlock(BlockKind.HEADING, (Run(block[2:]),), level=1)
    return paragraph(block)


@pytest.fixture(scope="session")
def make_document() -> Callable[..., Document]:
    return document_of


@pytest.fixture(scope="session")
def make_table() -> Callable[..., RawBlock]:
    return table


@pytest.fixture(scope="session")
def make_paragraph() -> Callable[..., RawBlock]:
    return paragraph


# Words that structure rules look at, among words they do not.
_WORDS = st.sampled_from(
    [
        *(
            "the",
            "of",
            "Panel",
            "officers",
            "were",
            "agreed.",
            "Contents",
            "Table 3: Calls",
            "Page 4",
        ),
        *("1.", "2.", "7.2", "(a)", "01", "5", "Action 4", "£1.5m", "12%", "-3.4pp", "(73)", "n/a"),
        *("Question", "Answer", "Actions", "Update", "Agenda", "(Page 3)", "Appendix A", "*", "**"),
        *(
            "Yours sincerely",
            "chart below",
            "“quoted",
            "end:",
            "Minutes",
            "e.g.",
            "No. 4",
            "\u200b",
        ),
        *("Data not available", "2023/24", "\x00", "  ", "é", "漢字", "😀", "\ud800", "a" * 60),
    ]
)
_TEXTS = st.lists(_WORDS, max_size=14).map(" ".join)
_PAGES = st.one_of(st.none(), st.integers(1, 6))


@st.composite
def _runs(draw: st.DrawFn) -> tuple[Run, ...]:
    return tuple(draw(st.lists(st.builds(Run, _TEXTS, _PAGES), max_size=3)))


@st.composite
def _words_block(draw: st.DrawFn) -> RawBlock:
    kind = draw(st.sampled_from([BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM]))
    return RawBlock(kind, draw(_runs()), level=draw(st.integers(0, 4)), bold=draw(st.booleans()))


@st.composite
def _table_block(draw: st.DrawFn) -> RawBlock:
    rows = draw(st.lists(st.lists(_runs(), max_size=5).map(tuple), max_size=6))
    return RawBlock(BlockKind.TABLE, rows=tuple(rows))


def raw_documents() -> st.SearchStrategy[RawDocument]:
    blocks = st.lists(st.one_of(_words_block(), _words_block(), _table_block()), max_size=24)
    return st.builds(RawDocument, st.just(FileFormat.TEXT), blocks.map(tuple))


@pytest.fixture(scope="session")
def random_documents() -> st.SearchStrategy[RawDocument]:
    return raw_documents()
