"""Rows of a table picked by what they hold: the highest, those above a figure, those that fell.

"Which district had the most burglaries" names no row. The rows of the table that the question
points to are compared, and those that meet the condition are the answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from assistant.candidates import Candidate, all_stems
from assistant.concepts import Concept
from assistant.question import Question
from assistant.scoring import Scored
from assistant.table_reading import Column, choose_columns, value_columns
from assistant.words import stem, words
from ingest.document import Table
from ingest.values import CellValue, ValueKind, read_value

_ASKS_WHICH = re.compile(r"\b(?:which|what|who|whose|where|list|name)\b", re.IGNORECASE)
_OPENS_WITH_WHICH = re.compile(r"\W*(?:which|who)\b", re.IGNORECASE)
_WHICH_KIND = re.compile(r"\W*which ([a-z-]+)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:total|all|overall|average|combined|sum)\b|\bcounty\b", re.IGNORECASE)
_FEWEST_ROWS = 3
_MOST_PICKED = 12
_BEHIND = 3.0
"""How much worse than the best candidate the table's best row may score."""


class Order(Enum):
    """How a row is compared with the others."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    ABOVE = "above"
    BELOW = "below"
    ROSE = "rose"
    FELL = "fell"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row has to meet; `limit` is set for ABOVE and BELOW, `noun` for EACH."""

    order: Order
    limit: Decimal | None = None
    noun: str = ""


_LIMITS = re.compile(
    r"\b(?P<above>above|over|more than|greater than|higher than|exceeding|at least)"
    r"|\b(?P<below>below|under|less than|fewer than|lower than|at most)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\s+(£?\d[\d,]*(?:\.\d+)?\s*(?:%|k|m|million|pp)?)(?!\w)", re.IGNORECASE)
_EACH = re.compile(
    r"\b(?:each|every|(?:broken down |split )?by|per)\s+([a-z-]{3,})\b", re.IGNORECASE
)
_ORDERS = (
    (
        Order.HIGHEST,
        re.compile(
            r"\b(?:most(?! recent)|highest|largest|biggest|greatest|longest"
            r"|top(?! (?:cop|brass|boss|job|team|officer)))\b",
            re.I,
        ),
    ),
    (Order.LOWEST, re.compile(r"\b(?:least|fewest|lowest|smallest|shortest)\b", re.I)),
    (
        Order.FELL,
        re.compile(r"\b(?:lost|lose|fell|fallen|decreased?|dropped|declined|went down)\b", re.I),
    ),
    (Order.ROSE, re.compile(r"\b(?:gained|rose|risen|increased?|grew|went up|gone up)\b", re.I)),
)


def find_condition(question: Question) -> Condition | None:
    """The condition on rows that the question names; None if it asks for no row by its value."""
    words = question.asked
    if each := _EACH.search(words):
        return Condition(Order.EACH, noun=stem(each[1]))
    if not _ASKS_WHICH.search(words):
        return None
    if limit := _LIMITS.search(words):
        figure = _FIGURE.match(words, limit.end())
        worth = read_value(figure[1]).worth if figure else None
        if worth is not None:
            return Condition(Order.ABOVE if limit["above"] else Order.BELOW, worth)
    return next((Condition(order) for order, cue in _ORDERS if cue.search(words)), None)


def is_limit(question: Question, concept: Concept) -> bool:
    """Whether the concept is the figure that rows are compared with, which need not be in them."""
    condition = find_condition(question)
    limit = condition.limit if condition else None
    return limit is not None and read_value(concept.text).worth == limit


_RATE = re.compile(r"\bper (?:day|week|month|quarter)\b", re.IGNORECASE)
"""So many a month are one figure, unless the months are asked for one by one."""
_ONE_BY_ONE = re.compile(r"\b(?:each|every|by (?:day|week|month|quarter)|since)\b", re.IGNORECASE)
_SPANS_OF_TIME = frozenset(stem(word) for word in ("day", "week", "month", "quarter"))


def meets_order(question: Question, text: str) -> bool:
    """Whether `text` says of something that it is the most, or the least, if `question` asks which.

    A question that asks for other things too may be answered by a sentence about those.
    """
    condition = find_condition(question)
    if not _OPENS_WITH_WHICH.match(question.asked) or condition is None:
        return True
    if condition.order not in (Order.HIGHEST, Order.LOWEST):
        return True
    return bool(dict(_ORDERS)[condition.order].search(text))


