"""Reading a cell off a table: which column a question means, and what to say of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.candidates import Candidate, all_stems
from assistant.periods import dates_in
from assistant.question import Question
from assistant.wants import Want
from assistant.words import bag, words
from ingest.dates import Period, PeriodKind
from ingest.document import Document, Row, Span, Table
from ingest.values import ValueKind, read_value_under

_DIFFERENCE = re.compile(
    r"\b(?:difference|change|growth|variance|under spend|over ?spend)\b|%|\+/-", re.I
)
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Column:
    """A value column: place, label, the period it covers if told, whether it is a change."""

    index: int
    label: str
    period: Period | None
    change: bool


def value_columns(table: Table, document: Document) -> list[Column]:
    """The columns that hold values, with their periods taken from labels or from the notes."""
    found = []
    notes = [note.of(document.text) for note in table.notes]
    for index, label in enumerate(table.columns):
        if index < table.label_columns:
            continue
        change = bool(_DIFFERENCE.search(label))
        period = None if change else _period_of(label, notes)
        found.append(Column(index, label, period, change))
    return found


def _period_of(label: str, notes: Sequence[str]) -> Period | None:
    if written := dates_in(label):
        return written[0]
    wanted = bag(words(label))
    for note in notes:
        start = 0
        for period in dates_in(note):
            if period.kind in (PeriodKind.RANGE, PeriodKind.YEAR_TO, PeriodKind.FINANCIAL_YEAR):
                if wanted and wanted <= all_stems(note[start : period.span.start]):
                    return period
                start = period.span.end
    return None


def choose_columns(question: Question, columns: Sequence[Column]) -> list[Column]:
    """The columns that the question means, in the order it names them; empty if it does not say."""
    chosen: list[Column] = []
    for asked in question.periods:
        for column in columns:
            if column.period and _same(asked, column.period) and column not in chosen:
                chosen.append(column)
    if Want.CHANGE in question.wants or (Want.PERCENT in question.wants and not chosen):
        named = _by_label(question, columns)
        chosen += [c for c in named if c not in chosen]
        return chosen
    return chosen or _by_label(question, columns)


def _by_label(question: Question, columns: Sequence[Column]) -> list[Column]:
    scored = []
    others = [all_stems(column.label) for column in columns]
    for column, label in zip(columns, others, strict=True):
        rarity = [c for c in question.concepts if c.credit(label) > 0]
        score = sum(c.credit(label) / sum(c.credit(o) > 0 for o in others) for c in rarity)
        scored.append((score, column))
    best = max((score for score, _ in scored), default=0.0)
    return [column for score, column in scored if score == best] if best >= 0.5 else []


def _same(asked: Period, found: Period) -> bool:
    if (asked.start, asked.end) == (found.start, found.end):
        return True
    if asked.kind is PeriodKind.YEAR and found.end - found.start >= (asked.end - asked.start):
        return found.start.year == asked.start.year and found.kind is PeriodKind.YEAR
    return asked.start <= found.start and found.end <= asked.end


def is_other_year(asked: Period, told: Sequence[Period]) -> bool:
    """Whether `asked` is a year, and none of the periods that a table tells is that year.

    Or a part of a year, and none of them is of a day of it.
    """
    if asked.kind in (PeriodKind.QUARTER, PeriodKind.HALF_YEAR):
        return not any(p.start <= asked.end and asked.start <= p.end for p in told)
    years = (PeriodKind.YEAR, PeriodKind.FINANCIAL_YEAR, PeriodKind.LAST_YEAR)
    return asked.kind in years and not any(_same(asked, period) for period in told)


def tells_other_years(question: Question, candidate: Candidate) -> bool:
    """Whether the candidate is a row whose columns are of years, and none of a year asked for."""
    if candidate.row is None or candidate.table is None or not question.periods:
        return False
    columns = value_columns(candidate.document.tables[candidate.table], candidate.document)
    told = [column.period for column in columns if column.period]
    return bool(told) and all(is_other_year(period, told) for period in question.periods)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a row says, in words of the table, and the spans that prove it."""

    text: str
    spans: tuple[Span, ...]
    exact: bool  # whether the question named the column


def read_row(question: Question, candidate: Candidate, *, briefly: bool = False) -> Reading:
    """The cells of the row that were asked for, then, if not `briefly`, the rest of the row."""
    assert candidate.table is not None
    assert candidate.row is not None
    table = candidate.document.tables[candidate.table]
    row = table.rows[candidate.row]
    columns = [c for c in value_columns(table, candidate.document) if _filled(c, row, candidate)]
    chosen = choose_columns(question, columns)
    text = candidate.document.text
    labels = row.labels or tuple(c.of(text).strip() for c in row.cells[: table.label_columns])
    name = " – ".join(part for part in (table.title, *labels) if part.strip())
    if not columns:
        return Reading(
            "; ".join(c.of(text) for c in row.cells if c.of(text).strip()), (row.span,), False
        )
    first = chosen or columns
    rest = [c for c in columns if c not in first]
    said = "; ".join(_cell(c, row, text) for c in first)
    answer = f"{name}: {said}." if name else f"{said}."
    if rest and chosen and not briefly:
        answer += f" (same row: {'; '.join(_cell(c, row, text) for c in rest)}.)"
    return Reading(answer, (row.span,), bool(chosen))


def asked_cells(question: Question, candidate: Candidate) -> str:
    """The values of the candidate's row that were asked for: all of them if none was named."""
    assert candidate.table is not None
    assert candidate.row is not None
    table = candidate.document.tables[candidate.table]
    row = table.rows[candidate.row]
    columns = [c for c in value_columns(table, candidate.document) if _filled(c, row, candidate)]
    chosen = choose_columns(question, columns) or columns
    text = candidate.document.text
    cells = [row.cells[c.index] for c in chosen] or list(row.cells)
    return "; ".join(cell.of(text).strip() for cell in cells)


def tells_money_alone(question: Question, candidate: Candidate) -> bool:
    """Whether every value asked for in the candidate's row is a sum of money."""
    if candidate.table is None or candidate.row is None:
        return False
    table = candidate.document.tables[candidate.table]
    row = table.rows[candidate.row]
    columns = [c for c in value_columns(table, candidate.document) if _filled(c, row, candidate)]
    text = candidate.document.text
    values = [
        read_value_under(c.label, row.cells[c.index].of(text))
        for c in choose_columns(question, columns) or columns
    ]
    kinds = {value.kind for value in values} - {ValueKind.GAP, ValueKind.WORDS}
    return kinds == {ValueKind.MONEY}


def _filled(column: Column, row: Row, candidate: Candidate) -> bool:
    return column.index < len(row.cells) and bool(
        row.cells[column.index].of(candidate.document.text).strip()
    )


def _cell(column: Column, row: Row, text: str) -> str:
    value = row.cells[column.index].of(text).strip()
    label = column.label.strip()
    if column.period and not dates_in(label):
        label = f"{label}, {_said(column.period)}"
    return f"{value} ({label})" if label else value


def _said(period: Period) -> str:
    return f"{period.start.day} {period.start:%B %Y} to {period.end.day} {period.end:%B %Y}"
