"""Small questions about the words of raw blocks."""

import re

from ingest.document import BlockKind
from ingest.raw import RawBlock, RawCell

_CLOSERS = "\"'”’)]*"
_LABEL = re.compile(
    r"[\"“‘']?(?P<label>\d{1,3}(?:\.\d{1,3}){1,4}|\d{1,3}(?=[.)])|\((?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)"
    r"|(?:[a-z]|[ivx]{1,5}|[A-Z])(?=[.)]))(?P<mark>[.)]?)\s+(?=\S)"
)


def text_of(block: RawBlock) -> str:
    """The block's words in one line; empty for a table."""
    return " ".join(run.text for run in block.runs)


def cell_text(cell: RawCell) -> str:
    """A cell's paragraphs joined by a space, as they are in the stored text."""
    return " ".join(run.text for run in cell)


def row_texts(row: tuple[RawCell, ...]) -> list[str]:
    """The words of each cell of a row."""
    return [cell_text(cell) for cell in row]


def ends_sentence(text: str) -> bool:
    """Whether the words end with a mark that closes a sentence or opens a list."""
    return text.rstrip().rstrip(_CLOSERS)[-1:] in tuple(".!?:;…")


def page_of(block: RawBlock) -> int | None:
    """The page a block begins on."""
    return next((run.page for run in block.runs), None)


def label_of(text: str) -> tuple[str | None, str]:
    """The printed number at the start and the words after it.

    "7.28 The office" gives ("7.28", "The office"); "5. Questions" ("5", "Questions"); "2) Fund"
    ("2)", "Fund"); "(a) fund" ("(a)", "fund"). A quantity ("2.5 hours") is no label.
    """
    match = _LABEL.match(text)
    if match is None:
        return None, text
    rest = text[match.end() :]
    label = match.group("label")
    if "." in label and not match.group("mark") and not _may_follow_number(rest):
        return None, text
    mark = match.group("mark")
    return label + (mark if mark == ")" else ""), rest


def _may_follow_number(rest: str) -> bool:
    return not rest[:1].islower() and not rest.startswith(("%", "million", "–", "-"))


def is_text(block: RawBlock) -> bool:
    """Whether the block holds words rather than rows."""
    return block.kind is not BlockKind.TABLE
