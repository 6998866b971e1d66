"""The library as readers see it: search it, and read its documents."""

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from index.catalogue import reading
from index.catalogue.connection import connect
from index.catalogue.reading import Entry, State
from index.commitments import RecordedCommitment, read_commitments
from index.embedding import Embedder, Matrix, open_embedder
from index.errors import FolderGone, LibraryMissing, UnknownDocument
from index.generations import folder_of, hold
from index.originals import find_original
from index.recipe import Recipe
from index.results import DocumentRecord, Lexicon, Query, ResultSet
from index.reviews import Review, read_reviews
from index.search import Search, Stopwatch
from index.settings import IndexSettings
from index.view import Stores, View, load_view
from ingest.document import Document
from ingest.passage import Passage

_TEXTS_KEPT = 256
_DOCUMENTS_KEPT = 32
_QUERIES_KEPT = 8


class Library:
    """A reader of the library. Safe to use from several threads.

    Every call answers from the generation that is visible when it is made; an update that
    finishes meanwhile is seen by the next call.
    """

    def __init__(self, settings: IndexSettings) -> None:
        if not settings.catalogue_path.exists():
            raise _missing(settings)
        self.settings = settings
        self._catalogue = connect(settings.catalogue_path)
        self._lock = threading.RLock()
        self._recipe = Recipe.of(settings)
        self._embedder: Embedder | None = None
        self._texts: OrderedDict[int, str] = OrderedDict()
        self._documents: OrderedDict[int, Document] = OrderedDict()
        self._vectors: OrderedDict[str, Matrix] = OrderedDict()
        self._view: View | None = None
        try:
            with self._reading():
                pass  # opens the visible generation, or says why it cannot be
        except BaseException:
            self._catalogue.close()
            raise

    @classmethod
    def open(cls, settings: IndexSettings) -> Self:
        """Open the library in `settings.data_dir`.

        Raises LibraryMissing when nothing has been ingested, RecipeMismatch when its indexes were
        made with another model than the settings name.
        """
        return cls(settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back files and threads."""
        with self._lock:
            if self._view is not None:
                self._view.stores.close()
                self._view = None
            self._catalogue.close()

    @property
    def generation(self) -> int:
        """The generation that answers now."""
        with self._reading() as view:
            return view.generation

    def documents(self) -> tuple[DocumentRecord, ...]:
        """Every live document that has not been withdrawn, by name."""
        with self._reading() as view:
            return tuple(entry.record for entry in view.shown.values())

    def withdrawn(self) -> tuple[DocumentRecord, ...]:
        """The documents that are kept but answer nothing, by name."""
        with self._reading() as view:
            return tuple(entry.record for entry in view.withdrawn)

    def record(self, document_id: str) -> DocumentRecord:
        """One document as it is listed. Raises UnknownDocument."""
        with self._reading() as view:
            return _entry(view, document_id).record

    def document(self, document_id: str) -> Document:
        """The whole of a live document. Raises UnknownDocument."""
        with self._reading() as view:
            entry = _entry(view, document_id)
            found = self._documents.get(entry.version)
            if found is None or (found.name, found.metadata) != (
                entry.record.name,
                entry.record.metadata,
            ):
                found = reading.document(self._catalogue, entry)
            return _remember(self._documents, entry.version, found, _DOCUMENTS_KEPT)

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of a live document, in reading order. Raises UnknownDocument."""
        with self._reading() as view:
            entry = _entry(view, document_id)
            return reading.passages_of(self._catalogue, entry.version, view.generation)

    def commitments(self) -> tuple[RecordedCommitment, ...]:
        """The commitments found in the live documents, as they were found."""
        with self._reading() as view:
            return tuple(read_commitments(self._catalogue, view.by_id, view.generation))

    def reviews(self) -> tuple[Review, ...]:
        """What people have decided about commitments, oldest first."""
        with self._reading():
            return read_reviews(self._catalogue)

    def moment(self) -> tuple[int, int]:
        """What changes whenever the library does: its generation and its count of decisions."""
        with self._reading() as view:
            return view.generation, view.changes

    def search(self, query: Query) -> ResultSet:
        """The passages that answer `query` best, those rejected, and the time each step took.

        Raises IndexUnreadable, ServerUnreachable.
        """
        watch = Stopwatch()
        with watch.step("embedding"):
            vector = self._vector(query.text) if query.text.strip() else None
        with self._reading() as view:
            search = Search(view, self._catalogue, self._text, self.settings.depth)
            return search.run(query, vector, watch)

    def _vector(self, text: str) -> Matrix:
        """The vector of a query; one question is often searched for more than once."""
        with self._lock:
            known = self._vectors.get(text)
        if known is None:
            known = self.embed([text])[0]
            with self._lock:
                _remember(self._vectors, text, known, _QUERIES_KEPT)
        return known

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors of `texts` by the library's model, one row each."""
        with self._lock:
            if self._embedder is None:
                self._embedder = open_embedder(self.settings)
        return self._embedder.embed(texts)

    def lexicon(self) -> Lexicon:
        """The library's vocabulary."""
        with self._reading() as view:
            return view.stores.lexicon

    def originals_path(self, document: Document | DocumentRecord) -> Path | None:
        """The file that a document was read from, as it was; None if it is not kept."""
        return find_original(self.settings, document.sha256)

    @contextmanager
    def _reading(self) -> Iterator[View]:
        """One call's view of the library: the catalogue as it is at this moment, one at a time."""
        with self._lock:
            view = self._begin()
            try:
                yield view
            finally:
                self._catalogue.execute("COMMIT")

    def _begin(self) -> View:
        """Begin to read, of the generation that is visible now."""
        while True:
            self._catalogue.execute("BEGIN")
            seen = reading.state(self._catalogue)
            try:
                return self._refreshed(seen)
            except BaseException as error:
                self._catalogue.execute("COMMIT")
                # The folder may have been removed because the library moved on just now.
                if not isinstance(error, FolderGone) or seen == reading.state(self._catalogue):
                    raise

    def _refreshed(self, state: State) -> View:
        """The view of the visible generation, which may have moved on since the last call."""
        view = self._view
        if view is not None and (view.generation, view.changes) == state:
            return view
        if view is not None and view.generation == state.visible:
            self._view = load_view(self._catalogue, view.stores, state.changes)
            return self._view
        self._view = load_view(self._catalogue, self._open_stores(state.visible), state.changes)
        if view is not None:
            view.stores.close()
        return self._view

    def _open_stores(self, generation: int) -> Stores:
        stored = reading.recipe(self._catalogue, generation)
        if stored is None:
            raise _missing(self.settings)
        self._recipe.require(Recipe.decode(stored))
        held = hold(folder_of(self.settings, generation))
        if held is None:
            raise FolderGone(
                f"The indexes in {folder_of(self.settings, generation)} are gone",
                "Run 'pcc library check --repair' to rebuild them",
            )
        return Stores(self.settings, reading.library_name(self._catalogue), generation, held)

    def _text(self, version: int) -> str:
        text = self._texts.get(version)
        if text is None:
            text = reading.text(self._catalogue, version)
        return _remember(self._texts, version, text, _TEXTS_KEPT)


Key = TypeVar("Key", int, str)
Kept = TypeVar("Kept")


def _remember(kept: OrderedDict[Key, Kept], key: Key, value: Kept, limit: int) -> Kept:
    """Put `value` among the most recently used, and drop what has not been used for longest."""
    kept[key] = value
    kept.move_to_end(key)
    if len(kept) > limit:
        kept.popitem(last=False)
    return value


def _entry(view: View, document_id: str) -> Entry:
    entry = view.by_id.get(document_id)
    if entry is None:
        raise UnknownDocument(
            f"There is no document {document_id} in the library",
            "It may have been withdrawn or removed: see 'pcc library documents'",
        )
    return entry


def _missing(settings: IndexSettings) -> LibraryMissing:
    return LibraryMissing(
        f"There is no library in {settings.data_dir} yet",
        "Run 'pcc ingest FOLDER' with a folder of documents",
    )
