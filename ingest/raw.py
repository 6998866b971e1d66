"""What a reader hands to the structure step: the file's own blocks, before they are understood.

Readers (one per format) put out `RawDocument`; everything after that is the same for all formats.
"""

from dataclasses import dataclass, field

from ingest.document import BlockKind, FileFormat, Page


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand on one page (None where the file has no pages)."""

    text: str
    page: int | None = None


RawCell = tuple[Run, ...]
"""A cell's runs: one per paragraph in it; a cell that runs over a page has runs on both."""


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block as the file gives it.

    `runs` hold the words of a heading, paragraph or list item, `rows` the cells of a table.
    `level` is a heading's or list item's depth where the format says it, else 0. A run's text has
    no markup; bullets and printed numbers stay in the text unless `label` already holds them.
    `bold` is true where the whole block is set in bold: a hint that a paragraph is a heading.
    """

    kind: BlockKind
    runs: tuple[Run, ...] = ()
    level: int = 0
    label: str | None = None
    rows: tuple[tuple[RawCell, ...], ...] = ()
    bold: bool = False


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A file as read: its blocks, pages, and what the file says of itself.

    `info` holds the file's own metadata under lower-case names ("title", "created", "modified").
    `problems` are sentences for the ingest report ("page 7 has no readable text").
    """

    format: FileFormat
    blocks: tuple[RawBlock, ...]
    pages: tuple[Page, ...] = ()
    info: dict[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
