"""The answers to the asks of one part, told together: nothing twice, and not at length."""

import re
from collections.abc import Sequence

from assistant.answer import Citation

_MOST_WORDS = 115
"""Words of a part's reply from which each answer keeps only what it tells first."""
_ITEM = re.compile(r"\s*[-•–] ")


def told_briefly(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts without the lines that another one holds as they are, and at most so long.

    Where together they are too long, what an answer tells after its first words goes, the last
    first. A list goes or stays whole.
    """
    told = [_pieces(text) for text in _once(texts)]
    while sum(len(piece.split()) for pieces in told for piece in pieces) > _MOST_WORDS:
        longer = [pieces for pieces in told if len(pieces) > 1]
        if not longer:
            break
        longer[-1].pop()
    return tuple("\n".join(pieces) for pieces in told)


def told_of(
    citations: Sequence[Citation], texts: Sequence[str], told: Sequence[str]
) -> tuple[Citation, ...]:
    """The citations without those of words that stood in `texts` and are `told` no more."""
    before, after = _flat(" ".join(texts)), _flat(" ".join(told))
    return tuple(c for c in citations if _is_told(c.quote, after) or not _is_told(c.quote, before))


def _is_told(quote: str, told: str) -> bool:
    """Whether the words of a quote, its paragraph number perhaps left out, are among those told."""
    said = _flat(quote)
    return said in told or said.split(" ", 1)[-1] in told


def _once(texts: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for place, text in enumerate(texts):
        others = [*kept, *texts[place + 1 :]]
        lines = [line for line in text.split("\n") if not _is_held(line, kept, others)]
        if lines:
            kept.append("\n".join(lines))
    return kept


def _is_held(line: str, before: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a text before has the line, or any other has it within a longer one."""
    if any(line in text.split("\n") for text in before):
        return True
    return any(line in longer and line != longer for o in others for longer in o.split("\n"))


def _pieces(text: str) -> list[str]:
    """The lines of a text, those of a list with the line that leads into it."""
    pieces: list[str] = []
    for line in text.split("\n"):
        if pieces and (_ITEM.match(line) or not line.strip()):
            pieces[-1] += f"\n{line}"
        else:
            pieces.append(line)
    return pieces


def _flat(words: str) -> str:
    return " ".join(words.split())
