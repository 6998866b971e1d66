"""What a document is, whatever format it came in.

`Document.text` is the *stored text*: one string in reading order, with markup removed and the
words untouched. Everything else (pages, blocks, tables, passages, quotes) is a span into it, so
that a quotation can always be checked against it, character by character.
"""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of characters in a document's stored text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words this span covers."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class FileFormat(StrEnum):
    """How the bytes of a document are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    WORD = "word"


class BlockKind(StrEnum):
    """The structural kinds of a block."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"


class TableKind(StrEnum):
    """What the rows of a table are."""

    DATA = "data"  # row labels by column labels
    QUESTIONS = "questions"  # question | answer
    ACTIONS = "actions"  # action | update
    PEOPLE = "people"  # attendance or membership
    OTHER = "other"  # laid out as a table, but not one to read cells from


class DocumentKind(StrEnum):
    """What is published, by the Specified Information Order 2011 and by custom."""

    MEETING_MINUTES = "meeting_minutes"
    MEETING_PAPERS = "meeting_papers"
    PANEL_PACK = "panel_pack"
    PANEL_MINUTES = "panel_minutes"
    ANNUAL_REPORT = "annual_report"
    POLICE_AND_CRIME_PLAN = "police_and_crime_plan"
    DELIVERY_UPDATE = "delivery_update"
    DECISION_NOTICE = "decision_notice"
    BUDGET_REPORT = "budget_report"
    PRECEPT_CONSULTATION = "precept_consultation"
    SPENDING = "spending"
    REGISTER = "register"
    FOI_RESPONSE = "foi_response"
    DISCLOSURE_LOG = "disclosure_log"
    PUBLICATION_SCHEME = "publication_scheme"
    COMPLAINTS_REPORT = "complaints_report"
    INSPECTORATE_RESPONSE = "inspectorate_response"
    CUSTODY_VISITING_REPORT = "custody_visiting_report"
    AUDIT_PAPERS = "audit_papers"
    STATEMENT_OF_ACCOUNTS = "statement_of_accounts"
    RISK_REGISTER = "risk_register"
    POLICY = "policy"
    CONSULTATION_REPORT = "consultation_report"
    PRESS_RELEASE = "press_release"
    EQUALITY_UPDATE = "equality_update"
    OTHER = "other"


class Body(StrEnum):
    """Who published a document."""

    OFFICE = "office"
    FORCE = "force"
    PANEL = "panel"
    INSPECTORATE = "inspectorate"
    OTHER = "other"


class Sensitivity(StrEnum):
    """Who may see a document. Only PUBLIC ones reach the public page."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"


@dataclass(frozen=True, slots=True)
class Page:
    """A physical page of a paged file. `number` is 1-based; `label` is what is printed on it."""

    number: int
    label: str | None = None


class PageRun(NamedTuple):
    """From offset `start` of the stored text on, the words stand on `page`, until the next run."""

    start: int
    page: int


@dataclass(frozen=True, slots=True)
class Block:
    """A structural unit in reading order.

    `section` is the path of headings above it, outermost first; for a heading, its parents.
    `level` is the depth of a heading (1 outermost) or of a list item (1 outermost), else 0.
    `label` is the printed number of a paragraph, heading or item ("7.28", "(a)", "2)").
    `table` is the place in `Document.tables` of a block of kind TABLE.
    """

    kind: BlockKind
    span: Span
    section: tuple[str, ...] = ()
    level: int = 0
    label: str | None = None
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the span of each cell in column order.

    `labels` are the row's leading label cells read as a person would: a first cell left blank is
    filled from the row above ("Domestic Abuse", "Solved").
    """

    cells: tuple[Span, ...]
    labels: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """From the first cell to the last."""
        return Span(self.cells[0].start, self.cells[-1].end)


@dataclass(frozen=True, slots=True)
class Table:
    """A table over all the pages it runs on, its repeated header rows dropped.

    `caption` is its printed title ("Table 7: Call handling") or the nearest heading; `title` is
    what its own header names it by ("BROADLAND" in a district table), if anything. `notes` are the
    spans of sentences above and below that define its periods, units or gaps.
    `columns` are the column labels as read from the header rows, one per column, "" where none.
    `label_columns` is how many leading columns are row labels.
    """

    kind: TableKind
    span: Span
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    header: tuple[Row, ...] = ()
    caption: str = ""
    title: str = ""
    notes: tuple[Span, ...] = ()
    section: tuple[str, ...] = ()
    label_columns: int = 1


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form that the document itself explains: "Killed or Seriously Injured (KSI)"."""

    short: str
    long: str
    span: Span


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody listed as present, sending apologies, or named with a role."""

    name: str
    role: str
    body: str
    presence: str  # "present", "apologies", "member", "substitute"
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """How a metadata field was found and how sure it is (0 to 1)."""

    field: str
    source: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document. None is unknown: wrong is worse than unknown."""

    title: str
    kind: DocumentKind = DocumentKind.OTHER
    body: Body = Body.OTHER
    date: datetime.date | None = None
    period_start: datetime.date | None = None
    period_end: datetime.date | None = None
    meeting_date: datetime.date | None = None
    plan: str | None = None
    supersedes: str | None = None
    state: str | None = None
    url: str | None = None
    sensitivity: Sensitivity = Sensitivity.PUBLIC
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a published item, read and structured.

    `name` is the file's name without its ending; `sha256` names the version.
    """

    name: str
    sha256: str
    format: FileFormat
    text: str
    metadata: Metadata
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    pages: tuple[Page, ...] = ()
    page_runs: tuple[PageRun, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    people: tuple[Person, ...] = ()
    problems: tuple[str, ...] = field(default=())

    def page_at(self, offset: int) -> int | None:
        """The physical page that the character at `offset` stands on; None if unpaged."""
        page: int | None = None
        for run in self.page_runs:
            if run.start > offset:
                break
            page = run.page
        return page
