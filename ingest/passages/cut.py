"""Cut a document into passages along its structure."""

from collections.abc import Iterator

from ingest.document import Block, BlockKind, Document, Span, Table, TableKind
from ingest.passage import Passage
from ingest.passages.draft import Draft
from ingest.passages.finish import finished
from ingest.passages.grids import grid_drafts
from ingest.passages.headed import with_headings
from ingest.passages.prose import prose_drafts
from ingest.passages.rows import row_drafts
from ingest.structure.contents import is_contents_line
from ingest.structure.titles import is_caption

_ROWS = (TableKind.QUESTIONS, TableKind.ACTIONS)


def cut_passages(document: Document) -> tuple[Passage, ...]:
    """All passages in reading order.

    Every word of the document stands in at least one, bare headings and contents pages excepted.
    """
    return tuple(finished(document, with_headings(document, _drafts(document))))


def _drafts(document: Document) -> Iterator[Draft]:
    taken = _taken_by_tables(document)
    open_blocks: list[Block] = []
    for place, block in enumerate(document.blocks):
        if is_contents(document, block):
            continue
        if open_blocks and _closes(block, open_blocks[-1], place in taken):
            yield from prose_drafts(document.text, open_blocks)
            open_blocks = []
        if block.table is not None:
            yield from _table_drafts(document, block.table, taken[place])
        elif block.kind is not BlockKind.HEADING and place not in taken:
            open_blocks.append(block)
    yield from prose_drafts(document.text, open_blocks)


def _closes(block: Block, previous: Block, taken: bool) -> bool:
    return (
        taken
        or block.kind in (BlockKind.HEADING, BlockKind.TABLE)
        or block.section != previous.section
    )


def is_contents(document: Document, block: Block) -> bool:
    """Whether a block belongs to the contents page, which answers nothing."""
    if block.table is None:
        return is_contents_line(block.section, block.span.of(document.text))
    other = document.tables[block.table].kind is TableKind.OTHER
    return other and is_contents_line(block.section, "")


def _table_drafts(document: Document, number: int, whole: Span) -> Iterator[Draft]:
    if document.tables[number].kind in _ROWS:
        return row_drafts(document, number)
    return grid_drafts(document, number, whole)


def _taken_by_tables(document: Document) -> dict[int, Span]:
    """Places of blocks that go into a table's passage, each with the whole span of that passage.

    These are the table itself, the caption, and notes, as far as they adjoin.
    """
    taken: dict[int, Span] = {}
    for place, block in enumerate(document.blocks):
        if block.table is None:
            continue
        table = document.tables[block.table]
        notes = set(table.notes)
        first = last = place
        if table.kind not in _ROWS:
            while first and first - 1 not in taken and _adjoins(document, first - 1, table):
                first -= 1
            while last + 1 < len(document.blocks) and document.blocks[last + 1].span in notes:
                last += 1
        whole = Span(document.blocks[first].span.start, document.blocks[last].span.end)
        taken.update(dict.fromkeys(range(first, last + 1), whole))
    return taken


def _adjoins(document: Document, place: int, table: Table) -> bool:
    """Whether the block over a table belongs to its passage: its caption, name or a note."""
    block = document.blocks[place]
    words = block.span.of(document.text)
    if block.kind is BlockKind.HEADING:
        return False
    return block.span in table.notes or words in (table.caption, table.title) or is_caption(words)
