"""The steps from raw blocks to a document, in order."""

from ingest.acronyms import find_acronyms
from ingest.document import Document, Metadata
from ingest.metadata import find_metadata
from ingest.people import find_people
from ingest.raw import RawBlock, RawDocument
from ingest.structure.clean import clean_blocks, settle_tables
from ingest.structure.contents import Contents, find_contents
from ingest.structure.cut_tables import join_cut_tables
from ingest.structure.cut_words import join_cut_words
from ingest.structure.headings import mark_headings
from ingest.structure.labels import join_lone_numbers, with_labels
from ingest.structure.layout import lay_out
from ingest.structure.levels import with_levels
from ingest.structure.pack import pack_items
from ingest.structure.running import drop_running
from ingest.structure.sections import section_paths
from ingest.structure.tables import understand_tables


def build_document(
    name: str, sha256: str, raw: RawDocument, metadata: Metadata | None = None
) -> Document:
    """Structure a raw document.

    `name` is the file's name without its ending, `sha256` that of its bytes. `metadata`, where
    given, is taken instead of being looked for.
    """
    blocks, contents = _arranged(raw)
    layout = lay_out(blocks, section_paths(blocks, contents))
    tables = understand_tables(layout)
    found = metadata or find_metadata(
        name, layout.text, layout.blocks, tables, raw.info, layout.page_runs
    )
    return Document(
        name=name,
        sha256=sha256,
        format=raw.format,
        text=layout.text,
        metadata=found,
        blocks=layout.blocks,
        tables=tables,
        pages=raw.pages,
        page_runs=layout.page_runs,
        acronyms=find_acronyms(layout.text),
        people=find_people(layout.text, layout.blocks, tables),
        problems=raw.problems,
    )


def _arranged(raw: RawDocument) -> tuple[list[RawBlock], Contents | None]:
    """Clean blocks, pieces joined, headings marked with their levels."""
    blocks = drop_running(clean_blocks(raw.blocks))
    blocks = join_cut_words(settle_tables(join_cut_tables(blocks)))
    blocks = with_labels(join_lone_numbers(blocks))
    contents = find_contents(blocks)
    items = pack_items(blocks)
    return with_levels(mark_headings(blocks, contents, items), items), contents
