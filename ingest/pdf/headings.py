"""Which paragraphs are headings, by their type and by the file's own outline and tags.

Type says it by size and weight against the body's; the sizes that headings are set in, from the
largest, are their levels. An outline (bookmarks) and tags name headings outright.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.pdf.lines import Line
from ingest.pdf.paragraphs import ENDED, Paragraph

LARGER = 1.1  # a heading's type is at least this many times the body's
LINES = 4
CHARACTERS = 200
DEEPEST = 6
BELIEVABLE = 0.4  # of the paragraphs tagged as headings; more are not
NEAR_PAGES = 1  # an outline entry may point to the page before its heading

Outline = Mapping[str, Sequence[tuple[int, int]]]
"""Pages and levels (1 outermost) of outline entries, by their title as `key_of` gives it."""

Tags = Mapping[tuple[int, int], int]
"""Levels (1 outermost, 0 unsaid) of marked contents tagged as headings, by page and mark."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The body's size in points, and the sizes that headings are set in, the largest first."""

    body: float
    sizes: tuple[float, ...]
    outline: Outline
    tags: Tags

    def level(self, paragraph: Paragraph) -> int | None:
        """The level of a heading, 1 outermost, 0 where nothing tells it; None for other text."""
        listed = self._listed(paragraph)
        if listed is None:
            listed = tagged_level(paragraph, self.tags)
        if listed is not None:
            return listed
        if not _is_set_apart(paragraph, self.body):
            return None
        if len(self.sizes) < 2:
            return 0
        return min(self.sizes.index(_rounded(paragraph.size)) + 1, DEEPEST)

    def _listed(self, paragraph: Paragraph) -> int | None:
        if not self.outline or len(paragraph.lines) > LINES:
            return None
        page = paragraph.lines[0].page
        entries = self.outline.get(key_of(" ".join(line.text for line in paragraph.lines)), ())
        return next((level for at, level in entries if 0 <= page - at <= NEAR_PAGES), None)


def styles_of(paragraphs: Sequence[Paragraph], outline: Outline, tags: Tags) -> Styles:
    """What the type of a document's paragraphs means."""
    tagged = sum(tagged_level(paragraph, tags) is not None for paragraph in paragraphs)
    if tagged > BELIEVABLE * len(paragraphs):
        tags = {}
    body = _body_size(line for paragraph in paragraphs for line in paragraph.lines)
    sizes = {
        _rounded(paragraph.size)
        for paragraph in paragraphs
        if not paragraph.bullet and _is_set_apart(paragraph, body)
    }
    return Styles(body, tuple(sorted(sizes, reverse=True)), outline, tags)


def tagged_level(paragraph: Paragraph, tags: Tags) -> int | None:
    """The level that the tags give a paragraph; None where they don't call it a heading."""
    if not tags or len(paragraph.lines) > LINES:
        return None
    levels = {tags.get((line.page, word.mark)) for line in paragraph.lines for word in line.words}
    return levels.pop() if len(levels) == 1 else None


def key_of(title: str) -> str:
    """The letters and figures of a title, so that spaces and dashes may differ."""
    return "".join(sign for sign in title.casefold() if sign.isalnum())


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _body_size(lines: Iterable[Line]) -> float:
    """The size most of the letters are set in, in points."""
    letters: dict[float, int] = {}
    for line in lines:
        size = round(line.size, 1)
        letters[size] = letters.get(size, 0) + len(line.text)
    return max(letters, key=lambda size: letters[size]) if letters else 0.0


def _is_set_apart(paragraph: Paragraph, body: float) -> bool:
    """Whether a paragraph's type is that of a heading: larger, or bold and not a sentence."""
    lines = paragraph.lines
    if len(lines) > LINES or sum(len(line.text) for line in lines) > CHARACTERS:
        return False
    if not any(sign.isalnum() for sign in lines[0].text):
        return False
    if paragraph.size >= LARGER * body:
        return True
    return paragraph.bold and not ENDED.search(lines[-1].text.rstrip(":"))
