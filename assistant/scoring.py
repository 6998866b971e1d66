"""How likely each candidate is to answer the question."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter

from assistant.candidates import Candidate
from assistant.features import Credits, Features, features_of, times_of
from assistant.periods import agreement
from assistant.question import Question
from assistant.recency import recency_of
from index.ranking import Ranker
from ingest.dates import Period
from ingest.document import Span

LEAST_RANKED, MOST_RANKED = -4.5, 2.0
"""The ranker's view is cut to this range: past it, it is often sure and wrong (measured: let free,
two right answers fewer of 180)."""
UNSEEN = LEAST_RANKED
"""The view taken for a sentence that the ranker was not shown."""


WEIGHTS = Features(
    own=1.45,
    covered=2.75,
    named=1.0,
    fit=1.3,
    time=2.6,
    passage=1.3,
    cosine=1.7,
    row=0.2,
    label=1.6,
    newest=0.5,
    head=1.05,
    role=2.0,
    beside=1.0,
    set_apart=-1.5,
    defines=1.5,
    asked_before=4.0,
    ranked=0.33,
    length=-0.05,
    several=0.4,
)
_IN_REACH = WEIGHTS.ranked * (MOST_RANKED - LEAST_RANKED)
"""How far behind the best a candidate may be that the ranker's view can still put first."""
_values = attrgetter(*(field.name for field in fields(Features)))
_WEIGHTS: tuple[float, ...] = _values(WEIGHTS)


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its features, the credit of each concept wanted by name, and its score."""

    candidate: Candidate
    features: Features
    credits: dict[str, float]
    score: float


def score_candidates(question: Question, candidates: Sequence[Candidate]) -> list[Scored]:
    """Candidates with their scores, best first."""
    if not candidates:
        return []
    best = max(c.hit.score for c in candidates) or 1.0
    ages = recency_of(candidates)
    known = Credits()
    scored = [_score(question, c, best, ages[c.document.sha256], known) for c in candidates]
    return sorted(scored, key=_best_first)


def rerank(
    question: Question, scored: Sequence[Scored], ranker: Ranker, limit: int
) -> list[Scored]:
    """The best `limit` candidates with the trained ranker's view of them, best first.

    It is not shown those too far behind the best for any view of them to matter.
    """
    shortlist = scored[:limit]
    near = [item for item in shortlist if shortlist[0].score - item.score <= _IN_REACH]
    triples = [
        (_in_words_of(question, item.candidate), item.candidate.text, item.candidate.before)
        for item in near
    ]
    views = [_cut(float(view)) for view in ranker.scores(triples)]
    views += [UNSEEN] * (len(shortlist) - len(near))
    found = [_with(item, ranked=view) for item, view in zip(shortlist, views, strict=True)]
    return sorted(found, key=_best_first)


def score_windows(
    question: Question, windows: Sequence[Candidate], sentences: Sequence[Scored]
) -> list[Scored]:
    """Windows of neighbouring sentences scored as one, from the views of their `sentences`."""
    found = []
    for item in score_candidates(question, windows):
        views = [
            sentence.features.ranked
            for sentence in sentences
            if sentence.candidate.document.sha256 == item.candidate.document.sha256
            and item.candidate.span.contains(sentence.candidate.span)
        ]
        ranked = max(views, default=UNSEEN)
        found.append(_with(item, ranked=ranked, several=float(len(views) > 1)))
    return sorted(found, key=_best_first)


def at_period(question: Question, item: Scored, period: Period) -> tuple[float, float]:
    """The item's score had `period` alone been asked for, and how well it agrees with that."""
    alone = replace(question, periods=(period,), yearless=())
    time = agreement(alone, times_of(item.candidate), item.candidate.document)
    return item.score + WEIGHTS.time * (time - item.features.time), time


def _cut(view: float) -> float:
    return min(MOST_RANKED, max(LEAST_RANKED, view))


def _in_words_of(question: Question, candidate: Candidate) -> str:
    """The question with its words changed for the equivalents that the candidate uses."""
    text = question.searched
    for concept in question.wanted:
        _, said = concept.match(candidate.own)
        if said and said != concept.text:
            text = text.replace(concept.text, said, 1)
    return text


def _with(item: Scored, **changes: float) -> Scored:
    features = replace(item.features, **changes)
    return replace(item, features=features, score=_total(features))


def _best_first(item: Scored) -> tuple[float, int, Span]:
    return -item.score, item.candidate.rank, item.candidate.span


def _total(features: Features) -> float:
    return float(sum(w * v for w, v in zip(_WEIGHTS, _values(features), strict=True)))


def _score(
    question: Question, candidate: Candidate, best: float, recency: float, known: Credits
) -> Scored:
    features, named = features_of(question, candidate, best, recency, known)
    return Scored(candidate, features, named, _total(features))
