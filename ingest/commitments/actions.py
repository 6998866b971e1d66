"""Actions: the rows of a document's actions tables, exactly as written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ingest.commitment import Commitment, CommitmentKind, CommitmentStatus, Due
from ingest.commitments.columns import Columns, read_columns
from ingest.commitments.context import Context
from ingest.commitments.due import find_due
from ingest.commitments.owners import role_and_body
from ingest.commitments.progress import Progress, read_progress, read_status_cell
from ingest.commitments.wording import Wording, clean_id, read_wording
from ingest.dates import find_dates, first_day
from ingest.document import Row, Span, TableKind


def find_actions(context: Context) -> Iterator[Commitment]:
    """Every row of every actions table that holds a task, in order, keys yet to be given."""
    for table in context.document.tables:
        if table.kind is not TableKind.ACTIONS:
            continue
        columns = read_columns(table.columns)
        if columns is None:
            continue
        for row in table.rows:
            found = _read_row(context, columns, row)
            if found is not None:
                yield found


def _read_row(context: Context, columns: Columns, row: Row) -> Commitment | None:
    text = context.document.text
    task = _cell(row, columns.task)
    if task is None or not task.of(text).strip():
        return None
    wording = read_wording(text, task)
    if not wording.span.of(text).strip():
        return None
    progress = _progress(text, columns, row)
    action = wording.action or _column_id(text, row, columns.id)
    in_column = _words(text, row, columns.owner)
    owner = in_column or wording.owner
    role, body = role_and_body(owner, context.document.people)
    return Commitment(
        key="",
        kind=CommitmentKind.ACTION,
        text=wording.span.of(text).strip(),
        span=wording.span,
        quotes=_quotes(task, progress, row, columns),
        locator=context.places.locator(
            task.start, f"Action {action}" if action else "actions table"
        ),
        page=context.places.page_at(task.start),
        action=action,
        raised=_raised(context, columns, row, wording, progress),
        owner=owner,
        owner_span=_plain(text, _cell(row, columns.owner)) if in_column else None,
        role=role,
        body=body,
        topic=context.places.topic_of_action(action, task.start),
        due=_due(context, columns, row, wording),
        status=progress.status,
        status_words=progress.words,
        updates=progress.updates,
        meetings=context.meetings,
        found_by="row of an actions table",
    )


def _cell(row: Row, place: int | None) -> Span | None:
    return row.cells[place] if place is not None and place < len(row.cells) else None


def _words(text: str, row: Row, place: int | None) -> str:
    cell = _cell(row, place)
    return " ".join(cell.of(text).split()) if cell is not None else ""


def _plain(text: str, cell: Span | None) -> Span | None:
    """Where the words of a cell stand, if on one line: only then do they stand as they are told."""
    words = cell.of(text).strip() if cell is not None else ""
    if cell is None or not words or " ".join(words.split()) != words:
        return None
    start = cell.start + cell.of(text).index(words)
    return Span(start, start + len(words))


def _column_id(text: str, row: Row, place: int | None) -> str | None:
    words = _words(text, row, place)
    return clean_id(words) if words else None


def _progress(text: str, columns: Columns, row: Row) -> Progress:
    """The update column's progress, its status set by the status column where there is one."""
    update = _cell(row, columns.update)
    progress = (
        read_progress(text, update)
        if update is not None
        else Progress((), CommitmentStatus.UNKNOWN)
    )
    status = _cell(row, columns.status)
    if status is None or not status.of(text).strip():
        return progress
    stated = read_status_cell(text, status)
    if stated.status is CommitmentStatus.UNKNOWN and progress.words:
        return progress
    return replace(progress, status=stated.status, words=stated.words, span=stated.span)


def _raised(
    context: Context, columns: Columns, row: Row, wording: Wording, progress: Progress
) -> date | None:
    """In brackets after the id, in a column of its own, in "New action (8 October 2024)"; a new
    action without any is raised at the meeting itself."""
    in_column = first_day(_words(context.document.text, row, columns.raised))
    raised = wording.raised or in_column
    if raised is None and progress.status is CommitmentStatus.NEW:
        raised = first_day(progress.words) or context.document.metadata.meeting_date
    return raised


def _due(context: Context, columns: Columns, row: Row, wording: Wording) -> Due | None:
    text = context.document.text
    words = _words(text, row, columns.due)
    if words:
        found = find_due(f"by {words}", context.said, context.following)
        periods = find_dates(words)
        span = _plain(text, _cell(row, columns.due))
        if periods:
            return Due(words, periods[0].start, periods[0].end, span)
        return Due(words, *((found.start, found.end) if found else (None, None)), span)
    return find_due(wording.span.of(text), context.said, context.following)


def _quotes(task: Span, progress: Progress, row: Row, columns: Columns) -> tuple[Span, ...]:
    """The task and the whole update, or the status where there is no update column."""
    update = _cell(row, columns.update)
    proofs = [task, update if update is not None and update.end > update.start else progress.span]
    if columns.status is not None and progress.span is not None and progress.span not in proofs:
        proofs.append(progress.span)
    return tuple(span for span in proofs if span is not None)
