"""The pieces of found passages that could be an answer: sentences and table rows.

A candidate keeps two bags of stems apart: its own words, which must carry the answer, and the
words of the place it stands in (headings, table caption, the question of a question-and-answer
row, the sentences around it), which say what those words are about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.labels import is_entry, labels_of
from assistant.lead_ins import lead_ins
from assistant.office_holders import named_by_office
from assistant.periods import told_each
from assistant.words import bag, pairs, words
from index.results import Hit
from ingest.document import Block, BlockKind, Document, Span, Table, TableKind
from ingest.passage import PassageKind
from ingest.sentences import sentence_spans

_LONGEST_SENTENCE = 1200  # characters: longer runs are lists or broken text
_LONGEST_ROW = 60  # words: a longer row is prose set in a table, read by the sentence
_CLOSERS = " \"'”’)"
_BEFORE = 120  # characters of what leads up to a sentence, as the ranker was trained


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence, list item or table row that may answer.

    `near` are the stems of the sentences beside it, `place` those of its headings, caption and
    question, `origin` those of the document's title and date, `whole` those of all its passage,
    `head` those of its nearest heading and lead-in alone. `lead` are the words that introduce it:
    of a list or a section its lead-in, of a question-and-answer row the question. `before` are the
    words that lead up to it: the end of the sentence before, or the headings of a table. `block` is
    where its block (or cell) begins. `label` is what an entry of a list is found by. `table` and
    `row` are set for rows.
    """

    hit: Hit
    rank: int
    document: Document
    span: Span
    own: frozenset[str]
    near: frozenset[str]
    place: frozenset[str]
    origin: frozenset[str]
    whole: frozenset[str] = frozenset()
    head: frozenset[str] = frozenset()
    before: str = ""
    lead: str = ""
    block: int = -1
    label: str = ""
    table: int | None = None
    row: int | None = None

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.span.of(self.document.text)

    @property
    def key(self) -> tuple[str, Span]:
        """Where it stands: two passages that overlap give the same candidate."""
        return self.document.sha256, self.span


def all_stems(text: str) -> frozenset[str]:
    """Every stem of `text` and every pair of them that stands together.

    Stop words are included: phrases of the thesaurus may hold them.
    """
    return _all_stems(text)


@lru_cache(maxsize=50_000)
def _all_stems(text: str) -> frozenset[str]:
    found = words(text)
    return bag(found) | pairs(found)


def entry_of(hit: Hit, document: Document, span: Span) -> Candidate:
    """The words at `span`, an entry of a list in the hit's passage, as a candidate."""
    around = all_stems(hit.passage.context) | all_stems(" ".join(hit.passage.section))
    return Candidate(
        hit=hit,
        rank=0,
        document=document,
        span=span,
        own=all_stems(span.of(document.text)),
        near=frozenset(),
        place=around,
        origin=_origin(hit),
        whole=all_stems(hit.text),
        head=all_stems(" ".join(hit.passage.section[-1:])),
        block=span.start,
    )


def candidates_of(rank: int, hit: Hit, document: Document) -> list[Candidate]:
    """Every sentence and row of the hit's passage, in order; `rank` is the passage's place."""
    passage = hit.passage
    if passage.kind is PassageKind.TABLE and passage.table is not None:
        rows = _table_rows(rank, hit, document, passage.table)
        return rows + _around_table(rank, hit, document)
    if passage.kind in (PassageKind.QUESTION, PassageKind.ACTION) and passage.table is not None:
        return _labelled_row(rank, hit, document, document.tables[passage.table])
    return _sentences(rank, hit, document, passage.span, passage.context)


_ANNOUNCES_TABLE = re.compile(
    r":\s*$|\b(?:as follows|(?:shown|set out|given|listed|in the table|the table) below)\W*$"
    r"|\bfollowing (?:table|chart|figure)s?\b",
    re.IGNORECASE,
)


def _around_table(rank: int, hit: Hit, document: Document) -> list[Candidate]:
    """The sentences that stand in a table's passage beside it: what leads up to it, its notes."""
    passage = hit.passage
    prose = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    return [
        candidate
        for block in _blocks_within(document, passage.span)
        if block.kind in prose
        for candidate in _sentences(rank, hit, document, block.span, passage.context)
        if not _ANNOUNCES_TABLE.search(candidate.text)
    ]


def _origin(hit: Hit) -> frozenset[str]:
    metadata = hit.document.metadata
    days = [day for day in (metadata.date, metadata.meeting_date) if day]
    dates = [f"{day.day} {day:%B %Y}" for day in days]
    parts = [metadata.title, str(metadata.kind).replace("_", " "), hit.document.name, *dates]
    return _with_number(all_stems(" ".join(parts)), hit.document.name)


def _with_number(origin: frozenset[str], name: str) -> frozenset[str]:
    """The stems with the document's own number joined to each: "FOI 248", "Decision 12"."""
    numbers = set(re.findall(r"(?<!\d)\d{1,3}(?!\d)", _DATE.sub(" ", name)))
    words_ = [stem_ for stem_ in origin if stem_.isalpha()]
    return origin | {f"{stem_}_{number}" for stem_ in words_ for number in numbers}


