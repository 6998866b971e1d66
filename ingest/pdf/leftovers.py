"""Markup printed in a PDF as if it were words.

Papers are often set from a text conversion, and its signs of emphasis ("**Table 1**") and tags
come out on the page. They are taken out as they are from text files.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.markup import without_markup
from ingest.raw import RawBlock, Run

MARKED = re.compile(r"\*\S|</?[a-z][^<>]*>|\]\(|&(?:amp|lt|gt|quot|nbsp|#\d+);", re.IGNORECASE)
STRONG = "**"
RESUMES = re.compile(r"[a-z(\[]")


def without_leftovers(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """The blocks without printed markup; emphasis may reach over two paragraphs.

    The second goes on with the first if it begins as the middle of a sentence does.
    """
    whole: list[RawBlock] = []
    for block in blocks:
        if whole and _ends_emphasis(whole[-1], block):
            opened, closed = _cut(whole[-1], first=2), _cut(block, last=2)
            if RESUMES.match(_text(closed)):
                whole[-1] = replace(opened, runs=_on_one_page((*opened.runs, *closed.runs)))
            else:
                whole[-1:] = [opened, closed]
        else:
            whole.append(block)
    return tuple(cleaned for block in whole if (cleaned := _clean(block)) is not None)


def _cut(block: RawBlock, first: int = 0, last: int = 0) -> RawBlock:
    """The block without its first or last signs."""
    runs = list(block.runs)
    runs[0] = Run(runs[0].text[first:], runs[0].page)
    runs[-1] = Run(runs[-1].text[: len(runs[-1].text) - last], runs[-1].page)
    return replace(block, runs=tuple(runs))


def _ends_emphasis(block: RawBlock, following: RawBlock) -> bool:
    """Whether the second block closes what the first opened at its beginning."""
    if BlockKind.TABLE in (block.kind, following.kind):
        return False
    text, after = _text(block), _text(following)
    opened = text.startswith(STRONG) and text.count(STRONG) == 1
    return opened and after.endswith(STRONG) and after.count(STRONG) == 1


def _text(block: RawBlock) -> str:
    return " ".join(run.text for run in block.runs)


def _on_one_page(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Neighbouring runs of one page as one."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].page == run.page:
            joined[-1] = Run(f"{joined[-1].text} {run.text}", run.page)
        else:
            joined.append(run)
    return tuple(joined)


def _clean(block: RawBlock) -> RawBlock | None:
    """The block without markup; None if it was nothing else."""
    if block.kind is BlockKind.TABLE:
        rows = tuple(tuple(_clean_runs(cell) for cell in row) for row in block.rows)
        return block if rows == block.rows else replace(block, rows=rows)
    if not any(MARKED.search(run.text) for run in block.runs):
        return block
    runs = _clean_runs(block.runs)
    return replace(block, runs=runs) if runs else None


def _clean_runs(runs: Sequence[Run]) -> tuple[Run, ...]:
    if not any(MARKED.search(run.text) for run in runs):
        return tuple(runs)
    texts = [without_markup(run.text) for run in runs]
    if len(texts) > 1 and texts[0].startswith(STRONG) and texts[-1].endswith(STRONG):
        texts[0], texts[-1] = texts[0][2:], texts[-1][:-2]
    return tuple(Run(text, run.page) for text, run in zip(texts, runs, strict=True) if text)
