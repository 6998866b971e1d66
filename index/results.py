"""What a search asks for and what comes back."""

from dataclasses import dataclass, field
from datetime import date, datetime

from ingest.document import DocumentKind, Metadata, Sensitivity
from ingest.passage import Passage


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document as the catalogue lists it. `id` stays the same through renames and versions."""

    id: str
    name: str
    sha256: str
    metadata: Metadata
    page_count: int
    passage_count: int
    source: str
    added: datetime


@dataclass(frozen=True, slots=True)
class Filters:
    """Hard limits on where to look; an empty field limits nothing."""

    documents: frozenset[str] = frozenset()  # document ids
    kinds: frozenset[DocumentKind] = frozenset()
    after: date | None = None  # dated on or after
    before: date | None = None  # dated on or before
    sensitivities: frozenset[Sensitivity] = frozenset({Sensitivity.PUBLIC})


@dataclass(frozen=True, slots=True)
class Query:
    """One search. `text` is embedded; `terms` (word, weight) feed the keyword search.

    Without `terms` the words of `text` are used. `limit` is how many hits to keep.
    """

    text: str
    terms: tuple[tuple[str, float], ...] = ()
    filters: Filters = field(default_factory=Filters)
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. `score` is the fused score; a rank is None where that search missed it.

    `cosine` is the best of the passage's windows against the query, -1 to 1, known for every hit.
    """

    passage: Passage
    text: str
    document: DocumentRecord
    score: float
    cosine: float | None
    keyword_score: float | None
    vector_rank: int | None
    keyword_rank: int | None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A hit that was found but not kept, and why ("not live", "filtered", "below the limit")."""

    passage_id: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class ResultSet:
    """Hits best first, what was rejected, and how long each step took, in seconds."""

    query: Query
    hits: tuple[Hit, ...]
    rejected: tuple[Rejection, ...]
    timings: dict[str, float]
    generation: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The library's own vocabulary, for spelling, acronyms and word weights.

    `frequency` counts the live passages (with their context) that hold each lower-case word.
    `names` tells how far a word, in lower case, is written as a name (more than 0: it is one), and
    how many passages hold each run of such words, as written (see `index.lexicon`).
    `acronyms` maps a short form to its long forms, most often explained first.
    """

    passages: int
    frequency: dict[str, int]
    acronyms: dict[str, tuple[str, ...]]
    names: dict[str, int] = field(default_factory=dict)
