"""What an update writes to the catalogue. Only the holder of the writer's lock may call these."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from index.catalogue.codec import encode_metadata, encode_passage, encode_structure
from index.catalogue.connection import transaction
from ingest.document import Document, Metadata
from ingest.passage import Passage

# ruff: noqa: S608 - what is put into statements are this module's own names of tables and parts


def now() -> str:
    """The time, for the catalogue."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def undo_unfinished(connection: sqlite3.Connection) -> None:
    """Forget what an interrupted run staged beyond the visible generation.

    The versions that it read stay: they are named by their bytes, and save reading them again.
    """
    with transaction(connection):
        for table in ("entries", "passages"):
            beyond = "(SELECT visible FROM state)"
            connection.execute(f"DELETE FROM {table} WHERE added > {beyond}")
            connection.execute(f"UPDATE {table} SET retired = NULL WHERE retired > {beyond}")


def add_version(connection: sqlite3.Connection, document: Document, reading: str) -> int:
    """Store a version as it was read; the id of the one there is if it has been stored before."""
    with transaction(connection):
        connection.execute(
            "INSERT OR IGNORE INTO versions (sha256, reading, read_at, text, metadata, structure)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                document.sha256,
                reading,
                now(),
                document.text,
                encode_metadata(document.metadata),
                encode_structure(document),
            ),
        )
    found = connection.execute(
        "SELECT id FROM versions WHERE sha256 = ? AND reading = ?", (document.sha256, reading)
    ).fetchone()
    return int(found[0])


def retire_entry(connection: sqlite3.Connection, document: str, generation: int) -> None:
    """Let the live entry of `document` and its passages end with `generation`."""
    live = connection.execute(
        "SELECT version FROM entries WHERE document = ? AND retired IS NULL", (document,)
    ).fetchone()
    if live is None:
        return
    connection.execute(
        "UPDATE entries SET retired = ? WHERE document = ? AND retired IS NULL",
        (generation, document),
    )
    connection.execute(
        "UPDATE passages SET retired = ? WHERE version = ? AND retired IS NULL",
        (generation, live["version"]),
    )


def add_passages(
    connection: sqlite3.Connection, passages: Iterable[Passage], version: int, generation: int
) -> None:
    """Add passages to `generation`; one that is there unchanged, but retiring, simply stays."""
    for passage in passages:
        encoded = encode_passage(passage)
        kept = connection.execute(
            "UPDATE passages SET retired = NULL"
            " WHERE id = ? AND version = ? AND passage = ? AND retired = ?",
            (passage.id, version, encoded, generation),
        )
        if kept.rowcount == 0:
            connection.execute(
                "INSERT INTO passages"
                " (id, version, added, ordinal, windows, sentences, passage)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    passage.id,
                    version,
                    generation,
                    passage.ordinal,
                    len(passage.windows),
                    len(passage.sentences),
                    encoded,
                ),
            )


def add_entry(
    connection: sqlite3.Connection,
    *,
    document: str,
    version: int,
    generation: int,
    name: str,
    source: str,
    metadata: Metadata,
    cutting: str,
    pages: int,
    passages: int,
) -> None:
    """Make `version` what `document` is from `generation` on."""
    connection.execute(
        "INSERT OR IGNORE INTO documents (id, added) VALUES (?, ?)", (document, now())
    )
    connection.execute(
        "INSERT INTO entries"
        " (document, version, added, name, source, metadata, cutting, pages, passages)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document,
            version,
            generation,
            name,
            source,
            encode_metadata(metadata),
            cutting,
            pages,
            passages,
        ),
    )


def set_sources(
    connection: sqlite3.Connection,
    gone: Sequence[str],
    present: Sequence[tuple[str, str, str]],
) -> None:
    """Forget the paths in `gone`; remember those in `present` (path, document, sha256)."""
    connection.executemany("DELETE FROM sources WHERE path = ?", [(path,) for path in gone])
    connection.executemany(
        "INSERT INTO sources (path, document, sha256) VALUES (?, ?, ?)"
        " ON CONFLICT (path) DO UPDATE SET document = excluded.document, sha256 = excluded.sha256",
        present,
    )


def show_generation(
    connection: sqlite3.Connection, generation: int, recipe: str, documents: int, passages: int
) -> None:
    """Make `generation` the one that readers answer from. To be called within a transaction."""
    connection.execute(
        "INSERT INTO generations (number, made, recipe, documents, passages)"
        " VALUES (?, ?, ?, ?, ?)",
        (generation, now(), recipe, documents, passages),
    )
    connection.execute("UPDATE state SET visible = ?, purge = 0", (generation,))


def delete_document(connection: sqlite3.Connection, document: str, by: str, reason: str) -> None:
    """Remove every trace of a document, and keep its bytes from coming back.

    To be called within a transaction. Its words stay in the indexes, where no search shows them,
    until the next generation.
    """
    versions = "(SELECT version FROM entries WHERE document = ?)"
    connection.execute(
        "INSERT OR REPLACE INTO banned (sha256, at, by, reason)"
        f" SELECT DISTINCT sha256, ?, ?, ? FROM versions WHERE id IN {versions}",
        (now(), by, reason, document),
    )
    connection.execute(
        "DELETE FROM versions WHERE sha256 IN"
        f" (SELECT sha256 FROM versions WHERE id IN {versions})",
        (document,),
    )
    connection.execute("DELETE FROM documents WHERE id = ?", (document,))
    connection.execute("UPDATE state SET purge = 1, changes = changes + 1")
