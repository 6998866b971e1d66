"""What readers ask of the catalogue. Every question names the generation it is about."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from index.catalogue.codec import (
    decode_acronyms,
    decode_document,
    decode_metadata,
    decode_passage,
)
from index.results import DocumentRecord
from ingest.document import Acronym, Document, Metadata
from ingest.passage import Passage

_LIVE = "{0}.added <= :generation AND ({0}.retired IS NULL OR {0}.retired > :generation)"


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


def is_purge_due(connection: sqlite3.Connection) -> bool:
    """Whether the indexes may still hold words of a document deleted for good."""
    return bool(connection.execute("SELECT purge FROM state").fetchone()[0])


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
        f" WHERE {_LIVE.format('e')} ORDER BY e.name, e.document",
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
        f"SELECT passage FROM passages p WHERE version = :version AND {_LIVE.format('p')}"
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
        f" WHERE id IN (SELECT value FROM json_each(:ids)) AND {_LIVE.format('p')}",
        {"ids": json.dumps(list(ids)), "generation": generation},
    )
    return {row["id"]: row["version"] for row in rows}


def passages(
    connection: sqlite3.Connection, ids: Sequence[str], generation: int
) -> dict[str, StoredPassage]:
    """Those of the passages `ids` that are live at `generation`, by id."""
    rows = connection.execute(
        "SELECT id, version, passage FROM passages p"
        f" WHERE id IN (SELECT value FROM json_each(:ids)) AND {_LIVE.format('p')}",
        {"ids": json.dumps(list(ids)), "generation": generation},
    )
    return {
        row["id"]: StoredPassage(decode_passage(row["passage"]), row["version"]) for row in rows
    }


def all_passages(connection: sqlite3.Connection, generation: int) -> Iterator[StoredPassage]:
    """Every live passage, document by document in reading order."""
    rows = connection.execute(
        f"SELECT version, passage FROM passages p WHERE {_LIVE.format('p')}"
        " ORDER BY version, ordinal",
        {"generation": generation},
    )
    for row in rows:
        yield StoredPassage(decode_passage(row["passage"]), row["version"])


def windows_of(
    connection: sqlite3.Connection, versions: Sequence[int], generation: int
) -> list[tuple[str, int]]:
    """The live passages of `versions`, each with the number of its windows."""
    rows = connection.execute(
        "SELECT id, windows FROM passages p"
        " WHERE version IN (SELECT value FROM json_each(:versions))"
        f" AND {_LIVE.format('p')}",
        {"versions": json.dumps(list(versions)), "generation": generation},
    )
    return [(row[0], row[1]) for row in rows]


class Changes(NamedTuple):
    """What a generation does to the one before it."""

    added: list[StoredPassage]
    retired: list[StoredPassage]


def changes(connection: sqlite3.Connection, generation: int) -> Changes:
    """The passages that `generation` adds, and those that it retires."""
    found = [
        connection.execute(
            f"SELECT version, passage FROM passages WHERE {column} = ? ORDER BY version, ordinal",  # noqa: S608 - one of two names
            (generation,),
        ).fetchall()
        for column in ("added", "retired")
    ]
    added, retired = (
        [StoredPassage(decode_passage(row["passage"]), row["version"]) for row in rows]
        for rows in found
    )
    return Changes(added, retired)


def is_changed(connection: sqlite3.Connection, generation: int) -> bool:
    """Whether anything has been staged for `generation`."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM entries WHERE added = :g OR retired = :g)",
        {"g": generation},
    ).fetchone()
    return bool(row[0])


def passage_text(connection: sqlite3.Connection, stored: StoredPassage) -> str:
    """The words of a passage, cut from the stored text."""
    start, end = stored.passage.span
    row = connection.execute(
        "SELECT substr(text, ?, ?) FROM versions WHERE id = ?",
        (start + 1, end - start, stored.version),
    ).fetchone()
    return str(row[0])


def acronyms(connection: sqlite3.Connection, generation: int) -> list[list[Acronym]]:
    """The acronyms that each live document explains."""
    rows = connection.execute(
        "SELECT structure -> '$.acronyms' FROM versions v JOIN entries e ON e.version = v.id"
        f" WHERE {_LIVE.format('e')} ORDER BY e.name, e.document",
        {"generation": generation},
    )
    return [decode_acronyms(row[0]) for row in rows]


class LiveEntry(NamedTuple):
    """A live document as an update compares it."""

    document: str
    version: int
    sha256: str
    name: str
    source: str
    metadata: Metadata
    cutting: str


def live_entries(connection: sqlite3.Connection, generation: int) -> dict[str, LiveEntry]:
    """The documents live at `generation`, withdrawn ones too, by id."""
    rows = connection.execute(
        "SELECT e.document, e.version, v.sha256, e.name, e.source, e.metadata, e.cutting"
        f" FROM entries e JOIN versions v ON v.id = e.version WHERE {_LIVE.format('e')}",
        {"generation": generation},
    )
    return {
        row["document"]: LiveEntry(**{**row, "metadata": decode_metadata(row["metadata"])})
        for row in rows
    }


def version_of(connection: sqlite3.Connection, sha256: str, reading: str) -> int | None:
    """The version that bytes were stored as when read so; None if they have not been."""
    row = connection.execute(
        "SELECT id FROM versions WHERE sha256 = ? AND reading = ?", (sha256, reading)
    ).fetchone()
    return None if row is None else int(row[0])


def version(connection: sqlite3.Connection, number: int) -> Document:
    """A version as it was read, without a name."""
    row = connection.execute(
        "SELECT text, metadata, structure FROM versions WHERE id = ?", (number,)
    ).fetchone()
    return decode_document(row["structure"], row["text"], "", decode_metadata(row["metadata"]))


def length_of(connection: sqlite3.Connection, number: int) -> int:
    """How many characters the stored text of a version has."""
    row = connection.execute("SELECT length(text) FROM versions WHERE id = ?", (number,)).fetchone()
    return int(row[0])


def sha256_of(connection: sqlite3.Connection, number: int) -> str:
    """The bytes that a version was read from, by their hash."""
    row = connection.execute("SELECT sha256 FROM versions WHERE id = ?", (number,)).fetchone()
    return str(row[0])


def hashes_of(connection: sqlite3.Connection, document: str) -> list[str]:
    """Every version that a document has had, by its hash."""
    rows = connection.execute(
        "SELECT DISTINCT sha256 FROM versions v JOIN entries e ON e.version = v.id"
        " WHERE e.document = ?",
        (document,),
    )
    return [row[0] for row in rows]


def found_metadata(connection: sqlite3.Connection, number: int) -> Metadata:
    """The metadata of a version as found in the file."""
    row = connection.execute("SELECT metadata FROM versions WHERE id = ?", (number,)).fetchone()
    return decode_metadata(row[0])


def sources(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """The paths that the library knows: path, document, sha256 of what it held."""
    rows = connection.execute("SELECT path, document, sha256 FROM sources ORDER BY path")
    return [(row[0], row[1], row[2]) for row in rows]


def passages_changed(connection: sqlite3.Connection, generation: int) -> tuple[int, int]:
    """How many passages `generation` adds, and how many it retires."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM passages WHERE added = :g),"
        " (SELECT count(*) FROM passages WHERE retired = :g)",
        {"g": generation},
    ).fetchone()
    return int(row[0]), int(row[1])


def ban(connection: sqlite3.Connection, sha256: str) -> str | None:
    """Why bytes are not to come back into the library; None if they may."""
    row = connection.execute("SELECT reason FROM banned WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else str(row[0])