def lists_what_is_asked(question: Question, table: Table) -> bool:
    """Whether the table has what "which district had the most" asks for; true if it asks not so."""
    asked = _WHICH_KIND.match(question.asked)
    condition = find_condition(question)
    if asked is None or condition is None or words(asked[1])[0].is_stop:
        return True
    if condition.order not in (Order.HIGHEST, Order.LOWEST):
        return True
    return stem(asked[1]) in all_stems(" ".join((table.caption, *table.columns, *table.section)))


def wants_a_series(question: Question) -> bool:
    """Whether a figure for each of several spans of time is asked for: one for all is none."""
    condition = find_condition(question)
    if condition is None or condition.noun not in _SPANS_OF_TIME:
        return False
    return not _RATE.search(question.asked) or bool(_ONE_BY_ONE.search(question.asked))


def pick_rows(question: Question, scored: Sequence[Scored]) -> list[Scored]:
    """The rows that meet the question's condition, of the table it points to; empty if none."""
    condition = find_condition(question)
    first = next((item for item in scored if item.candidate.row is not None), None)
    if condition is None or first is None or first.score < scored[0].score - _BEHIND:
        return []
    candidate = first.candidate
    assert candidate.table is not None
    table = candidate.document.tables[candidate.table]
    if not _speaks_of_rows(question, table):
        return []
    if condition.order is Order.EACH and condition.noun not in all_stems(table.columns[0]):
        return []
    column = _column(question, condition, value_columns(table, candidate.document))
    if column is None:
        return []
    values = _values(table, column, candidate)
    enough = len(values) >= _FEWEST_ROWS or condition.order is Order.EACH
    picked = _meeting(condition, values) if enough else []
    return [_at(first, table, row) for row in picked[:_MOST_PICKED]]


def _speaks_of_rows(question: Question, table: Table) -> bool:
    """Whether the question's telling words stand in the table's caption, headings or notes.

    A question that names one of the rows asks for that row, not for a choice among them.
    """
    heads = all_stems(" ".join((table.caption, table.title, *table.columns, *table.section)))
    return any(c.credit(heads) > 0 for c in question.wanted if not c.named)


def _column(question: Question, condition: Condition, columns: Sequence[Column]) -> Column | None:
    changes = [c for c in columns if c.change]
    if condition.order in (Order.ROSE, Order.FELL):
        return changes[0] if changes else None
    plain = [c for c in choose_columns(question, columns) if c not in changes]
    if plain:
        return plain[0]
    others = [c for c in columns if c not in changes]
    return others[0] if others else None


def _values(table: Table, column: Column, candidate: Candidate) -> dict[int, CellValue]:
    """Each row's figure in the column, totals and gaps left out."""
    text = candidate.document.text
    found = {}
    for number, row in enumerate(table.rows):
        if column.index >= len(row.cells) or _TOTAL.search(" ".join(row.labels)):
            continue
        value = _first_figure(row.cells[column.index].of(text))
        if value.worth is not None:
            found[number] = value
    return found


def _first_figure(cell: str) -> CellValue:
    """The cell's value; of a band ("£60,000 to £64,999") that of its lower end."""
    value = read_value(cell)
    if value.kind is not ValueKind.WORDS:
        return value
    return read_value(re.split(r"\s+(?:to|and)\s+|\s*[-–]\s*(?=[£\d])", cell.strip())[0])


def _meeting(condition: Condition, values: dict[int, CellValue]) -> list[int]:
    worth = {row: value.worth for row, value in values.items() if value.worth is not None}
    limit = condition.limit
    match condition.order:
        case Order.HIGHEST:
            return [row for row, w in worth.items() if w == max(worth.values())]
        case Order.LOWEST:
            return [row for row, w in worth.items() if w == min(worth.values())]
        case Order.ABOVE:
            return [row for row, w in worth.items() if limit is not None and w >= limit]
        case Order.BELOW:
            return [row for row, w in worth.items() if limit is not None and w < limit]
        case Order.EACH:
            return list(worth)
        case Order.ROSE:
            return [row for row, w in worth.items() if w > 0]
        case Order.FELL:
            return [row for row, w in worth.items() if w < 0]


def _at(item: Scored, table: Table, number: int) -> Scored:
    """The scored row moved to another row of its table."""
    row = table.rows[number]
    text = item.candidate.document.text
    own = all_stems(" ".join((*row.labels, *(c.of(text) for c in row.cells), table.title)))
    return replace(item, candidate=replace(item.candidate, row=number, span=row.span, own=own))
