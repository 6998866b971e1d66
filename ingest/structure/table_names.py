"""Lines that tell several tables under one printed caption apart."""

from collections.abc import Sequence

from ingest.document import BlockKind
from ingest.raw import RawBlock
from ingest.structure.titles import is_caption, reads_like_title
from ingest.structure.words import text_of


def table_names(blocks: Sequence[RawBlock]) -> set[int]:
    """Places of short lines right over a table that are neither its caption nor headings.

    "Table 5: Teams", a note, "Constables", a table, "Sergeants", a table: the two lines name
    parts of Table 5.
    """
    found: set[int] = set()
    open_caption = False
    for place, block in enumerate(blocks[:-1]):
        if block.kind is BlockKind.TABLE:
            open_caption = open_caption and place - 1 in found
        elif is_caption(text_of(block)):
            open_caption = True
        elif open_caption and blocks[place + 1].kind is BlockKind.TABLE and _names(block):
            found.add(place)
        elif block.kind is BlockKind.HEADING or blocks[place - 1].kind is BlockKind.TABLE:
            open_caption = False
    return found


def _names(block: RawBlock) -> bool:
    if block.kind is BlockKind.LIST_ITEM or block.label:
        return False
    return reads_like_title(text_of(block))
