"""Decisions with a number: listed in bulletins, in tables, and in decision notices."""

import re
from collections.abc import Iterator, Sequence

from ingest.commitment import Commitment, CommitmentKind, CommitmentStatus
from ingest.commitments.context import Context
from ingest.dates import first_day
from ingest.document import Block, BlockKind, DocumentKind, Row, Span, Table
from ingest.sentences import sentence_spans

_NUMBER = (
    r"(?P<id>(?:[A-Z]{1,5}[-/ ])?(?:20)?\d{2}[-/]\d{1,4}|(?:[A-Z]{1,5}[-/ ])?\d{1,4}[-/]20\d{2})"
)
_LINE = re.compile(
    rf"^\W*(?:confidential\s+)?decision(?:\s+notice)?(?:\s+(?:no|number|ref(?:erence)?)\b\.?)?\W{{0,3}}{_NUMBER}\W*$",
    re.IGNORECASE,
)
_CELL = re.compile(rf"^\W*{_NUMBER}\W*$", re.IGNORECASE)
_COLUMN = re.compile(r"\b(?:decision|number|no|ref(?:erence)?)\b", re.IGNORECASE)
_TITLE_COLUMN = re.compile(r"\b(?:subject|title|description|decision|summary)\b", re.IGNORECASE)
_DECIDES = re.compile(
    r"\b(?:agree[sd]?|approve[sd]?|endorse[sd]?|authorise[sd]?|decide[sd]?|award(?:s|ed)?|accept(?:s|ed)?|"
    r"will\s+adopt|adopt(?:s|ed)?|appoint(?:s|ed)?|has\s+approved)\b",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:million|billion|thousand|bn|m|k)\b)?", re.IGNORECASE
)
_DECIDER = re.compile(
    r"\W*(?P<who>(?:The\s+)?"
    r"(?:PCC|Commissioner|Police and Crime Commissioner|Chief Executive|Panel))\b"
)
_REACH = 6  # blocks below a number that may hold what was decided


def find_decisions(context: Context) -> Iterator[Commitment]:
    """Each numbered decision with its title, its words, its money and its date."""
    if context.document.metadata.kind is DocumentKind.DECISION_NOTICE:
        yield from _of_notice(context)
        return
    blocks = context.document.blocks
    for place, block in enumerate(blocks):
        line = block.span.of(context.document.text)
        match = _LINE.match(line) if len(line) < 80 else None
        if match is not None:
            yield _listed(context, match["id"], block, blocks[place + 1 : place + 1 + _REACH])
    for table in context.document.tables:
        yield from _tabled(context, table)


def _listed(context: Context, number: str, block: Block, below: Sequence[Block]) -> Commitment:
    """A number on a line of its own, the title above it, the words below."""
    text = context.document.text
    spans = []
    for each in below:
        if each.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            break
        spans += sentence_spans(text, each.span)
    title = block.section[-1] if block.section else ""
    return _decision(context, number, title, block.span, spans)


def _of_notice(context: Context) -> Iterator[Commitment]:
    """The one decision of a notice; its number and title are the document's."""
    document = context.document
    match = re.search(_NUMBER, document.metadata.title)
    sentences = [
        span
        for block in document.blocks
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
        for span in sentence_spans(document.text, block.span)
        if ":" not in span.of(document.text)[:40]
    ]
    deciding = [span for span in sentences if _DECIDES.search(span.of(document.text))]
    if match is None:
        return
    title = document.metadata.title.partition(": ")[2] or document.metadata.title
    at = document.text.find(title)
    if deciding:
        place = sentences.index(deciding[0])
        yield _decision(context, match["id"], title, deciding[0], sentences[place:])
    elif at >= 0:
        # Of a confidential decision only the title is published.
        yield _decision(context, match["id"], title, Span(at, at + len(title)), [])


def _decision(
    context: Context, number: str, title: str, line: Span, sentences: Sequence[Span]
) -> Commitment:
    text = context.document.text
    deciding = [span for span in sentences if _DECIDES.search(span.of(text))]
    said = (deciding or list(sentences) or [line])[0]
    money = _money(text, [said]) or _money(text, sentences)
    decider = _DECIDER.match(said.of(text))
    return Commitment(
        key="",
        kind=CommitmentKind.DECISION,
        text=said.of(text),
        span=said,
        quotes=(line, said) if line != said else (said,),
        locator=context.places.locator(line.start, f"Decision {number}"),
        page=context.places.page_at(line.start),
        action=number,
        raised=context.document.metadata.date if _is_notice(context) else None,
        owner=decider["who"] if decider else "",
        topic=title,
        title=title,
        money=money,
        status=CommitmentStatus.UNKNOWN,
        found_by="number of a decision",
    )


def _money(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """The sums named, each once, in order."""
    found = [match.group() for span in spans for match in MONEY.finditer(span.of(text))]
    return tuple(dict.fromkeys(found))


def _is_notice(context: Context) -> bool:
    return context.document.metadata.kind is DocumentKind.DECISION_NOTICE


def _tabled(context: Context, table: Table) -> Iterator[Commitment]:
    """Rows of a table of decisions: number | subject | date."""
    names = [name.casefold() for name in table.columns]
    if not names or not _COLUMN.search(names[0]):
        return
    about = " ".join((*table.section[-2:], table.caption, *names))
    if not re.search(r"\bdecisions?\b", about, re.IGNORECASE):
        return
    title = next((i for i, name in enumerate(names) if i and _TITLE_COLUMN.search(name)), 1)
    for row in table.rows:
        if len(row.cells) > title and _CELL.match(row.cells[0].of(context.document.text)):
            yield _row(context, row, title)


def _row(context: Context, row: Row, title: int) -> Commitment:
    text = context.document.text
    number = row.cells[0].of(text).strip()
    words = row.cells[title].of(text).strip()
    days = [day for cell in row.cells[1:] if (day := first_day(cell.of(text)))]
    return Commitment(
        key="",
        kind=CommitmentKind.DECISION,
        text=words,
        span=row.cells[title],
        quotes=(row.span,),
        locator=context.places.locator(row.span.start, f"Decision {number}"),
        page=context.places.page_at(row.span.start),
        action=number,
        raised=days[0] if days else None,
        topic=words,
        title=words,
        money=_money(text, [row.cells[title]]),
        found_by="row of a table of decisions",
    )
