"""What readers ask of the catalogue. Every question names the generation it is about."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from index.catalogue.codec import (
    decode_document,
    decode_metadata,
    decode_passage,
)
from index.results import DocumentRecord
from index.vectors import Grain
from ingest.document import Document
from ingest.passage import Passage

# ruff: noqa: S608 - only the condition LIVE and the columns of Grain are put into statements
LIVE = "{0}.added <= :generation AND ({0}.retired IS NULL OR {0}.retired > :generation)"


class State(NamedTuple):
    """What a reader must look at again when it differs from what it saw before."""

    visible: int
    changes: int


class Entry(NamedTuple):
    """A live document: its record, which version it is, and whether it has been withdrawn."""

    record: DocumentRecord
    version: int
    withdrawn: bool


class StoredPassage(NamedTuple):
    """A live passage and the version it was cut from."""

    passage: Passage
    version: int


def state(connection: sqlite3.Connection) -> State:
    """The visible generation and the count of changes made at once."""
    return State(*connection.execute("SELECT visible, changes FROM state").fetchone())


def library_name(connection: sqlite3.Connection) -> str:
    """The name that tells this library from others on a shared Chroma server."""
    return str(connection.execute("SELECT library FROM state").fetchone()[0])


def recipe(connection: sqlite3.Connection, generation: int) -> str | None:
    """The recipe that a generation was made with, as JSON; None if there is no such generation."""
    row = connection.execute(
        "SELECT recipe FROM generations WHERE number = ?", (generation,)
    ).fetchone()
    return None if row is None else str(row[0])


def overrides(connection: sqlite3.Connection) -> dict[str, dict[str, Any]]:
    """What people have set by hand: document id to field to value."""
    found: dict[str, dict[str, Any]] = {}
    for row in connection.execute("SELECT document, field, value FROM overrides"):
        found.setdefault(row["document"], {})[row["field"]] = json.loads(row["value"])
    return found


def entries(connection: sqlite3.Connection, generation: int) -> list[Entry]:
    """The documents live at `generation`, by name."""
    by_hand = overrides(connection)
    rows = connection.execute(
        "SELECT e.*, v.sha256, d.added AS first_added FROM entries e"
        " JOIN versions v ON v.id = e.version JOIN documents d ON d.id = e.document"
        f" WHERE {LIVE.format('e')} ORDER BY e.name, e.document",
        {"generation": generation},
    )
    return [_entry(row, by_hand.get(row["document"], {})) for row in rows]


def _entry(row: sqlite3.Row, by_hand: dict[str, Any]) -> Entry:
    fields = dict(by_hand)
    withdrawn = bool(fields.pop("withdrawn", False))
    record = DocumentRecord(
        id=row["document"],
        name=row["name"],
        sha256=row["sha256"],
        metadata=decode_metadata(row["metadata"], fields),
        page_count=row["pages"],
        passage_count=row["passages"],
        source=row["source"],
        added=datetime.fromisoformat(row["first_added"]),
    )
    return Entry(record, row["version"], withdrawn)


def document(connection: sqlite3.Connection, entry: Entry) -> Document:
    """The whole document of a live entry."""
    row = connection.execute(
        "SELECT text, structure FROM versions WHERE id = ?", (entry.version,)
    ).fetchone()
    record = entry.record
    return decode_document(row["structure"], row["text"], record.name, record.metadata)


def text(connection: sqlite3.Connection, version: int) -> str:
    """The stored text of a version."""
    row = connection.execute("SELECT text FROM versions WHERE id = ?", (version,)).fetchone()
    return str(row[0])


def passages_of(
    connection: sqlite3.Connection, version: int, generation: int
) -> tuple[Passage, ...]:
    """The live passages of one version, in reading order."""
    rows = connection.execute(
        f"SELECT passage FROM passages p WHERE version = :version AND {LIVE.format('p')}"
        " ORDER BY ordinal",
        {"version": version, "generation": generation},
    )
    return tuple(decode_passage(row[0]) for row in rows)


def live_versions(
    connection: sqlite3.Connection, ids: Sequence[str], generation: int
) -> dict[str, int]:
    """Those of the passages `ids` that are live at `generation`, with their version."""
    rows = connection.execute(
        "SELECT id, version FROM passages p"
        f" WHERE id IN (SELECT value FROM json_each(:ids)) AND {LIVE.format('p')}",
        {"ids": json.dumps(list(ids)), "generation": generation},
    )
    return {row["id"]: row["version"] for row in rows}


def passages(
    connection: sqlite3.Connection, ids: Sequence[str], generation: int
) -> dict[str, StoredPassage]:
    """Those of the passages `ids` that are live at `generation`, by id."""
    rows = connection.execute(
        "SELECT id, version, passage FROM passages p"
        f" WHERE id IN (SELECT value FROM json_each(:ids)) AND {LIVE.format('p')}",
        {"ids": json.dumps(list(ids)), "generation": generation},
    )
    return {
        row["id"]: StoredPassage(decode_passage(row["passage"]), row["version"]) for row in rows
    }


def counts_of(
    connection: sqlite3.Connection, versions: Sequence[int], generation: int, grain: Grain
) -> list[tuple[str, int]]:
    """The live passages of `versions`, each with the number of its vectors of this grain."""
    rows = connection.execute(
        f"SELECT id, {grain} FROM passages p"
        " WHERE version IN (SELECT value FROM json_each(:versions))"
        f" AND {LIVE.format('p')}",
        {"versions": json.dumps(list(versions)), "generation": generation},
    )
    return [(row[0], row[1]) for row in rows]
