"""The judgement of one answer against its question. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.answers import AnswerRow, CitationRow, PassageRow
from eval.matching import group_present, holds, shares_half, stands_in, word_count
from eval.questions import Evidence, Question

MOST_WORDS = 120


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question.

    `missing` lists the gold groups that are absent, `excluded` the forbidden words that are there.
    `right` is accuracy: answered, no group missing, nothing forbidden, at most 120 words;
    `right_strictly` is the same without stems.
    `cited`: some citation of the gold document holds a gold quote in its passage; `cited_all`: each
    gold quote is held by some citation; `quoted`: a shown quote shares at least half its words with
    a gold quote. `rank` is the place (1 best) of the first passage that holds a gold quote,
    `rank_all` the place by which every gold quote has been seen; None where never.
    `unproved` lists the quotes not found in the stored text; None where there was no text to check.
    """

    question: Question
    row: AnswerRow
    missing: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...]
    words: int
    right: bool
    right_strictly: bool
    cited: bool
    cited_all: bool
    quoted: bool
    rank: int | None
    rank_all: int | None
    unproved: tuple[str, ...] | None = None

    @property
    def wrong(self) -> bool:
        """Answered, and not rightly: for an unanswerable question, answered at all."""
        return self.row.answered and not (self.question.answerable and self.right)


def judge(question: Question, row: AnswerRow, texts: dict[str, str] | None = None) -> Outcome:
    """Judge `row`; `texts` holds the stored text by document name, to check quotes against."""
    missing = _missing(question, row.answer, stems=True)
    excluded = tuple(words for words in question.must_exclude if stands_in(words, row.answer))
    words = word_count(row.answer)
    sound = row.answered and not excluded and words <= MOST_WORDS
    ranks = [_rank(row.passages, proof) for proof in question.evidence]
    found = [rank for rank in ranks if rank is not None]
    held = [_held(row.citations, proof) for proof in question.evidence]
    return Outcome(
        question=question,
        row=row,
        missing=missing,
        excluded=excluded,
        words=words,
        right=sound and not missing,
        right_strictly=sound and not _missing(question, row.answer, stems=False),
        cited=any(held),
        cited_all=bool(held) and all(held),
        quoted=any(_quoted(row.citations, proof) for proof in question.evidence),
        rank=min(found, default=None),
        rank_all=max(found) if found and len(found) == len(ranks) else None,
        unproved=None if texts is None else _unproved(row.citations, texts),
    )


def _missing(question: Question, answer: str, *, stems: bool) -> tuple[tuple[str, ...], ...]:
    groups = question.must_include
    return tuple(group for group in groups if not group_present(group, answer, stems=stems))


def _rank(passages: Sequence[PassageRow], proof: Evidence) -> int | None:
    for place, passage in enumerate(passages, start=1):
        if passage.document == proof.document and holds(passage.text, proof.quote):
            return place
    return None


def _held(citations: Sequence[CitationRow], proof: Evidence) -> bool:
    return any(
        holds(citation.passage, proof.quote) or holds(citation.quote, proof.quote)
        for citation in citations
        if citation.document == proof.document
    )


def _quoted(citations: Sequence[CitationRow], proof: Evidence) -> bool:
    return any(
        shares_half(citation.quote, proof.quote)
        for citation in citations
        if citation.document == proof.document
    )


def _unproved(citations: Sequence[CitationRow], texts: dict[str, str]) -> tuple[str, ...]:
    return tuple(
        citation.quote
        for citation in citations
        if not _verbatim(citation.quote, texts.get(citation.document, ""))
    )


def _verbatim(quote: str, text: str) -> bool:
    wanted = " ".join(quote.split())
    return bool(wanted) and wanted in " ".join(text.split())
