"""Another place that gives another figure for the same thing and time.

Documents differ, and one document differs from itself: a summary and its table. Neither figure is
chosen in silence.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.fit import figures_in
from assistant.question import Question
from assistant.scoring import Scored
from assistant.table_reading import asked_cells
from assistant.wants import Want
from assistant.words import stems
from ingest.values import CellValue, ValueKind, read_value

_OF_THE_TIME = 0.7
_SPOKEN_OF = 0.6
_TELLING = 0.2
_GAP = 3.0
_MOST_FIGURES = 3
_FEWEST_SHARED, _ALIKE = 4, 0.6
_ASKED_FOR = re.compile(
    r"\b(?:differ\w*|disagree\w*|contradict\w*|conflicting|inconsisten\w*"
    r"|which (?:one )?is right)\b",
    re.IGNORECASE,
)
_KINDS = {
    Want.AMOUNT: ValueKind.MONEY,
    Want.PERCENT: ValueKind.PERCENT,
    Want.NUMBER: ValueKind.NUMBER,
}


def other_figure(question: Question, first: Scored, scored: Sequence[Scored]) -> Scored | None:
    """What gives another figure than `first` of the kind and for the time asked for; or None.

    It has to say nearly what `first` says, of the time asked for (figures of other years differ,
    and need not be shown); where the question is of the difference, to speak of the same things.
    """
    kinds = {kind for want, kind in _KINDS.items() if want in question.wants}
    told = _figures(question, first, kinds)
    asked_for = bool(_ASKED_FOR.search(question.asked))
    if len(kinds) != 1 or not told or not (question.periods or asked_for):
        return None
    for item in scored:
        if item.score < first.score - _GAP:
            return None
        if not _is_elsewhere(first, item) or not _speaks_alike(question, first, item):
            continue
        if not asked_for and not _says_alike(first, item):
            continue
        others = _figures(question, item, kinds)
        alike = any(_same(one, other) for one in told for other in others)
        if 0 < len(others) <= _MOST_FIGURES and not alike:
            return item
    return None


def _is_elsewhere(first: Scored, item: Scored) -> bool:
    """Whether they stand in two places, not both of them tables: see `related_rows` for those."""
    one, other = first.candidate, item.candidate
    if one.row is not None and other.row is not None:
        return False
    if one.document.sha256 != other.document.sha256:
        return True
    return one.hit.passage.id != other.hit.passage.id


def _speaks_alike(question: Question, first: Scored, item: Scored) -> bool:
    if question.periods and min(first.features.time, item.features.time) < _OF_THE_TIME:
        return False
    return all(
        item.credits.get(concept.text, 0.0) >= _SPOKEN_OF
        for concept in question.wanted
        if concept.weight > _TELLING and first.credits.get(concept.text, 0.0) >= _SPOKEN_OF
    )


def _says_alike(first: Scored, item: Scored) -> bool:
    """Whether most of the words of the shorter of the two stand in the other."""
    one, other = (_words(each) for each in (first, item))
    shared = len(one & other)
    return shared >= _FEWEST_SHARED and shared >= _ALIKE * min(len(one), len(other))


def _words(item: Scored) -> frozenset[str]:
    """The telling words, of a row with its table's title, without figures."""
    candidate = item.candidate
    table = candidate.document.tables[candidate.table] if candidate.table is not None else None
    said = f"{table.title} {table.caption} {candidate.text}" if table else candidate.text
    return frozenset(stem for stem in stems(said) if not any(map(str.isdigit, stem)))


def _figures(
    question: Question, item: Scored, kinds: set[ValueKind]
) -> list[tuple[str, CellValue]]:
    candidate = item.candidate
    text = candidate.text if candidate.row is None else asked_cells(question, candidate)
    values = [(figure, read_value(figure)) for figure in figures_in(text)]
    return [(figure, value) for figure, value in values if value.kind in kinds]


def _same(one: tuple[str, CellValue], other: tuple[str, CellValue]) -> bool:
    """Whether two figures are one, as far as the rounder of them tells."""
    (said, value), (said_too, other_value) = one, other
    if value.worth is None or other_value.worth is None:
        return False
    unit = max(_unit(said, value.worth), _unit(said_too, other_value.worth))
    return abs(value.worth - other_value.worth) <= unit


def _unit(said: str, worth: Decimal) -> Decimal:
    """What the last digit printed is worth: a hundred thousand in "£1.1 million"."""
    digits = re.sub(r"[^\d.]", "", said).rstrip(".")
    if not digits:
        return Decimal(0)
    printed = Decimal(digits)
    scale = abs(worth) / printed if printed else Decimal(1)
    places = len(digits.partition(".")[2])
    return scale / (Decimal(10) ** places) / 2
