"""The catalogue's tables, as numbered steps: a step is never edited once it has been released.

What is live at generation g was added at or before g and not retired at or before g. Structure
(blocks, tables, people) is stored whole, as JSON of the type that ingest puts out: it is always
read whole, and a field added to the type is stored without a new step.
"""

import sqlite3

from index.errors import LibraryTooNew

_FIRST = """
CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    visible INTEGER NOT NULL,   -- the generation that readers answer from
    changes INTEGER NOT NULL,   -- goes up with every change that takes effect at once
    purge INTEGER NOT NULL,     -- 1 while the indexes may hold words deleted for good
    library TEXT NOT NULL       -- names this library on a shared Chroma server
);
CREATE TABLE generations (
    number INTEGER PRIMARY KEY,
    made TEXT NOT NULL,
    recipe TEXT NOT NULL,
    documents INTEGER NOT NULL,
    passages INTEGER NOT NULL
);
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    added TEXT NOT NULL
);
CREATE TABLE versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: readers remember texts by it
    sha256 TEXT NOT NULL,
    reading TEXT NOT NULL,      -- the recipe and settings it was read with
    read_at TEXT NOT NULL,
    text TEXT NOT NULL,
    metadata TEXT NOT NULL,     -- as found in the file
    structure TEXT NOT NULL,
    UNIQUE (sha256, reading)
);
CREATE TABLE entries (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    added INTEGER NOT NULL,
    retired INTEGER,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    metadata TEXT NOT NULL,     -- as found, with the manifest's corrections
    cutting TEXT NOT NULL,      -- what its passages were cut with
    pages INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    PRIMARY KEY (document, added)
) WITHOUT ROWID;
CREATE INDEX entries_version ON entries (version);
CREATE TABLE passages (
    id TEXT NOT NULL,
    version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    added INTEGER NOT NULL,
    retired INTEGER,
    ordinal INTEGER NOT NULL,
    windows INTEGER NOT NULL,   -- how many vectors it has
    passage TEXT NOT NULL,
    PRIMARY KEY (id, added)
);
CREATE INDEX passages_version ON passages (version, ordinal);
CREATE INDEX passages_added ON passages (added);
CREATE INDEX passages_retired ON passages (retired) WHERE retired IS NOT NULL;
CREATE TABLE commitments (
    document TEXT NOT NULL,
    added INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    commitment TEXT NOT NULL,
    PRIMARY KEY (document, added, ordinal),
    FOREIGN KEY (document, added) REFERENCES entries (document, added) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE sources (
    path TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL
);
CREATE INDEX sources_document ON sources (document);
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT,
    reading TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT
);
CREATE INDEX ledger_path ON ledger (path);
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT,
    report TEXT
);
CREATE TABLE overrides (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (document, field)
);
CREATE TABLE banned (
    sha256 TEXT PRIMARY KEY,    -- bytes that were deleted for good and are not to come back
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE requests (
    id TEXT PRIMARY KEY,
    received TEXT NOT NULL,
    state TEXT NOT NULL,
    changed TEXT NOT NULL,
    request TEXT NOT NULL
);
CREATE TABLE answers (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    generation INTEGER NOT NULL,
    status TEXT NOT NULL,
    seconds REAL NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX answers_at ON answers (at);
INSERT INTO state VALUES (1, 0, 0, 0, lower(hex(randomblob(8))));
"""

_REVIEWS = """
CREATE TABLE commitment_reviews (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    key TEXT NOT NULL,          -- the commitment's own, see ingest.commitment
    text TEXT NOT NULL,         -- its words when it was reviewed
    verb TEXT NOT NULL,
    fields TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX commitment_reviews_document ON commitment_reviews (document);
"""

_REQUESTS = """
CREATE TABLE request_letters (  -- personal data: apart from the request, and deleted before it
    request TEXT PRIMARY KEY REFERENCES requests (id) ON DELETE CASCADE,
    letter TEXT NOT NULL,
    fingerprint TEXT NOT NULL,  -- sha256 of the letter
    requester TEXT NOT NULL
);
CREATE INDEX request_letters_fingerprint ON request_letters (fingerprint);
CREATE TABLE request_events (
    id INTEGER PRIMARY KEY,
    request TEXT NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX request_events_request ON request_events (request);
"""

_SENTENCES = """
ALTER TABLE passages ADD COLUMN sentences INTEGER NOT NULL DEFAULT 0;  -- each has a vector, too
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _REVIEWS, _REQUESTS, _SENTENCES)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the catalogue up to the newest step, each step in one transaction.

    Raises LibraryTooNew when it already holds steps that this program does not know.
    """
    done = _version(connection)
    if done == len(MIGRATIONS):
        return
    if done > len(MIGRATIONS):
        raise LibraryTooNew(
            f"The library has catalogue version {done}, this program knows {len(MIGRATIONS)}",
            "Use the newer program, or another data folder",
        )
    connection.execute("BEGIN EXCLUSIVE")
    try:
        # Another process may have migrated while this one waited for the lock.
        for number, script in enumerate(MIGRATIONS[_version(connection) :], start=done + 1):
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> list[str]:
    # Not executescript: it commits the open transaction before it begins.
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found
