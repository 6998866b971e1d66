"""Give drafts what makes them passages: number, id, context, windows, locator, page."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from ingest.document import Document, Span
from ingest.passage import Passage, PassageKind
from ingest.passages.draft import Draft
from ingest.passages.identity import passage_id
from ingest.passages.locator import locator_of
from ingest.passages.requests import questions_by_heading
from ingest.passages.sentences import sentences_of
from ingest.passages.windows import windows_of

_ASKED_WORDS = 20
_PATH_PARTS = 2
_ROWS = (PassageKind.QUESTION, PassageKind.ACTION)


def finished(document: Document, drafts: Iterable[Draft]) -> Iterator[Passage]:
    """The passages of a document's drafts, in order."""
    asked = questions_by_heading(document)
    for ordinal, draft in enumerate(drafts):
        question = next((asked[part] for part in reversed(draft.section) if part in asked), "")
        context = _context(document, draft, question)
        windows = _windows(document, draft, question)
        yield Passage(
            id=passage_id(document.sha256, draft.kind, draft.span, context, windows),
            sha256=document.sha256,
            ordinal=ordinal,
            kind=draft.kind,
            span=draft.span,
            section=draft.section,
            locator=locator_of(document, draft),
            context=context,
            windows=windows,
            sentences=sentences_of(*_body(document, draft)),
            page=document.page_at(draft.span.start),
            table=draft.table,
            row=draft.row,
        )


def _context(document: Document, draft: Draft, question: str) -> str:
    """ "title | date | section path | caption | columns | notes", what there is of it."""
    metadata = document.metadata
    date = metadata.date or metadata.meeting_date
    path = " > ".join(draft.section)
    parts = (metadata.title, date.isoformat() if date else "", path, question, *draft.about)
    return _joined(*parts)


def _windows(document: Document, draft: Draft, question: str) -> tuple[str, ...]:
    """Windows whose context does not say again what the passage itself begins with."""
    asked = " ".join(question.split()[:_ASKED_WORDS])
    path = draft.section[-_PATH_PARTS:]
    over = draft.section[: len(draft.section) - draft.headed][-_PATH_PARTS:]
    first = _joined(*over, asked, draft.lead)
    again = draft.again if draft.kind in _ROWS else _joined(*path[-1:], asked, draft.again)
    return windows_of(*_body(document, draft), first, again)


def _body(document: Document, draft: Draft) -> tuple[str, tuple[Span, ...]]:
    """The text to embed and its parts: the document's own, or lines that say more."""
    return _laid_out(draft.lines) if draft.lines else (document.text, draft.parts)


def _laid_out(lines: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """Lines written under each other, and where each of them stands."""
    ends = list(accumulate(len(line) + 1 for line in lines))
    spans = (Span(end - 1 - len(line), end - 1) for line, end in zip(lines, ends, strict=True))
    return "\n".join(lines), tuple(spans)


def _joined(*parts: str) -> str:
    return " | ".join(dict.fromkeys(part for part in parts if part))
