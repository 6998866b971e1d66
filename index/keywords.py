"""The words of the live passages, in Tantivy: the only module that imports it.

Words are normalised by `index.words` before they reach Tantivy, which splits them at spaces and
stems them. Queries are built term by term, so nothing a person types is read as query syntax.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import tantivy

from index.errors import IndexUnreadable
from index.words import words

_ANALYSER = "stemmed"
# A word counts where it counts most, in the body or in the context (title, date, headings), and
# the other adds a tenth. Measured on 79 questions with known answers, recall@5 of the keywords
# alone: context at 0.4 of the body 81 %, as much as the body 89 %, both added up 89 % with a
# lower place of the first right passage.
_FIELDS = ("body", "context")
_OTHER_FIELD = 0.1
_PHRASE_WEIGHT = 0.5
_WRITER_BYTES = 64_000_000


class Entry(NamedTuple):
    """A passage as the keyword index takes it."""

    passage_id: str
    document_id: str
    body: str
    context: str


class Scope(NamedTuple):
    """Which documents a search may answer from: all but, or only, those named."""

    documents: Collection[str]
    only: bool


class Keywords:
    """The keyword index in one folder."""

    def __init__(self, index: tantivy.Index, folder: Path) -> None:
        self._folder = folder
        index.register_tokenizer(_ANALYSER, _analyser())
        self._index = index
        self._schema = index.schema
        self._stemmer = _analyser()

    def count(self) -> int:
        """How many passages there are."""
        return int(self._index.searcher().num_docs)

    def change(self, added: Iterable[Entry], deleted: Iterable[str]) -> None:
        """Delete, then add, in one commit."""
        with _mapped(self._folder):
            self._change(added, deleted)

    def _change(self, added: Iterable[Entry], deleted: Iterable[str]) -> None:
        writer = self._index.writer(_WRITER_BYTES, 1)
        for passage_id in deleted:
            writer.delete_documents_by_term("id", passage_id)
        for entry in added:
            writer.add_document(
                tantivy.Document(
                    id=entry.passage_id,
                    document=entry.document_id,
                    body=" ".join(words(entry.body)),
                    context=" ".join(words(entry.context)),
                )
            )
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(
        self, terms: Sequence[tuple[str, float]], limit: int, scope: Scope | None = None
    ) -> list[tuple[str, float]]:
        """The passages that hold the most of `terms` (word or phrase, weight), best first."""
        wanted = [query for term, weight in terms for query in self._term(term, weight)]
        if not wanted:
            return []
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in wanted])
        if scope is not None:
            query = self._scoped(query, scope)
        return self._found(query, limit)

    def ids(self) -> list[str]:
        """The id of every passage; one that stands twice is listed twice."""
        found = self._found(tantivy.Query.all_query(), max(1, self.count()))
        return [passage_id for passage_id, _ in found]

    def _found(self, query: tantivy.Query, limit: int) -> list[tuple[str, float]]:
        with _mapped(self._folder):
            searcher = self._index.searcher()
            found = searcher.search(query, limit, count=False).hits
            return [(str(searcher.doc(place)["id"][0]), float(score)) for score, place in found]

    def _term(self, term: str, weight: float) -> list[tantivy.Query]:
        stems = self._stemmer.analyze(" ".join(words(term)))
        queries = [self._stem(stem, weight) for stem in stems]
        if len(stems) > 1 and "-" not in term:
            phrase = tantivy.Query.phrase_query(self._schema, "body", list(stems))
            queries.append(tantivy.Query.boost_query(phrase, weight * _PHRASE_WEIGHT))
        return queries

    def _stem(self, stem: str, weight: float) -> tantivy.Query:
        fields = [tantivy.Query.term_query(self._schema, name, stem, "freq") for name in _FIELDS]
        best = tantivy.Query.disjunction_max_query(fields, _OTHER_FIELD)
        return tantivy.Query.boost_query(best, weight)

    def _scoped(self, query: tantivy.Query, scope: Scope) -> tantivy.Query:
        named = tantivy.Query.term_set_query(self._schema, "document", list(scope.documents))
        if not scope.only:
            return tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, query), (tantivy.Occur.MustNot, named)]
            )
        unscored = tantivy.Query.const_score_query(named, 0.0)
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, query), (tantivy.Occur.Must, unscored)]
        )


def open_folder(folder: Path, *, create: bool = False) -> Keywords:
    """Open the keyword index in `folder`. Raises IndexUnreadable when it does not open."""
    with _mapped(folder):
        if create:
            folder.mkdir(parents=True)
            return Keywords(tantivy.Index(_schema(), path=str(folder), reuse=False), folder)
        return Keywords(tantivy.Index.open(str(folder)), folder)


@contextmanager
def _mapped(folder: Path) -> Iterator[None]:
    """Tantivy's errors as the library's own."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise IndexUnreadable(
            f"The keyword index in {folder} cannot be read ({error})",
            "Run 'pcc library check --repair' to rebuild it",
        ) from error


def _analyser() -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("id", "document"):
        builder.add_text_field(
            name, stored=name == "id", tokenizer_name="raw", index_option="basic"
        )
    for name in ("body", "context"):
        builder.add_text_field(name, tokenizer_name=_ANALYSER, index_option="position")
    return builder.build()
