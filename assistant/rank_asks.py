"""The candidates for each ask of a question, best first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.asks import split_asks
from assistant.candidates import Candidate
from assistant.form_lines import only_repeats
from assistant.question import Question, understand
from assistant.scoring import Scored, rerank, score_candidates, score_windows
from assistant.settings import AssistantSettings
from assistant.vocabulary import Vocabulary
from assistant.windows import find_windows
from index.ranking import Ranker

_INHERITED = 0.35
"""What the rest of a question weighs when one of its asks is looked for."""
_OWN_SUBJECT = 0.6
"""The weight of words below which an ask has no subject of its own ("and how many?")."""
_FEWEST_RANKED = 8
"""Candidates that the ranker looks at for each ask of a question with several."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask of a question, as a question of its own, and the candidates for it, best first."""

    question: Question
    scored: list[Scored]


def find_asks(question: Question, vocabulary: Vocabulary, today: date) -> list[Question]:
    """The asks of a question that have a subject of their own, else the question whole."""
    asks = [understand(ask, vocabulary, today) for ask in split_asks(question.asked)]
    telling = [ask for ask in asks if ask.weight >= _OWN_SUBJECT]
    if len(telling) < 2:
        return [question]
    return [_narrow(question, ask, telling[at + 1 :]) for at, ask in enumerate(telling)]


def rank_asks(
    asks: Sequence[Question],
    candidates: Sequence[Candidate],
    ranker: Ranker,
    settings: AssistantSettings,
) -> list[Ask]:
    """Each ask with the sentences, rows and runs of sentences among `candidates` scored for it."""
    several = len(asks) > 1
    limit = max(_FEWEST_RANKED, settings.reranked // len(asks)) if several else settings.reranked
    found = []
    for ask in asks:
        telling = [c for c in candidates if not only_repeats(ask, c)]
        ranked = rerank(ask, score_candidates(ask, telling), ranker, limit)
        windows = find_windows(ranked, candidates, settings.centres, settings.most_words)
        found.append(Ask(ask, score_windows(ask, windows, ranked)))
    return found


def _narrow(whole: Question, ask: Question, later: Sequence[Question]) -> Question:
    """One ask of a question, with the rest of the question as a fainter background.

    The places and people that a `later` ask names are its own; those of an earlier one need not
    be named again where the ask names its own.
    """
    own = {concept.text for concept in ask.concepts}
    names = any(concept.named for concept in ask.concepts)
    theirs = {concept.text for other in later for concept in other.concepts if concept.named}
    rest = tuple(
        replace(c, weight=c.weight * _INHERITED, named=c.named and not names)
        for c in whole.concepts
        if c.text not in own and c.text not in theirs
    )
    return replace(
        ask,
        concepts=ask.concepts + rest,
        periods=ask.periods or whole.periods,
        yearless=ask.yearless or whole.yearless,
    )
