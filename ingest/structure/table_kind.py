"""What the rows of a table are, and which of its columns are row labels."""

import re
from collections.abc import Sequence

from ingest.document import TableKind
from ingest.structure.cells import is_value
from ingest.structure.table_header import Grid

_QUESTION = re.compile(r"\b(?:question|query|queries|questions|request)\b", re.I)
_ANSWER = re.compile(r"\b(?:answer|answers|response|responses|reply|replies)\b", re.I)
_ACTION = re.compile(r"\bactions?\b", re.I)
_UPDATE = re.compile(
    r"\b(?:updates?|status|progress|decision|outcome|owner|lead|due|deadline)\b", re.I
)
_MEMBER = re.compile(
    r"\b(?:members?|substitutes?|attendees?|representing|name|names|present|in attendance)\b", re.I
)
_ROLE = re.compile(
    r"\b(?:representing|role|title|post|organisation|position|body|substitute)\b", re.I
)
_PERSON = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|cllr|councillor|rev|revd|hon"
    r"|air commodore|commodore|captain|colonel|major|brigadier|chief constable|inspector"
    r"|superintendent|sergeant)\b\.?\s+\S",
    re.I,
)
_ATTENDANCE = re.compile(
    r"\b(?:present|in attendance|attendees|attendance|membership|apologies|members)\b", re.I
)
_ANSWER_WORDS = 4
_MAX_LABELS = 3
_MAX_NAME_WORDS = 7


def kind_of(columns: Sequence[str], body: Grid, over: str, *, has_header: bool) -> TableKind:
    """The kind, from the column names first, then the heading `over` it and what cells hold."""
    if _pairs(columns, _QUESTION, _ANSWER):
        return TableKind.QUESTIONS
    if asks_or_acts(columns):
        return TableKind.ACTIONS
    if _holds_questions(body):
        return TableKind.QUESTIONS
    if _pairs(columns, _MEMBER, _ROLE) or _lists_people(body):
        return TableKind.PEOPLE
    if not has_header and len(columns) <= 3 and _ATTENDANCE.search(over):
        return TableKind.PEOPLE
    if _has_figures(body) or (not has_header and _is_form(body)):
        return TableKind.DATA
    filled = sum(bool(row[0]) for row in body)
    return TableKind.DATA if has_header and filled * 2 >= len(body) else TableKind.OTHER


def asks_or_acts(columns: Sequence[str]) -> bool:
    """Whether these column names are those of a questions or an actions table."""
    if _pairs(columns, _QUESTION, _ANSWER):
        return True
    return len(columns) <= 8 and _pairs(columns, _ACTION, _UPDATE)


def subject_column(columns: Sequence[str]) -> int:
    """The column of a questions or actions table that says what a row is about.

    Columns before it number the rows; without such a name it is the first.
    """
    for pattern in (_QUESTION, _ACTION):
        for place, name in enumerate(columns):
            if pattern.search(name):
                return place
    return 0


def label_columns(body: Grid) -> int:
    """How many leading columns hold row labels: those without figures, before one that has."""
    width = len(body[0]) if body else 1
    figures = [_share_of_values(body, column) for column in range(width)]
    for column, share in enumerate(figures[: _MAX_LABELS + 1]):
        if share >= 0.5:
            return max(column, 1)
    return 1


def row_labels(body: Grid, columns: int) -> list[tuple[str, ...]]:
    """Each row's labels, blank first cells filled from the row above.

    Rows above the only label of a table belong to it too: a merged cell's words may stand in the
    middle of the rows it covers.
    """
    named = [row[0] for row in body if row[0]]
    above = [named[0] if len(set(named)) == 1 else "", *[""] * (columns - 1)]
    labels: list[tuple[str, ...]] = []
    for row in body:
        leading = list(row[:columns])
        for place in range(columns):
            if leading[place]:
                break
            leading[place] = above[place]
        above = leading
        labels.append(tuple(leading))
    return labels


def _pairs(columns: Sequence[str], first: re.Pattern[str], second: re.Pattern[str]) -> bool:
    """Whether two different columns are named by the two patterns."""
    for place, name in enumerate(columns):
        if first.search(name) and len(name.split()) <= 8:
            rest = [*columns[:place], *columns[place + 1 :]]
            return any(second.search(other) and len(other.split()) <= 8 for other in rest)
    return False


def _holds_questions(body: Grid) -> bool:
    """Two columns, the first mostly of questions and the second of words that may answer them."""
    if not body or len(body[0]) != 2:
        return False
    asked = [row for row in body if row[0].endswith("?")]
    answered = sum(len(row[1].split()) > _ANSWER_WORDS for row in asked)
    return len(asked) * 10 >= len(body) * 6 and answered * 2 >= len(asked)


def _lists_people(body: Grid) -> bool:
    names = sum(bool(_PERSON.match(row[0])) for row in body)
    return len(body) > 0 and names * 10 >= len(body) * 7


def _has_figures(body: Grid) -> bool:
    rows = sum(any(is_value(text) for text in row[1:] if text) for row in body)
    return len(body) > 0 and rows * 10 >= len(body) * 3


def _is_form(body: Grid) -> bool:
    """Two columns, the first a short name that does not come twice: a filled-in form."""
    names = [row[0] for row in body]
    short = all(name and len(name.split()) <= _MAX_NAME_WORDS for name in names)
    return len(body[0]) == 2 and len(body) > 1 and short and len(set(names)) == len(names)


def _share_of_values(body: Grid, column: int) -> float:
    filled = [row[column] for row in body if row[column]]
    return sum(is_value(text) for text in filled) / len(filled) if filled else 0.0
