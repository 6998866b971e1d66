"""The commitments register as a terminal shows it."""

import json
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import typer

from assistant.commitments.difference import Change, Difference, differences
from assistant.commitments.export.rows import Stamp, contract_rows
from assistant.commitments.missing import MissingActions
from assistant.commitments.register import Register, load_register
from assistant.commitments.select import Filter, select
from assistant.commitments.thread import Standing, Thread
from assistant.commitments.wording import day, joined, name_of, silence
from index.library import Library
from ingest.commitment import CommitmentKind
from ingest.document import Sensitivity
from ui.commands.opening import settings_for

_WIDTH = 88


def open_register(config: Path | None, data_dir: Path | None) -> Register:
    """The register of the whole library, internal documents included. Raises LibraryError."""
    with Library.open(settings_for(config, data_dir).index) as library:
        return load_register(library, frozenset(Sensitivity))


def kind_named(name: str) -> CommitmentKind | None:
    """The kind of that name; None for "". Raises typer.BadParameter."""
    if not name:
        return None
    try:
        return CommitmentKind(name.lower())
    except ValueError:
        known = ", ".join(kind.value for kind in CommitmentKind)
        raise typer.BadParameter(f"'{name}' is not one of {known}") from None


def print_threads(register: Register, wanted: Filter, *, as_json: bool) -> None:
    """One line for each thread, and what is missing between the minutes."""
    threads = select(register, wanted)
    if as_json:
        typer.echo(json.dumps(list(contract_rows(threads)), ensure_ascii=False, indent=2))
        return
    for thread in threads:
        typer.echo(_line(thread))
    typer.echo(f"{len(threads)} of {len(register.threads)} commitments.")
    for gap in register.missing:
        typer.echo(_missing(gap))


def _line(thread: Thread) -> str:
    raised = thread.raised.isoformat() if thread.raised else " " * 10
    how = thread.standing.value
    if thread.closed_without_outcome:
        how = "closed without outcome"
    text = thread.last.commitment.text
    owner = "" if text.startswith(thread.owner) else f"{thread.owner}: "
    words = " ".join(f"{owner}{text}".split())
    head = f"{name_of(thread):<14} {raised}  {how:<22}  "
    return head + textwrap.shorten(words, max(24, 140 - len(head)), placeholder=" …")


def _missing(gap: MissingActions) -> str:
    numbers = f"Action {gap.first}" if gap.first == gap.last else f"Actions {gap.first}-{gap.last}"
    held = f"; minutes not here: {joined([day(each) for each in gap.absent])}" if gap.absent else ""
    return f"{numbers} not in these documents ({gap.series}){held}."


def print_timelines(register: Register, name: str) -> None:
    """Every thread of that number or id. Raises typer.BadParameter when there is none."""
    found = [thread for thread in register.threads if name in {thread.action, thread.id}]
    if not found:
        holding = register.thread(name)
        found = [holding] if holding else []
    if not found:
        raise typer.BadParameter(f"there is no commitment '{name}'; see 'pcc commitments list'")
    typer.echo("\n\n".join("\n".join(_timeline(register, thread)) for thread in found))


def _timeline(register: Register, thread: Thread) -> Iterator[str]:
    yield f"{name_of(thread)}: {thread.standing.value}   [{thread.id}]"
    for item in thread.items:
        commitment = item.commitment
        place = f"{item.document.metadata.title}, {commitment.locator}"
        yield f"  {day(item.day)} ({commitment.kind.value}, {commitment.status.value}) {place}"
        yield from _quoted(commitment.text)
        for update in commitment.updates:
            yield from _quoted(update.text)
        if commitment.due:
            until = f" (until {day(commitment.due.end)})" if commitment.due.end else ""
            yield f"    Due: {commitment.due.words}{until}"
        for review in item.reviews:
            yield f"    {review.what} by {review.by} on {day(review.at.date())}"
    for child in thread.children:
        begun = register.thread(child)
        if begun is not None:
            yield f"  Promised in its update: [{begun.id}]"
            yield from _quoted(begun.last.commitment.text)
    if thread.standing is Standing.NO_LATER_RECORD:
        yield f"  {silence(thread)}"


def _quoted(words: str) -> list[str]:
    return textwrap.wrap(
        f"“{' '.join(words.split())}”", _WIDTH, initial_indent="    ", subsequent_indent="    "
    )


def print_differences(register: Register, meeting: date | None) -> None:
    """What the meeting, or each series' newest, changed."""
    found = differences(register, meeting)
    if not found:
        typer.echo("No minutes of that meeting are in the library.")
    for difference in found:
        typer.echo("\n".join(_difference(difference)))


def _difference(difference: Difference) -> Iterator[str]:
    before = f" against {day(difference.before)}" if difference.before else ""
    yield f"{difference.series}: {day(difference.after)}{before}"
    if difference.absent:
        yield f"  Minutes between them not here: {joined([day(d) for d in difference.absent])}"
    groups: tuple[tuple[str, tuple[Change, ...]], ...] = (
        ("Closed", difference.closed),
        ("Changed", difference.changed),
        ("Unchanged", difference.same),
    )
    for heading, changes in groups:
        for change in changes:
            what = f" ({', '.join(change.what)})" if heading == "Changed" else ""
            yield f"  {heading}: {_line(change.thread)}{what}"
    for thread in difference.new:
        yield f"  New: {_line(thread)}"
    for thread in difference.dropped:
        yield f"  Dropped: {_line(thread)}"


def written(
    register: Register, form: str, as_at: date | None, wanted: Filter | None = None
) -> bytes:
    """The register, or what a filter lets through, in the form asked for."""
    from assistant.commitments import export

    threads = select(register, wanted) if wanted else register.threads
    stamp = Stamp(as_at or date.today(), register.moment[0])
    match form:
        case "csv":
            return export.to_csv(threads, stamp).encode("utf-8-sig")
        case "xlsx":
            return export.to_xlsx(threads, stamp)
        case "docx":
            return export.to_docx(threads, stamp)
        case "ics":
            return export.to_icalendar(threads, stamp)
    return export.to_json(threads).encode()
