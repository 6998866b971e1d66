"""From the stream of paragraphs and tables to the blocks the structure step takes."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.document import BlockKind
from ingest.pdf.flow import Part
from ingest.pdf.headings import Outline, Styles, Tags, styles_of
from ingest.pdf.joining import Vocabulary, join_lines, seam
from ingest.pdf.leftovers import without_leftovers
from ingest.pdf.lines import BULLET, Line
from ingest.pdf.paragraphs import Paragraph
from ingest.pdf.tables import CellParagraphs, PageTable
from ingest.raw import RawBlock, RawCell, Run


def blocks_of(flow: Sequence[Part], outline: Outline, tags: Tags) -> tuple[RawBlock, ...]:
    """The blocks of a document, in reading order."""
    vocabulary = Vocabulary(
        [line.text for line in paragraph.lines] for paragraph in _all_paragraphs(flow)
    )
    styles = styles_of([part for part in flow if isinstance(part, Paragraph)], outline, tags)
    return without_leftovers(
        [
            _table(part, vocabulary)
            if isinstance(part, PageTable)
            else _block(part, vocabulary, styles)
            for part in flow
        ]
    )


def _all_paragraphs(flow: Iterable[Part]) -> Iterator[Paragraph]:
    for part in flow:
        if isinstance(part, Paragraph):
            yield part
        else:
            for row in part.rows:
                for cell in row:
                    yield from cell


def _block(paragraph: Paragraph, vocabulary: Vocabulary, styles: Styles) -> RawBlock:
    runs = runs_of(paragraph, vocabulary, bullets=False)
    if paragraph.bullet:
        return RawBlock(BlockKind.LIST_ITEM, runs, bold=paragraph.bold)
    level = styles.level(paragraph)
    if level is None:
        return RawBlock(BlockKind.PARAGRAPH, runs, bold=paragraph.bold)
    return RawBlock(BlockKind.HEADING, runs, level=level, bold=paragraph.bold)


def _table(table: PageTable, vocabulary: Vocabulary) -> RawBlock:
    rows = tuple(tuple(_cell(cell, vocabulary) for cell in row) for row in table.rows)
    return RawBlock(BlockKind.TABLE, rows=rows)


def _cell(cell: CellParagraphs, vocabulary: Vocabulary) -> RawCell:
    return tuple(run for paragraph in cell for run in runs_of(paragraph, vocabulary))


def runs_of(paragraph: Paragraph, vocabulary: Vocabulary, bullets: bool = True) -> tuple[Run, ...]:
    """The words of a paragraph, a run per page; a word cut by the page's end is left whole.

    Without `bullets` the sign that marks a list item is left out.
    """
    runs: list[Run] = []
    for page, lines in _by_page(paragraph.lines):
        texts = [line.text for line in lines]
        if not (runs or bullets) and paragraph.bullet and not lines[0].bullet:
            texts[0] = BULLET.sub("", texts[0], count=1).lstrip()
        tight = {place for place, line in enumerate(lines) if line.tight}
        text = join_lines(texts, vocabulary, tight)
        if runs and text:
            text = _mend(runs, text, vocabulary)
        if text:
            runs.append(Run(text, page))
    return tuple(runs)


def _by_page(lines: Sequence[Line]) -> list[tuple[int, list[Line]]]:
    pages: list[tuple[int, list[Line]]] = []
    for line in lines:
        if not pages or pages[-1][0] != line.page:
            pages.append((line.page, []))
        pages[-1][1].append(line)
    return pages


def _mend(runs: list[Run], text: str, vocabulary: Vocabulary) -> str:
    """Move the rest of a word broken over the page to the run before it; return what is left."""
    before = runs[-1]
    head, _, rest = text.partition(" ")
    whole, between = seam(before.text, head, vocabulary)
    if between:
        return text
    runs[-1] = Run(whole + head, before.page)
    return rest
