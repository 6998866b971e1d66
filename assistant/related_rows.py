"""Rows told beside the first: of the same table, or of others that tell the same thing."""

import re
from collections.abc import Sequence

from assistant.candidates import Candidate
from assistant.concepts import EQUIVALENT
from assistant.question import Question
from assistant.scoring import Scored
from assistant.table_reading import Column, choose_columns, value_columns
from assistant.words import stems

_MOST = 2


def related_rows(question: Question, first: Scored, scored: Sequence[Scored]) -> list[Scored]:
    """Rows with the label of `first` that add a period asked for, or give another figure for one.

    Two documents that disagree are shown side by side; none is chosen in silence.
    """
    said = dict(_cells(question, first.candidate))
    found: list[Scored] = []
    for item in scored:
        candidate = item.candidate
        if candidate.row is None or candidate.table is None or len(found) == _MOST:
            continue
        if not _same_subject(first.candidate, candidate):
            continue
        cells = _cells(question, candidate)
        if any(said.get(period, "") != value for period, value in cells):
            found.append(item)
            said.update(cells)
    return found


def rows_also_asked(question: Question, first: Scored, scored: Sequence[Scored]) -> list[Scored]:
    """Rows of the first one's table and group that the question asks for too, by their labels.

    "How many were recorded and how many of them solved" asks for the row that counts them, too.
    """
    if not _SEVERAL.search(question.asked):
        return []
    spoken = {
        stem
        for concept in question.wanted
        for phrase, worth, _ in concept.phrases
        if worth >= EQUIVALENT
        for stem in phrase
    }
    told = stems(" ".join(_labels(first.candidate)))
    counts = _COUNTS if _OF_THEM.search(question.asked) else frozenset()
    found = []
    for item in scored:
        if not _same_group(first.candidate, item.candidate):
            continue
        label = stems(_labels(item.candidate)[-1])
        if label - told and (label <= spoken or label & counts):
            found.append(item)
    return found[:_MOST]


_SEVERAL = re.compile(r"\band\b|[,+&]", re.IGNORECASE)
_OF_THEM = re.compile(r"\bof (?:them|those|these)\b", re.IGNORECASE)
_COUNTS = stems("number total")


def _labels(candidate: Candidate) -> tuple[str, ...]:
    if candidate.table is None or candidate.row is None:
        return ()
    return candidate.document.tables[candidate.table].rows[candidate.row].labels


def _same_group(one: Candidate, other: Candidate) -> bool:
    """Whether they are two rows of one table with the same outer labels."""
    first, second = _labels(one), _labels(other)
    return (
        bool(first)
        and (one.document.sha256, one.table) == (other.document.sha256, other.table)
        and one.row != other.row
        and len(first) == len(second)
        and first[:-1] == second[:-1]
    )


def _same_subject(one: Candidate, other: Candidate) -> bool:
    if one.table is None or other.table is None or one.row is None or other.row is None:
        return False
    if (one.document.sha256, one.table) == (other.document.sha256, other.table):
        return False
    first, second = one.document.tables[one.table], other.document.tables[other.table]
    if stems(first.title) != stems(second.title):
        return False
    labels = stems(" ".join(first.rows[one.row].labels))
    return bool(labels) and labels == stems(" ".join(second.rows[other.row].labels))


def _cells(question: Question, candidate: Candidate) -> list[tuple[tuple[object, object], str]]:
    """The periods asked for that the row covers, with its figure for each."""
    assert candidate.table is not None
    assert candidate.row is not None
    table = candidate.document.tables[candidate.table]
    row = table.rows[candidate.row]
    columns: list[Column] = choose_columns(question, value_columns(table, candidate.document))
    return [
        (
            (column.period.start, column.period.end),
            row.cells[column.index].of(candidate.document.text).strip(),
        )
        for column in columns
        if column.period and column.index < len(row.cells)
    ]
