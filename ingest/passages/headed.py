"""Put the headings that stand right over a passage into it: a quotation may begin with them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.document import Block, BlockKind, Document, Span
from ingest.passage import PassageKind
from ingest.passages.draft import Draft

_ROWS = (PassageKind.QUESTION, PassageKind.ACTION)


def with_headings(document: Document, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, each that opens a section begun with the headings directly over it."""
    over = _headings_over(document)
    for draft in drafts:
        headings = over.get(draft.span.start, ())
        if not headings or draft.kind in _ROWS:
            yield draft
            continue
        span = Span(headings[0].start, draft.span.end)
        parts = (*headings, *draft.parts)
        said = tuple(heading.of(document.text) for heading in headings)
        lines = (*said, *draft.lines) if draft.lines else ()
        yield replace(draft, span=span, parts=parts, headed=len(headings), lines=lines)


def _headings_over(document: Document) -> dict[int, tuple[Span, ...]]:
    """Offset of a block's first word -> the headings right over it that its section names."""
    found: dict[int, tuple[Span, ...]] = {}
    run: list[Block] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            run.append(block)
            continue
        if run:
            words = block.span.of(document.text)
            first = block.span.start + len(words) - len(words.lstrip())
            found[first] = _of_section(run, block.section)
            run = []
    return found


def _of_section(run: list[Block], section: tuple[str, ...]) -> tuple[Span, ...]:
    """The last headings of the run, as many as nest within each other down to the section."""
    found: list[Span] = []
    for heading in reversed(run):
        depth = len(section) - len(found) - 1
        if depth < 0 or heading.section != section[:depth]:
            break
        found.append(heading.span)
    return tuple(reversed(found))
