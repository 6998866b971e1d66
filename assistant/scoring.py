"""How likely each candidate is to answer the question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.candidates import Candidate
from assistant.fit import fit
from assistant.periods import Times, agreement, dates_in
from assistant.question import Question
from index.ranking import Ranker
from ingest.document import Span

NEAR_CREDIT = 0.5
PLACE_CREDIT = 0.7
ORIGIN_CREDIT = 0.4
"""What a concept counts for that stands beside the words, in their headings, in the title."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of a candidate against the question, each about 0 to 1."""

    own: float  # share of the question's weight in the candidate's own words
    covered: float  # the same, with neighbours, headings and title counted in part
    named: float  # share of the names and figures asked about that are found anywhere
    fit: float  # whether it holds the kind of thing wanted
    time: float  # agreement with the time asked for, -1 to 1
    passage: float  # its passage's search score beside the best passage's
    cosine: float  # its passage's similarity to the question
    row: float  # whether it is a table row
    ranked: float = 0.0  # what the trained ranker makes of its best sentence, log-odds
    length: float = 0.0  # words, in fifties
    several: float = 0.0  # whether more than one of its sentences was shortlisted

    def values(self) -> tuple[float, ...]:
        """The features in order, for the linear model."""
        return (
            self.own,
            self.covered,
            self.named,
            self.fit,
            self.time,
            self.passage,
            self.cosine,
            self.row,
            self.ranked,
            self.length,
            self.several,
        )


WEIGHTS = (1.5, 2.3, 0.5, 1.2, 0.8, 1.5, 1.1, 0.0, 0.7, -0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its features, the concepts it covers (by position), and its score."""

    candidate: Candidate
    features: Features
    credits: tuple[float, ...]
    score: float


def score_candidates(question: Question, candidates: Sequence[Candidate]) -> list[Scored]:
    """Candidates with their scores, best first."""
    if not candidates:
        return []
    best = max(c.hit.score for c in candidates) or 1.0
    scored = [_score(question, candidate, best) for candidate in candidates]
    return sorted(scored, key=_best_first)


def rerank(
    question: Question, scored: Sequence[Scored], ranker: Ranker, limit: int
) -> list[Scored]:
    """The best `limit` candidates with the trained ranker's view of them, best first."""
    shortlist = scored[:limit]
    pairs = [(item.candidate.text, item.candidate.before) for item in shortlist]
    views = ranker.scores(question.searched, pairs)
    found = [_with(item, ranked=float(view)) for item, view in zip(shortlist, views, strict=True)]
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


UNSEEN = -7.0
"""The ranker's view taken for a sentence that it was not shown."""


def _with(item: Scored, **changes: float) -> Scored:
    features = replace(item.features, **changes)
    return replace(item, features=features, score=_total(features))


def _best_first(item: Scored) -> tuple[float, int, Span]:
    return -item.score, item.candidate.rank, item.candidate.span


def _total(features: Features) -> float:
    return sum(w * v for w, v in zip(WEIGHTS, features.values(), strict=True))


def _score(question: Question, candidate: Candidate, best: float) -> Scored:
    own = tuple(concept.credit(candidate.own) for concept in question.concepts)
    credits_ = tuple(_credits(question, candidate, own))
    total = question.weight or 1.0
    named = [(c, credit) for c, credit in zip(question.concepts, credits_, strict=True) if c.named]
    features = Features(
        own=_weighted(question, own) / total,
        covered=_weighted(question, credits_) / total,
        named=sum(credit > 0 for _, credit in named) / len(named) if named else 1.0,
        fit=fit(question.wants, candidate.text),
        time=agreement(question, _times(candidate), candidate.document),
        passage=candidate.hit.score / best,
        cosine=candidate.hit.cosine or 0.0,
        row=float(candidate.row is not None),
        length=len(candidate.text.split()) / 50,
    )
    return Scored(candidate, features, credits_, _total(features))


def _credits(question: Question, candidate: Candidate, own: Sequence[float]) -> list[float]:
    found = []
    for concept, credit in zip(question.concepts, own, strict=True):
        best = credit
        if best < 1.0:
            best = max(
                best,
                NEAR_CREDIT * concept.credit(candidate.near),
                PLACE_CREDIT * concept.credit(candidate.place),
                ORIGIN_CREDIT * concept.credit(candidate.origin),
            )
        if best == 0.0:
            everywhere = candidate.own | candidate.near | candidate.place | candidate.origin
            best = 0.4 * concept.credit(everywhere)
        found.append(best)
    return found


def _weighted(question: Question, credits_: Sequence[float]) -> float:
    return sum(c.weight * credit for c, credit in zip(question.concepts, credits_, strict=True))


def _times(candidate: Candidate) -> Times:
    place = " ".join(candidate.hit.passage.section)
    if candidate.table is not None:
        table = candidate.document.tables[candidate.table]
        text = candidate.document.text
        notes = " ".join(note.of(text) for note in table.notes)
        place = f"{place} {table.caption} {' '.join(table.columns)} {notes}"
    return Times(dates_in(candidate.text), dates_in(place))
