"""The first lines of a document, where it says what it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Block, BlockKind, PageRun, Span

HEAD_LINES = 60
HEAD_CHARACTERS = 6000
_SPACED = re.compile(r"(?<!\S)(?:\S ){3,}\S(?!\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head, whether it is set as a heading, and where it stands."""

    text: str
    span: Span
    heading: bool = False


def head_lines(
    text: str, blocks: Sequence[Block], page_runs: Sequence[PageRun] = ()
) -> tuple[Line, ...]:
    """The non-empty lines of the first two pages (or as much of an unpaged text), at most 60.

    Words set with a space between their letters ("A g e n d a") are closed up.
    """
    end = min(len(text), HEAD_CHARACTERS)
    later = [run.start for run in page_runs if run.page > page_runs[0].page + 1]
    if later:
        end = min(end, max(later[0], 1))
    headings = [block.span for block in blocks if block.kind is BlockKind.HEADING]
    lines = []
    for match in re.finditer(r"[^\n\f]+", text[:end]):
        words = _SPACED.sub(lambda spaced: spaced.group().replace(" ", ""), match.group()).strip()
        if not words:
            continue
        span = Span(*match.span())
        lines.append(Line(words, span, any(heading.overlaps(span) for heading in headings)))
        if len(lines) == HEAD_LINES:
            break
    return tuple(lines)
