"""What an update or a check asks of the catalogue."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from index.catalogue.codec import decode_acronyms, decode_document, decode_metadata, decode_passage
from index.catalogue.reading import LIVE, StoredPassage
from ingest.document import Acronym, Document, Metadata

# ruff: noqa: S608 - the only things put into a statement are the condition LIVE and column names


def is_purge_due(connection: sqlite3.Connection) -> bool:
    """Whether the indexes may still hold words of a document deleted for good."""
    return bool(connection.execute("SELECT purge FROM state").fetchone()[0])


def all_passages(connection: sqlite3.Connection, generation: int) -> Iterator[StoredPassage]:
    """Every live passage, document by document in reading order."""
    rows = connection.execute(
        f"SELECT version, passage FROM passages p WHERE {LIVE.format('p')}"
        " ORDER BY version, ordinal",
        {"generation": generation},
    )
    for row in rows:
        yield StoredPassage(decode_passage(row["passage"]), row["version"])


class Changes(NamedTuple):
    """What a generation does to the one before it."""

    added: list[StoredPassage]
    retired: list[StoredPassage]


def changes(connection: sqlite3.Connection, generation: int) -> Changes:
    """The passages that `generation` adds, and those that it retires."""
    found = [
        connection.execute(
            f"SELECT version, passage FROM passages WHERE {column} = ? ORDER BY version, ordinal",
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
        f" WHERE {LIVE.format('e')} ORDER BY e.name, e.document",
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

    def is_as(self, version: int, name: str, source: str, cutting: str) -> bool:
        """Whether it is so already."""
        return (self.version, self.name, self.source, self.cutting) == (
            version,
            name,
            source,
            cutting,
        )


def live_entries(connection: sqlite3.Connection, generation: int) -> dict[str, LiveEntry]:
    """The documents live at `generation`, withdrawn ones too, by id."""
    rows = connection.execute(
        "SELECT e.document, e.version, v.sha256, e.name, e.source, e.metadata, e.cutting"
        f" FROM entries e JOIN versions v ON v.id = e.version WHERE {LIVE.format('e')}",
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


def latest_metadata(connection: sqlite3.Connection, document: str) -> Metadata | None:
    """What was found of a document, live or retired, when last read; None if there is none."""
    row = connection.execute(
        "SELECT metadata FROM entries WHERE document = ? ORDER BY added DESC LIMIT 1", (document,)
    ).fetchone()
    return None if row is None else decode_metadata(row[0])


def every_hash(connection: sqlite3.Connection) -> set[str]:
    """The bytes that some version was read from, by their hash."""
    return {row[0] for row in connection.execute("SELECT sha256 FROM versions")}


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


class Past(NamedTuple):
    """A retired document as it was last."""

    document: str
    sha256: str
    source: str


def past_entries(connection: sqlite3.Connection, generation: int) -> list[Past]:
    """The documents that were live once and are not at `generation`, the latest retired first."""
    rows = connection.execute(
        "SELECT e.document, v.sha256, e.source, max(e.retired) AS retired"
        " FROM entries e JOIN versions v ON v.id = e.version"
        " WHERE e.document NOT IN (SELECT document FROM entries l"
        f" WHERE {LIVE.format('l')}) GROUP BY e.document ORDER BY retired DESC, e.document",
        {"generation": generation},
    )
    return [Past(row["document"], row["sha256"], row["source"]) for row in rows]


def ban(connection: sqlite3.Connection, sha256: str) -> str | None:
    """Why bytes are not to come back into the library; None if they may."""
    row = connection.execute("SELECT reason FROM banned WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else str(row[0])
