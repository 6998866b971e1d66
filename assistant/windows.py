"""Stretches of neighbouring sentences: an answer is often told in two or three."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.candidates import Candidate
from assistant.scoring import Scored
from ingest.document import Span

_SHAPES = ((0, 0), (1, 0), (0, 1), (1, 1), (0, 2), (2, 0))
"""How many sentences before and after the one at the centre."""


def find_windows(
    scored: Sequence[Scored], candidates: Sequence[Candidate], centres: int, most_words: int
) -> list[Candidate]:
    """Windows of up to three sentences around the best `centres`, each at most `most_words` long.

    A window never leaves its block, so it never joins two paragraphs, rows or list items; a
    single sentence is a window too, however long it is.
    """
    by_block: dict[tuple[str, int], list[Candidate]] = {}
    for candidate in sorted(candidates, key=lambda c: c.span):
        by_block.setdefault(_block(candidate), []).append(candidate)
    found: dict[tuple[str, Span], Candidate] = {}
    for item in scored[:centres]:
        for window in _around(item.candidate, by_block[_block(item.candidate)], most_words):
            found.setdefault(window.key, window)
    return list(found.values())


def _block(candidate: Candidate) -> tuple[str, int]:
    return candidate.document.sha256, candidate.block


def _around(centre: Candidate, block: Sequence[Candidate], most_words: int) -> list[Candidate]:
    if centre.row is not None:
        return [centre]
    at = next(i for i, c in enumerate(block) if c.span == centre.span)
    windows = []
    for before, after in _SHAPES:
        if before > at or at + after >= len(block):
            continue
        members = block[at - before : at + after + 1]
        if any(member.row is not None for member in members):
            continue
        window = _joined(members, centre)
        if len(members) == 1 or len(window.text.split()) <= most_words:
            windows.append(window)
    return windows


def _joined(members: Sequence[Candidate], centre: Candidate) -> Candidate:
    if len(members) == 1:
        return centre
    return replace(
        centre,
        span=Span(members[0].span.start, members[-1].span.end),
        own=frozenset().union(*(member.own for member in members)),
        near=frozenset().union(*(member.near for member in members)),
        place=frozenset().union(*(member.place for member in members)),
        before=members[0].before,
    )
