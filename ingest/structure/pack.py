"""Agenda packs: find where each item within begins.

A pack's agenda lists its items with page references; the items follow, each under its title as
the agenda has it, or nearly so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from ingest.document import BlockKind
from ingest.raw import RawBlock
from ingest.structure.words import label_of, text_of

_PAGE = re.compile(r"\(?\s*pages?\s*\d+(?:\s*(?:[-–]|to)\s*\d+)?\s*\)?", re.I)
_ASIDE = re.compile(r"\([^()]{0,60}\)|\bto follow\b|\bpages?\s*\d+", re.I)
_MINUTES = re.compile(
    r"(?:draft )?minutes of (?:the|a) (?:\w+ ){0,6}meeting|(?:draft )?minutes", re.I
)
_ITEM = re.compile(r"(?:agenda\s+)?item\s+(?:no\.?\s*)?(\d{1,2})\b[\s:.–-]*", re.I)
_AGENDA = re.compile(r"a\s?g\s?e\s?n\s?d\s?a", re.I)
_MIN_REFERENCES = 2
_MIN_ITEMS = 2
_MAX_TITLE_WORDS = 30
_ALIKE = 88  # percent, of the shorter title's length
_LOOK_AHEAD = 4  # blocks after an agenda line in which its page reference may stand


@dataclass(frozen=True, slots=True)
class _Agenda:
    start: int
    end: int
    titles: tuple[str, ...]


def pack_items(blocks: Sequence[RawBlock]) -> frozenset[int]:
    """Places of the blocks that begin an item: the agenda, then each item's own title.

    Empty for a document that is no pack.
    """
    agenda = _find_agenda(blocks)
    if agenda is None:
        return frozenset()
    found: dict[str, int] = {}
    for place in range(agenda.end, len(blocks)):
        title = _match(blocks[place], agenda.titles)
        if title and title not in found:
            found[title] = place
    return frozenset({agenda.start, *found.values()}) if len(found) >= _MIN_ITEMS else frozenset()


def _find_agenda(blocks: Sequence[RawBlock]) -> _Agenda | None:
    """The numbered lines near the front, at least two of which refer to a page."""
    start = next((p for p, b in enumerate(blocks) if _AGENDA.fullmatch(text_of(b))), None)
    if start is None:
        return None
    places: list[int] = []
    for place in range(start + 1, len(blocks)):
        number = _number(blocks[place])
        if number and number == len(places) + 1:
            places.append(place)
        elif number == 1:
            break
    referring = [place for place in places if _refers(blocks, place)]
    if len(referring) < _MIN_REFERENCES:
        return None
    # What an agenda says after a colon or a full stop explains the title.
    lines = (re.split(r"[:.]\s", label_of(text_of(blocks[place]))[1])[0] for place in places)
    titles = tuple(map(_plain_title, lines))
    return _Agenda(start, places[-1] + 1, tuple(title for title in titles if title))


def _number(block: RawBlock) -> int:
    return int(block.label) if block.label and block.label.isdigit() else 0


def _refers(blocks: Sequence[RawBlock], place: int) -> bool:
    if _PAGE.search(text_of(blocks[place])):
        return True
    for block in blocks[place + 1 : place + 1 + _LOOK_AHEAD]:
        if _number(block):
            return False
        if _PAGE.fullmatch(text_of(block)):
            return True
    return False


def _match(block: RawBlock, titles: Sequence[str]) -> str | None:
    """The agenda title that this block says, if it says one."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or block.label:
        return None
    text = text_of(block)
    if len(text.split()) > _MAX_TITLE_WORDS or text.endswith((".", ";", ",")):
        return None
    said = _plain_title(_ITEM.sub("", text))
    return next((title for title in titles if said and _same(said, title)), None)


def _plain_title(text: str) -> str:
    return " ".join(re.findall(r"\w+", _ASIDE.sub(" ", text).casefold()))


def _same(said: str, title: str) -> bool:
    if title.startswith("minutes") or said.startswith("minutes"):
        return title.startswith("minutes") and _MINUTES.match(said) is not None
    short, long = sorted((said, title), key=len)
    if len(short.split()) < 2:
        return short == long
    return (
        ratio(said, title) >= _ALIKE or long.endswith(f" {short}") or long.startswith(f"{short} ")
    )
