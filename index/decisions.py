"""What people decide about a document: who may see it, whether it answers, what it is.

A decision takes effect at the next search, and stays through every later reading of the document.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from index.catalogue import comparing, writing
from index.catalogue.connection import connect, transaction
from index.errors import DecisionRefused, LibraryMissing, UnknownDocument
from index.progress import OnProgress, ignore
from index.renew import Renewal
from index.settings import IndexSettings
from index.writer_lock import writer_lock
from ingest.document import Metadata, Sensitivity

_METADATA: TypeAdapter[Metadata] = TypeAdapter(Metadata)
_SETTABLE = frozenset(field.name for field in fields(Metadata)) - {"findings"}
_WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Decision:
    """One field of a document as somebody set it. `value` is JSON."""

    document: str
    field: str
    value: str
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decider:
    """Somebody, named for the record, who decides about documents and says why.

    Documents that have been retired can be decided about too: it holds when they come back.
    """

    settings: IndexSettings
    by: str

    def set_metadata(self, document: str, values: Mapping[str, object], reason: str) -> None:
        """Set metadata fields by hand; None makes a field unknown. Values may be JSON's types.

        Raises UnknownDocument, and DecisionRefused for a field or value that cannot be.
        """
        with self._catalogue(document) as catalogue:
            stored = json.loads(_METADATA.dump_json(self._checked(document, values, catalogue)))
            for name in values:
                self._write(catalogue, document, name, stored[name], reason)

    def set_sensitivity(self, document: str, sensitivity: Sensitivity, reason: str) -> None:
        """Say who may see a document. Raises UnknownDocument."""
        self.set_metadata(document, {"sensitivity": sensitivity}, reason)

    def withdraw(self, document: str, reason: str) -> None:
        """Keep a document, but let nothing be answered from it. Raises UnknownDocument."""
        with self._catalogue(document) as catalogue:
            self._write(catalogue, document, _WITHDRAWN, True, reason)

    def undo(self, document: str, field: str) -> None:
        """Go back to what was found in the file; of "withdrawn", let the document answer again."""
        with self._catalogue(document) as catalogue:
            catalogue.execute(
                "DELETE FROM overrides WHERE document = ? AND field = ?", (document, field)
            )

    def delete(self, document: str, reason: str, progress: OnProgress = ignore) -> None:
        """Remove a document for good, from the files kept and the indexes too.

        The same bytes are not read again. Raises UnknownDocument, LibraryBusy.
        """
        with writer_lock(self.settings):
            with self._catalogue(document) as catalogue:
                writing.delete_document(catalogue, document, self.by, reason)
            with closing(connect(self.settings.catalogue_path)) as catalogue:
                writing.undo_unfinished(catalogue)
                Renewal.next(self.settings, catalogue, progress).run()
                # The log may hold the words as well, until it is folded into the file.
                catalogue.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _checked(
        self, document: str, values: Mapping[str, object], catalogue: sqlite3.Connection
    ) -> Metadata:
        unknown = sorted(values.keys() - _SETTABLE)
        if unknown:
            raise DecisionRefused(
                f"Documents have no field {', '.join(unknown)}",
                f"Fields are {', '.join(sorted(_SETTABLE))}",
            )
        metadata = comparing.latest_metadata(catalogue, document)
        assert metadata is not None, "an unknown document has been refused before"
        found: dict[str, Any] = json.loads(_METADATA.dump_json(metadata))
        try:
            return _METADATA.validate_python({**found, **values})
        except ValidationError as error:
            told = "; ".join(f"{one['loc'][0]}: {one['msg']}" for one in error.errors())
            raise DecisionRefused(f"That cannot be set ({told})", "Correct the value") from error

    def _write(
        self,
        catalogue: sqlite3.Connection,
        document: str,
        name: str,
        value: object,
        reason: str,
    ) -> None:
        catalogue.execute(
            "INSERT OR REPLACE INTO overrides (document, field, value, at, by, reason)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (document, name, json.dumps(value), writing.now(), self.by, reason),
        )

    @contextmanager
    def _catalogue(self, document: str) -> Iterator[sqlite3.Connection]:
        """The catalogue within a transaction that readers notice."""
        if not self.settings.catalogue_path.exists():
            raise LibraryMissing(
                f"There is no library in {self.settings.data_dir} yet",
                "Run 'pcc ingest FOLDER' with a folder of documents",
            )
        with closing(connect(self.settings.catalogue_path)) as catalogue, transaction(catalogue):
            if comparing.latest_metadata(catalogue, document) is None:
                raise UnknownDocument(
                    f"There is no document {document} in the library",
                    "See 'pcc library documents' for those there are",
                )
            yield catalogue
            catalogue.execute("UPDATE state SET changes = changes + 1")


def decisions(settings: IndexSettings, document: str) -> tuple[Decision, ...]:
    """What has been decided about a document, by field."""
    with closing(connect(settings.catalogue_path)) as catalogue:
        rows = catalogue.execute(
            "SELECT document, field, value, at, by, reason FROM overrides WHERE document = ?"
            " ORDER BY field",
            (document,),
        )
        return tuple(Decision(**{**row, "at": datetime.fromisoformat(row["at"])}) for row in rows)
