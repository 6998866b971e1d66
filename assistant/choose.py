"""Which candidates make the answer: the best for each ask, and what they leave unanswered."""

from collections.abc import Sequence

from assistant.candidates import Candidate
from assistant.disagreement import other_figure
from assistant.fit import fit
from assistant.question import Question
from assistant.rank_asks import Ask
from assistant.related_rows import related_rows, rows_also_asked
from assistant.row_choice import pick_rows
from assistant.scoring import Scored, at_period
from assistant.settings import AssistantSettings
from ingest.passage import PassageKind

_EQUAL = 0.8
_MOST_EQUAL = 2
_SAME_PASSAGE = 0.8
_SAME_DOCUMENT = 0.3
"""What it is worth, in score, that a further ask is answered where the first one was."""


def choose(question: Question, asks: Sequence[Ask], settings: AssistantSettings) -> list[Scored]:
    """The candidates to answer with, most telling first; empty if there are none."""
    for ask in asks:
        if picked := pick_rows(question, ask.scored):
            return picked
    chosen: list[Scored] = []
    for ask in asks:
        ranked = sorted(ask.scored, key=lambda item: -item.score - _nearness(item, chosen))
        if not ranked:
            continue
        if chosen and ranked[0].score < chosen[0].score - settings.ask_gap:
            continue
        _take(chosen, ranked[0])
    if not chosen:
        return []
    if chosen[0].candidate.row is not None:
        chosen += _equal_rows(chosen[0], asks[0].scored)
    for row in [item for item in chosen if item.candidate.row is not None]:
        for item in (i for ask in asks for i in rows_also_asked(question, row, ask.scored)):
            _take(chosen, item)
    if chosen[0].candidate.row is not None:
        chosen += related_rows(question, chosen[0], asks[0].scored)
    if differing := other_figure(question, chosen[0], asks[0].scored):
        _take(chosen, differing)
    chosen += _of_other_periods(question, chosen, asks[0].scored)
    for ask in asks:
        _extend(question, chosen, ask.scored, settings)
    return chosen


def _equal_rows(first: Scored, scored: Sequence[Scored]) -> list[Scored]:
    """Rows of the same table that the question's words fit as well: it does not say which."""
    candidate = first.candidate
    return [
        item
        for item in scored
        if item is not first
        and item.candidate.row is not None
        and item.candidate.table == candidate.table
        and item.candidate.document.sha256 == candidate.document.sha256
        and item.candidate.row != candidate.row
        and item.features.own == first.features.own > 0
        and first.score - item.score < _EQUAL
    ][:_MOST_EQUAL]


def _of_other_periods(
    question: Question, chosen: Sequence[Scored], scored: Sequence[Scored]
) -> list[Scored]:
    """For each period asked for of which nothing chosen tells, the best that does, if near."""
    found: list[Scored] = []
    for period in question.periods if len(question.periods) > 1 else ():
        told = [at_period(question, item, period) for item in (*chosen, *found)]
        if max(time for _, time in told) >= _OF_THE_PERIOD:
            continue
        others = [(at_period(question, item, period), item) for item in scored]
        fitting = [(score, item) for (score, time), item in others if time >= _OF_THE_PERIOD]
        best = max(fitting, key=lambda entry: entry[0], default=None)
        if best and best[0] >= chosen[0].score - _PERIOD_GAP:
            found.append(best[1])
    return found


_OF_THE_PERIOD = 0.5
_LESS_OF_THE_TIME = 0.45
_PERIOD_GAP = 3.5


def _nearness(item: Scored, chosen: Sequence[Scored]) -> float:
    if not chosen:
        return 0.0
    first = chosen[0].candidate
    if item.candidate.hit.passage.id == first.hit.passage.id:
        return _SAME_PASSAGE
    return _SAME_DOCUMENT if item.candidate.document.sha256 == first.document.sha256 else 0.0


def _take(chosen: list[Scored], item: Scored) -> bool:
    if any(_same_place(other.candidate, item.candidate) for other in chosen):
        return False
    chosen.append(item)
    return True


def _same_place(one: Candidate, other: Candidate) -> bool:
    if one.document.sha256 != other.document.sha256:
        return False
    whole = one.hit.passage.kind is PassageKind.ACTION
    return one.span.overlaps(other.span) or (whole and one.hit.passage.id == other.hit.passage.id)


def _extend(
    question: Question, chosen: list[Scored], scored: Sequence[Scored], settings: AssistantSettings
) -> None:
    """Add what the choice leaves unanswered, while it is nearly as good and adds something."""
    size = sum(len(item.candidate.text.split()) for item in chosen)
    best = max((item.score for item in scored), default=0.0)
    for item in scored[: settings.considered]:
        words = len(item.candidate.text.split())
        if best - item.score > settings.score_gap:
            break
        if len(chosen) >= settings.most_pieces or size + words > settings.most_words:
            continue
        if _adds(question, chosen, item, settings) and _take(chosen, item):
            size += words


def _adds(
    question: Question, chosen: Sequence[Scored], item: Scored, settings: AssistantSettings
) -> bool:
    if item.features.time < 0 <= chosen[0].features.time:
        return False
    if question.periods and item.features.time < chosen[0].features.time - _LESS_OF_THE_TIME:
        return False
    said = " ".join(c.candidate.text for c in chosen)
    fits = fit(question.wants, f"{said} {item.candidate.text}") > fit(question.wants, said)
    if item.candidate.row is not None or chosen[0].candidate.row is not None:
        return fits
    if max(c.score for c in chosen) - item.score < settings.tie:
        return True
    gain = sum(
        concept.weight
        * max(0.0, item.credits.get(concept.text, 0.0) - best_credit(concept.text, chosen))
        for concept in question.wanted
    )
    return fits or gain >= settings.least_gain or _beside(chosen[0].candidate, item.candidate)


def best_credit(concept: str, chosen: Sequence[Scored]) -> float:
    """How well the chosen candidates together speak of a concept."""
    return max((item.credits.get(concept, 0.0) for item in chosen), default=0.0)


def _beside(first: Candidate, second: Candidate) -> bool:
    if first.document.sha256 != second.document.sha256:
        return False
    gap = max(second.span.start - first.span.end, first.span.start - second.span.end)
    return gap <= 2
