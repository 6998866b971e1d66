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
from index.embedding import Embedder, Matrix, open_embedder
from index.errors import IndexUnreadable, LibraryMissing, UnknownDocument
from index.generations import folder_of, hold
from index.originals import find_original
from index.recipe import Recipe
from index.results import DocumentRecord, Lexicon, Query, ResultSet
from index.search import Search, Stopwatch
from index.settings import IndexSettings
from index.view import Stores, View, load_view
from ingest.document import Document
from ingest.passage import Passage

_TEXTS_KEPT = 256
_DOCUMENTS_KEPT = 32


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
        self._current: View | None = None
        try:
            self._current = self._load()
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
        """Give back files and threads. Searches under way finish first."""
        with self._lock:
            if self._current is not None:
                self._current.stores.leave()
                self._current = None
            self._catalogue.close()

    @property
    def generation(self) -> int:
        """The generation that answers now."""
        with self._view() as view:
            return view.generation

    def documents(self) -> tuple[DocumentRecord, ...]:
        """Every live document that has not been withdrawn, by name."""
        with self._view() as view:
            return tuple(entry.record for entry in view.by_id.values())

    def record(self, document_id: str) -> DocumentRecord:
        """One document as it is listed. Raises UnknownDocument."""
        with self._view() as view:
            return self._entry(view, document_id).record

    def document(self, document_id: str) -> Document:
        """The whole of a live document. Raises UnknownDocument."""
        with self._view() as view, self._lock:
            entry = self._entry(view, document_id)
            found = self._documents.get(entry.version)
            if found is None or found.metadata != entry.record.metadata:
                read = reading.document(self._catalogue, entry)
                if read is None:
                    raise _unknown(document_id)
                found = _remember(self._documents, entry.version, read, _DOCUMENTS_KEPT)
            return found

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of a live document, in reading order. Raises UnknownDocument."""
        with self._view() as view, self._lock:
            entry = self._entry(view, document_id)
            return reading.passages_of(self._catalogue, entry.version, view.generation)

    def search(self, query: Query) -> ResultSet:
        """The passages that answer `query` best, those rejected, and the time each step took."""
        watch = Stopwatch()
        with watch.step("embedding"):
            vector = self.embed([query.text])[0] if query.text.strip() else None
        with self._view() as view, self._lock:
            search = Search(view, self._catalogue, self._text, self.settings.depth)
            return search.run(query, vector, watch)

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors of `texts` by the library's model, one row each."""
        with self._lock:
            if self._embedder is None:
                self._embedder = open_embedder(self.settings)
        return self._embedder.embed(texts)

    def lexicon(self) -> Lexicon:
        """The library's vocabulary."""
        with self._view() as view:
            return view.stores.lexicon

    def originals_path(self, document: Document | DocumentRecord) -> Path | None:
        """The file that a document was read from, as it was; None if it is not kept."""
        return find_original(self.settings, document.sha256)

    @contextmanager
    def _view(self) -> Iterator[View]:
        """The view to answer one call from; its indexes stay open until the call is done."""
        with self._lock:
            view = self._refreshed()
            view.stores.enter()
        try:
            yield view
        finally:
            view.stores.leave()

    def _refreshed(self) -> View:
        view = self._current
        if view is None:
            raise LibraryMissing("The library has been closed", "Open it again")
        seen = (view.generation, view.changes)
        if seen != reading.state(self._catalogue):
            self._current = self._load()
            if self._current.stores is not view.stores:
                view.stores.leave()
        return self._current or view

    def _load(self) -> View:
        """The view of the visible generation, on the stores already open if they are its own."""
        while True:
            state = reading.state(self._catalogue)
            current = self._current
            if current is not None and current.generation == state.visible:
                return load_view(self._catalogue, current.stores, state.changes)
            stored = reading.recipe(self._catalogue, state.visible)
            if stored is None:
                raise _missing(self.settings)
            self._recipe.require(Recipe.decode(stored))
            held = hold(folder_of(self.settings, state.visible))
            if held is not None:
                name = reading.library_name(self._catalogue)
                stores = Stores(self.settings, name, state.visible, held)
                return load_view(self._catalogue, stores, state.changes)
            if reading.state(self._catalogue) == state:
                raise _gone(self.settings, state.visible)

    def _entry(self, view: View, document_id: str) -> reading.Entry:
        entry = view.by_id.get(document_id)
        if entry is None:
            raise _unknown(document_id)
        return entry

    def _text(self, version: int) -> str:
        text = self._texts.get(version)
        if text is None:
            text = reading.text(self._catalogue, version) or ""
        return _remember(self._texts, version, text, _TEXTS_KEPT)


Kept = TypeVar("Kept")


def _remember(kept: OrderedDict[int, Kept], key: int, value: Kept, limit: int) -> Kept:
    """Put `value` among the most recently used, and drop what has not been used for longest."""
    kept[key] = value
    kept.move_to_end(key)
    if len(kept) > limit:
        kept.popitem(last=False)
    return value


def _missing(settings: IndexSettings) -> LibraryMissing:
    return LibraryMissing(
        f"There is no library in {settings.data_dir} yet",
        "Run 'pcc ingest FOLDER' with a folder of documents",
    )


def _gone(settings: IndexSettings, generation: int) -> IndexUnreadable:
    return IndexUnreadable(
        f"The indexes in {folder_of(settings, generation)} are gone",
        "Run 'pcc library check --repair' to rebuild them",
    )


def _unknown(document_id: str) -> UnknownDocument:
    return UnknownDocument(
        f"There is no document {document_id} in the library",
        "It may have been withdrawn or removed: see 'pcc library documents'",
    )
