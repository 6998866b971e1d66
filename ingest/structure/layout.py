"""Write the stored text and note where everything stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.document import Block, BlockKind, PageRun, Row, Span
from ingest.raw import RawBlock, RawCell
from ingest.structure.sections import Path

BETWEEN_BLOCKS = "\n\n"


@dataclass(frozen=True, slots=True)
class Layout:
    """The stored text, its blocks, and each table's rows of cell spans (by table number)."""

    text: str
    blocks: tuple[Block, ...]
    grids: tuple[tuple[Row, ...], ...]
    page_runs: tuple[PageRun, ...]


@dataclass(slots=True)
class _Writer:
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    page_runs: list[PageRun] = field(default_factory=list)

    def put(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def put_runs(self, runs: RawCell) -> Span:
        """Write runs joined by a space; returns where they stand."""
        start = self.length
        for place, run in enumerate(runs):
            if place:
                self.put(" ")
            self._turn_to(run.page)
            self.put(run.text)
        return Span(start, self.length)

    def _turn_to(self, page: int | None) -> None:
        if page is not None and (not self.page_runs or self.page_runs[-1].page != page):
            self.page_runs.append(PageRun(self.length, page))


def lay_out(blocks: Sequence[RawBlock], paths: Sequence[Path]) -> Layout:
    """Blocks joined by a blank line; a table one line per row, its cells joined by a tab."""
    writer = _Writer()
    placed: list[Block] = []
    grids: list[tuple[Row, ...]] = []
    for block, path in zip(blocks, paths, strict=True):
        if writer.length:
            writer.put(BETWEEN_BLOCKS)
        start = writer.length
        table = None
        if block.kind is BlockKind.TABLE:
            table = len(grids)
            grids.append(_write_rows(writer, block))
        else:
            writer.put_runs(block.runs)
        span = Span(start, writer.length)
        placed.append(Block(block.kind, span, path, block.level, block.label, table))
    return Layout("".join(writer.pieces), tuple(placed), tuple(grids), tuple(writer.page_runs))


def _write_rows(writer: _Writer, block: RawBlock) -> tuple[Row, ...]:
    rows: list[Row] = []
    for number, cells in enumerate(block.rows):
        if number:
            writer.put("\n")
        spans: list[Span] = []
        for place, cell in enumerate(cells):
            if place:
                writer.put("\t")
            spans.append(writer.put_runs(cell))
        rows.append(Row(tuple(spans)))
    return tuple(rows)
