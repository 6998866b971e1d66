"""Where a quote stands on a page: the boxes to mark.

Words are compared by their letters and digits only, because the stored text has joined hyphens,
mended spaces and dropped bullets since the file was read. A quote whose words do not stand in one
run on the page (a table row drawn cell by cell, a column break) is matched in pieces.
"""

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from ingest.pdf.shapes import Box, Word

_LEAST_PIECE = 12  # characters: a shorter piece could stand anywhere
_LEAST_SHARE = 0.6  # of a quote's characters, found in pieces near each other


def boxes_of(words: Sequence[Word], quote: str, occurrence: int = 0) -> tuple[Box, ...]:
    """One box for each line that the quote stands on; empty if it is not on this page.

    `occurrence` says which of several equal places is meant, counted from 0.
    """
    sought = _bare(quote)
    bare = [_bare(word.text) for word in words]
    whole = "".join(bare)
    owners = [place for place, letters in enumerate(bare) for _ in letters]
    if not sought or not whole:
        return ()
    found = _exact(whole, sought, occurrence)
    pieces = [(found, len(sought))] if found is not None else _in_pieces(whole, sought)
    marked = sorted({owners[at] for start, size in pieces for at in range(start, start + size)})
    return _by_line([words[place] for place in marked])


def occurrence_of(page_text: str, start: int, quote: str) -> int:
    """How often `quote` stands in the text of its page before `start`."""
    return _bare(page_text[:start]).count(_bare(quote) or "\0")


def _exact(whole: str, sought: str, occurrence: int) -> int | None:
    places: list[int] = []
    at = whole.find(sought)
    while at >= 0:
        places.append(at)
        at = whole.find(sought, at + 1)
    return places[min(occurrence, len(places) - 1)] if places else None


def _in_pieces(whole: str, sought: str) -> list[tuple[int, int]]:
    """The longest pieces of `sought`, wherever on the page each stands; none if too few."""
    matcher = SequenceMatcher(None, whole, sought, autojunk=False)
    least = min(_LEAST_PIECE, len(sought))
    pieces: list[tuple[int, int]] = []
    left = [(0, len(sought))]
    while left:
        start, end = left.pop()
        piece = matcher.find_longest_match(0, len(whole), start, end)
        if piece.size >= least:
            pieces.append((piece.a, piece.size))
            left += [(start, piece.b), (piece.b + piece.size, end)]
    covered = sum(size for _, size in pieces)
    return pieces if covered >= _LEAST_SHARE * len(sought) else []


def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def _by_line(words: Sequence[Word]) -> tuple[Box, ...]:
    boxes: list[Box] = []
    for word in words:
        box = Box(word.left, word.top, word.right, word.bottom)
        if boxes and _goes_on(boxes[-1], box):
            last = boxes[-1]
            box = Box(last.left, min(last.top, box.top), box.right, max(last.bottom, box.bottom))
            boxes[-1] = box
        else:
            boxes.append(box)
    return tuple(boxes)


def _goes_on(last: Box, box: Box) -> bool:
    shared = min(last.bottom, box.bottom) - max(last.top, box.top)
    same_line = shared > 0.5 * min(last.height, box.height)
    return same_line and -1 <= box.left - last.right <= 2 * box.height