_DATE = re.compile(r"\d{4}[-_]\d\d(?:[-_]\d\d)?")


def _sentences(
    rank: int, hit: Hit, document: Document, span: Span, place: str, subject: str = ""
) -> list[Candidate]:
    text = document.text
    spans = [s for s in sentence_spans(text, span) if s.end - s.start <= _LONGEST_SENTENCE]
    bags = [all_stems(s.of(text)) for s in spans]
    blocks = _blocks_within(document, span)
    headings = {b.span for b in blocks if b.kind is BlockKind.HEADING}
    leads = lead_ins(document, span)
    labels = labels_of(blocks, text)
    around = all_stems(place) | all_stems(" ".join(hit.passage.section))
    origin = _origin(hit)
    whole = frozenset().union(*bags) if bags else frozenset()
    head = all_stems(" ".join(hit.passage.section[-1:]))
    found = []
    for i, (own_span, own) in enumerate(zip(spans, bags, strict=True)):
        if any(heading.contains(own_span) for heading in headings) and not _numbered(own):
            continue
        if own_span.of(text).rstrip(_CLOSERS).endswith("?"):
            continue  # a question, of the public or of a requester, answers nothing
        near = (bags[i - 1] if i else frozenset()) | (
            bags[i + 1] if i + 1 < len(bags) else frozenset()
        )
        lead_in = next((words_ for item, words_ in leads if item.contains(own_span)), "")
        lead = all_stems(lead_in)
        label = next((label for at, label in labels if at.contains(own_span)), "")
        about = lead | all_stems(label) | named_by_office(document.people, own_span.of(text))
        entry = label if is_entry(label, own_span, blocks, text) else ""
        before = subject or (spans[i - 1].of(text) if i else " ".join(hit.passage.section[-1:]))
        if entry and lead_in:
            before = lead_in
        found.append(
            Candidate(
                hit=hit,
                rank=rank,
                document=document,
                span=own_span,
                own=own,
                near=near | lead,
                place=around | about,
                origin=origin,
                whole=whole,
                head=head | lead,
                before=before[-_BEFORE:],
                lead=subject or lead_in,
                block=_block_start(blocks, own_span, span),
                label=entry,
            )
        )
    return found


def _numbered(stems_: frozenset[str]) -> bool:
    """Whether the words name one of a numbered kind, as "Priority 2: Safer Roads" does."""
    single = [stem for stem in stems_ if " " not in stem]
    return any("_" in stem for stem in single) and len(single) > _SHORTEST_HEADING


_SHORTEST_HEADING = 4


def _block_start(blocks: Sequence[Block], sentence: Span, within: Span) -> int:
    """Where the block that holds the sentence begins; a cell of a table counts as a block."""
    block = next((b for b in blocks if b.span.contains(sentence)), None)
    if block is None or block.kind is BlockKind.TABLE:
        return within.start
    return block.span.start


def _blocks_within(document: Document, span: Span) -> list[Block]:
    return [block for block in document.blocks if block.span.overlaps(span)]


def _labelled_row(rank: int, hit: Hit, document: Document, table: Table) -> list[Candidate]:
    """Sentences of a question-and-answer or action row: its first cell says what it is about."""
    row = next(
        (row for row in table.rows if row.span.overlaps(hit.passage.span)),
        None,
    )
    if row is None or len(row.cells) < 2:
        return _sentences(rank, hit, document, hit.passage.span, hit.passage.context)
    text = document.text
    subject = row.cells[0].of(text)
    place = f"{hit.passage.context} {subject}"
    found = []
    for cell in row.cells[1:]:
        found += _sentences(rank, hit, document, cell, place, subject)
    if table.kind is TableKind.ACTIONS or not found:
        found += _sentences(rank, hit, document, row.cells[0], hit.passage.context)
    return found


def _table_rows(rank: int, hit: Hit, document: Document, index: int) -> list[Candidate]:
    table = document.tables[index]
    text = document.text
    notes = " ".join(note.of(text) for note in table.notes)
    place = all_stems(" ".join((table.caption, table.title, *table.columns, *table.section, notes)))
    place |= all_stems(told_each(table.columns))
    origin = _origin(hit)
    head = " ".join((table.caption, table.title, *table.columns))[:_BEFORE]
    above = all_stems(" ".join((*table.section[-1:], table.caption, *table.columns)))
    found: list[Candidate] = []
    for number, row in enumerate(table.rows):
        if not row.cells or not row.span.overlaps(hit.passage.span):
            continue
        if len(row.span.of(text).split()) > _LONGEST_ROW:
            for cell in row.cells:
                found += _sentences(
                    rank,
                    hit,
                    document,
                    cell,
                    hit.passage.context,
                    row.labels[0] if row.labels else "",
                )
            continue
        own = all_stems(
            " ".join((*row.labels, *(cell.of(text) for cell in row.cells), table.title))
        )
        found.append(
            Candidate(
                hit=hit,
                rank=rank,
                document=document,
                span=row.span,
                own=own,
                near=frozenset(),
                place=place,
                origin=origin,
                head=above,
                before=head,
                table=index,
                row=number,
            )
        )
    return found
