"""Plain keyword search beside answers: words in, passages by document out, with counts."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.words import STOP_WORDS, words
from index.library import Library
from index.results import DocumentRecord, Filters, Hit, Query
from ingest.document import Body, DocumentKind, Sensitivity, Span

_MOST_WORDS = 12
_HITS = 100
_PHRASE = re.compile(r'["“]([^"”]{2,80})["”]')
_MEETINGS = frozenset(
    {
        DocumentKind.MEETING_MINUTES,
        DocumentKind.MEETING_PAPERS,
        DocumentKind.PANEL_MINUTES,
        DocumentKind.PANEL_PACK,
    }
)
_PHRASE_WEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody searches for; None or empty limits nothing. `meeting` is its date."""

    text: str = ""
    kind: DocumentKind | None = None
    body: Body | None = None
    year: int | None = None
    meeting: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One document with its passages that match, best first, and the words to mark in each."""

    record: DocumentRecord
    hits: tuple[Hit, ...]
    marks: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: each value with how many documents have it."""

    kinds: tuple[tuple[DocumentKind, int], ...]
    bodies: tuple[tuple[Body, int], ...]
    years: tuple[tuple[int, int], ...]
    meetings: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """Documents with matches, best first, how many passages match, and whether there may be more.

    `partly` says that no passage holds all the words, so that those with some are shown. Without
    words to look for, `listed` holds the documents that the filters let through.
    """

    found: tuple[Found, ...]
    passages: int
    more: bool
    partly: bool = False
    listed: tuple[DocumentRecord, ...] = ()


def choices(records: Sequence[DocumentRecord]) -> Choices:
    """The filter values that occur in `records`."""
    kinds = Counter(r.metadata.kind for r in records)
    bodies = Counter(r.metadata.body for r in records)
    years = Counter(r.metadata.date.year for r in records if r.metadata.date)
    meetings = {day for r in records if (day := meeting_of(r))}
    return Choices(
        tuple(sorted(kinds.items())),
        tuple(sorted(bodies.items())),
        tuple(sorted(years.items(), reverse=True)),
        tuple(sorted(meetings, reverse=True)),
    )


def meeting_of(record: DocumentRecord) -> date | None:
    """The date of the meeting a document belongs to, if it belongs to one."""
    metadata = record.metadata
    own = metadata.date if metadata.kind in _MEETINGS else None
    return metadata.meeting_date or own


def search(
    library: Library,
    records: Sequence[DocumentRecord],
    sensitivities: frozenset[Sensitivity],
    wish: Wish,
) -> SearchResults:
    """What `wish` finds among `records`, the documents that the searcher may see."""
    admitted = tuple(record for record in records if _passes(record, wish))
    terms = search_terms(wish.text)
    if not admitted or not terms:
        return SearchResults((), 0, more=False, listed=() if terms else admitted)
    filters = Filters(
        documents=frozenset(record.id for record in admitted), sensitivities=sensitivities
    )
    hits = library.search(Query("", terms, filters, _HITS)).hits
    phrases = tuple(_plain(phrase) for phrase in _PHRASE.findall(wish.text))
    kept = [hit for hit in hits if all(phrase in _plain(hit.text) for phrase in phrases)]
    sought = _stems(terms)
    whole = [hit for hit in kept if sought <= {word.stem for word in words(hit.text)}]
    shown = whole or kept
    return SearchResults(
        found=_by_document(shown, sought),
        passages=len(shown),
        more=len(hits) == _HITS,
        partly=bool(kept) and not whole,
    )


def search_terms(text: str) -> tuple[tuple[str, float], ...]:
    """Words and quoted phrases to look up, with weights."""
    phrases = [(phrase, _PHRASE_WEIGHT) for phrase in _PHRASE.findall(text)]
    singles = [word.text for word in words(text) if word.text.lower() not in STOP_WORDS]
    unique = list(dict.fromkeys(single.lower() for single in singles))[:_MOST_WORDS]
    return (*phrases, *((single, 1.0) for single in unique))


def _stems(terms: Sequence[tuple[str, float]]) -> frozenset[str]:
    found = {word.stem for term, _ in terms for word in words(term)}
    return frozenset(stem for stem in found if stem not in STOP_WORDS)


def _marks(text: str, stems: frozenset[str]) -> tuple[Span, ...]:
    """Where words with these stems stand in `text`, in any of their forms."""
    return tuple(
        Span(word.start, word.start + len(word.text)) for word in words(text) if word.stem in stems
    )


def _by_document(hits: Sequence[Hit], stems: frozenset[str]) -> tuple[Found, ...]:
    grouped: dict[str, list[Hit]] = {}
    for hit in hits:
        grouped.setdefault(hit.document.id, []).append(hit)
    return tuple(
        Found(group[0].document, tuple(group), tuple(_marks(hit.text, stems) for hit in group))
        for group in grouped.values()
    )


def _passes(record: DocumentRecord, wish: Wish) -> bool:
    metadata = record.metadata
    return (
        (wish.kind is None or metadata.kind is wish.kind)
        and (wish.body is None or metadata.body is wish.body)
        and (wish.year is None or (metadata.date is not None and metadata.date.year == wish.year))
        and (wish.meeting is None or meeting_of(record) == wish.meeting)
    )


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
