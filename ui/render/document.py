"""A document's own text, formatted, with spans of it marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ingest.document import Block, BlockKind, Document, Row, Span, Table
from ui.render.marks import marked

_LIST = BlockKind.LIST_ITEM
_OWN_MARK = re.compile(
    r"\s*(?:[^\w\s\"'“‘(£]|\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]|\d+(?:\.\d+)+\s)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What part of a document is shown, and what in it is marked (spans of the stored text)."""

    document: Document
    within: Span
    marks: tuple[Span, ...] = ()

    def words(self, span: Span) -> Markup:
        """The part of `span` that is shown, escaped and marked; the first mark can be linked to."""
        start, end = max(span.start, self.within.start), min(span.end, self.within.end)
        if start >= end:
            return Markup("")
        inside = [
            Span(max(mark.start, start) - start, min(mark.end, end) - start)
            for mark in self.marks
            if mark.overlaps(Span(start, end))
        ]
        first = bool(self.marks) and start <= self._first_mark() < end
        return marked(self.document.text[start:end], inside, anchor="quote" if first else "")

    def _first_mark(self) -> int:
        return max(self.marks[0].start, self.within.start)


def page_span(document: Document, page: int) -> Span:
    """The part of the stored text that stands on a page; empty if it has no words."""
    starts = [run.start for run in document.page_runs] + [len(document.text)]
    own = [
        Span(run.start, starts[place + 1])
        for place, run in enumerate(document.page_runs)
        if run.page == page
    ]
    return Span(own[0].start, own[-1].end) if own else Span(0, 0)


def formatted(shown: Shown) -> Markup:
    """The blocks of what is shown: headings, paragraphs, lists and tables."""
    blocks = [b for b in shown.document.blocks if b.span.overlaps(shown.within)]
    parts: list[Markup] = []
    for is_list, group in groupby(blocks, key=lambda block: block.kind is _LIST):
        items = list(group)
        parts.append(_list(shown, items) if is_list else _flow(shown, items))
    return Markup("").join(parts)


def _flow(shown: Shown, blocks: Sequence[Block]) -> Markup:
    return Markup("").join(_block(shown, block) for block in blocks)


def _block(shown: Shown, block: Block) -> Markup:
    if block.kind is BlockKind.TABLE and block.table is not None:
        return _table(shown, shown.document.tables[block.table])
    words = _labelled(shown, block)
    if block.kind is BlockKind.HEADING:
        return Markup('<h3 class="level-{}">{}</h3>').format(min(block.level or 1, 6), words)
    return Markup("<p>{}</p>").format(words)


def _list(shown: Shown, blocks: Sequence[Block]) -> Markup:
    items = Markup("").join(
        Markup('<li class="level-{}{}">{}</li>').format(
            min(block.level or 1, 6),
            "" if _has_own_mark(shown, block) else " unmarked",
            _labelled(shown, block),
        )
        for block in blocks
    )
    return Markup('<ul class="as-printed">{}</ul>').format(items)


def _has_own_mark(shown: Shown, block: Block) -> bool:
    """Whether a bullet or number is printed before the item; what goes on from the page before
    needs none.
    """
    if block.label or block.span.start < shown.within.start:
        return True
    return _OWN_MARK.match(block.span.of(shown.document.text)) is not None


def _labelled(shown: Shown, block: Block) -> Markup:
    """A block's words, with its printed number before them where the words leave it out."""
    label = block.label or ""
    text = block.span.of(shown.document.text)
    if not label or text.lstrip().startswith(label) or block.span.start < shown.within.start:
        return shown.words(block.span)
    return Markup('<span class="label">{}</span> {}').format(label, shown.words(block.span))


def _table(shown: Shown, table: Table) -> Markup:
    """A table, or its rows on a page, each time below its header."""
    name = table.caption or table.title or "Table"
    head = Markup("").join(
        _row(_around(shown, row.span), row, headers=len(row.cells)) for row in table.header
    )
    rows = [row for row in table.rows if any(shown.words(cell).strip() for cell in row.cells)]
    body = Markup("").join(_row(shown, row, headers=table.label_columns) for row in rows)
    return Markup(
        '<div class="scroll" role="region" tabindex="0" aria-label="{0}"><table>'
        '<caption class="hidden">{0}</caption>{1}<tbody>{2}</tbody></table></div>'
    ).format(name, Markup("<thead>{}</thead>").format(head) if head else "", body)


def _around(shown: Shown, span: Span) -> Shown:
    """With `span` shown too; unmarked where it stands on another page."""
    return shown if span.overlaps(shown.within) else Shown(shown.document, span)


def _row(shown: Shown, row: Row, headers: int) -> Markup:
    scope = "col" if headers == len(row.cells) else "row"
    cells = Markup("").join(
        Markup('<th scope="{}">{}</th>').format(scope, words)
        if place < headers and words.strip()
        else Markup("<td>{}</td>").format(words)
        for place, words in enumerate(shown.words(cell) for cell in row.cells)
    )
    return Markup("<tr>{}</tr>").format(cells)
