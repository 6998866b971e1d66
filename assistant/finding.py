"""Passages that may answer: one search over everything, one within the documents it names.

A question that names a meeting, a report or a kind of document is looked for there as well. On a
public benchmark of annual reports, a filter taken from the question lifted the share of questions
whose document came first from 0.16 to 0.62: the biggest single lever measured.
"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.candidates import Candidate
from assistant.question import PRESENT, Question
from assistant.settings import AssistantSettings
from assistant.words import other_form
from index.library import Library
from index.results import DocumentRecord, Filters, Hit, Query
from ingest.dates import Period, PeriodKind
from ingest.document import DocumentKind

_KINDS: tuple[tuple[re.Pattern[str], frozenset[DocumentKind]], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), frozenset(kinds))
    for pattern, kinds in (
        (r"annual report|\d\d report|report for \d{4}", {DocumentKind.ANNUAL_REPORT}),
        (
            r"accountability (?:meeting|forum|board)|minutes|pam|meeting",
            {DocumentKind.MEETING_MINUTES, DocumentKind.MEETING_PAPERS},
        ),
        (r"panel", {DocumentKind.PANEL_PACK, DocumentKind.PANEL_MINUTES}),
        (r"foi|freedom of information", {DocumentKind.FOI_RESPONSE, DocumentKind.DISCLOSURE_LOG}),
        (
            r"(?:police and crime |police |crime )?plan|priority \d",
            {DocumentKind.POLICE_AND_CRIME_PLAN},
        ),
        (r"decision(?: notice)?", {DocumentKind.DECISION_NOTICE}),
        (r"precept (?:consultation|survey)", {DocumentKind.PRECEPT_CONSULTATION}),
        (r"custody visit(?:ing|ors?)", {DocumentKind.CUSTODY_VISITING_REPORT}),
        (r"press release|news release|announce(?:d|ment)", {DocumentKind.PRESS_RELEASE}),
        (r"policy|allowed|expenses|gifts?|hospitality", {DocumentKind.POLICY}),
    )
)
_IN_FORCE = re.compile(r"\bin force\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:old|previous|former|superseded|earlier|last commissioner\S*)\b", re.I)


def find_passages(
    library: Library, question: Question, filters: Filters, settings: AssistantSettings
) -> tuple[Hit, ...]:
    """The passages found, best first, those of the documents named in the question included."""
    query = Query(question.searched, search_terms(question), filters, settings.hits)
    hits = list(library.search(query).hits)
    named = named_documents(question, library.documents()) & (
        filters.documents or frozenset(r.id for r in library.documents())
    )
    if not named or all(hit.document.id in named for hit in hits):
        return tuple(hits)
    narrowed = Filters(named, filters.kinds, filters.after, filters.before, filters.sensitivities)
    query = Query(question.searched, query.terms, narrowed, settings.hits_named)
    seen = {hit.passage.id for hit in hits}
    hits += [hit for hit in library.search(query).hits if hit.passage.id not in seen]
    return tuple(hits)


def named_documents(question: Question, records: Sequence[DocumentRecord]) -> frozenset[str]:
    """The documents that the question's dates and kinds point to; empty if to none or to all."""
    kinds = frozenset().union(*(k for cue, k in _KINDS if cue.search(question.searched)))
    of_kind = [r for r in records if r.metadata.kind in kinds]
    chosen: list[DocumentRecord] = []
    for period in question.periods:
        of_time = [r for r in records if _is_of(r, period)]
        chosen += [r for r in of_time if r in of_kind] or of_time
    chosen = chosen or _by_age(question.searched, of_kind)
    ids = frozenset(r.id for r in chosen)
    return ids if len(ids) < len(records) else frozenset()


def of_the_day(question: Question, candidates: list[Candidate]) -> list[Candidate]:
    """Where the question names the day of a meeting, only what was said there; else all."""
    days = [period for period in question.periods if period.kind is PeriodKind.DAY]
    there = [
        candidate
        for candidate in candidates
        if (met := candidate.document.metadata.meeting_date) and any(d.holds(met) for d in days)
    ]
    return there if len(days) == 1 and len(question.periods) == 1 and there else candidates


def _is_of(record: DocumentRecord, asked: Period) -> bool:
    """Whether the document is of the day, month or year asked for."""
    metadata = record.metadata
    if asked.kind in (PeriodKind.SINCE, PeriodKind.BEFORE):
        return False
    if any(day and asked.holds(day) for day in (metadata.meeting_date, metadata.date)):
        return asked.kind in (PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.SEASON)
    start, end = metadata.period_start, metadata.period_end
    return bool(start and end and asked.start <= end and start <= asked.end and end - start < _LONG)


_LONG = date(2002, 1, 1) - date(2000, 1, 1)
"""A plan's term: overlapping it says nothing of which document is meant."""


def _by_age(text: str, records: Sequence[DocumentRecord]) -> list[DocumentRecord]:
    dated = sorted(
        (r for r in records if r.metadata.date), key=lambda r: r.metadata.date or date.min
    )
    if dated and (PRESENT.search(text) or _IN_FORCE.search(text)):
        return dated[-1:]
    if len(dated) > 1 and _BEFORE.search(text):
        return dated[:-1]
    return list(records)


def search_terms(question: Question) -> tuple[tuple[str, float], ...]:
    """The words to look up, with weights: the question's own, and their near-equivalents less."""
    weights: dict[str, float] = {}
    for concept in question.wanted:
        for phrase, credit, _ in concept.phrases:
            worth = concept.weight * (credit if credit == 1.0 else 0.5) / len(phrase) ** 0.5
            for part in (piece for stem in phrase for piece in stem.lstrip("^").split("_")):
                weights[part] = max(weights.get(part, 0.0), worth)
                if other := other_form(part):
                    weights[other] = weights[part]
    for period in question.periods:
        for part in question.searched[period.span.start : period.span.end].split():
            weights.setdefault(part, 0.4)
    return tuple((word, weight) for word, weight in weights.items() if weight > 0.02)
