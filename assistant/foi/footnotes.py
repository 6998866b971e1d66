"""Numbered notes that say where each statement of a reply is published."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.answer import Citation
from assistant.say import day
from ingest.document import Document


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the numbers of the notes at its end."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note: the document's title (the link, where there is one), when, where, and the words."""

    number: int
    title: str
    place: str
    quotes: tuple[str, ...]
    url: str | None = None
    same_as: int | None = None  # the earlier note that gives the same words

    @property
    def rest(self) -> str:
        """What follows the title: when, where, and the words or the note that has them."""
        quoted = " ".join(f"“{quote}”" for quote in self.quotes)
        words = f"as note {self.same_as}" if self.same_as else quoted
        return f", {self.place}: {words}" if self.place else f": {words}"


class Documents(Protocol):
    """What gives a document whole: the library, or a stand-in."""

    def document(self, document_id: str) -> Document:
        """The document. Raises if there is none."""


_LONGEST_QUOTE = 300
_Key = tuple[str, tuple[tuple[int, int], ...]]


def number_footnotes(
    texts: Sequence[tuple[str, Sequence[Citation]]],
) -> tuple[list[tuple[Paragraph, ...]], tuple[Footnote, ...]]:
    """The paragraphs of each text with their notes, and all notes numbered through the letter.

    A citation stands behind the paragraph whose words it proves best; citations of one place behind
    one paragraph share a note. Every note has its own number, because a Word footnote can be
    referred to only once; one that was given before points back.
    """
    first: dict[_Key, int] = {}
    footnotes: list[Footnote] = []
    noted = []
    for text, citations in texts:
        paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
        behind: list[list[int]] = [[] for _ in paragraphs]
        for place, group in _groups(paragraphs, citations):
            key = (group[0].document_id, tuple(citation.span for citation in group))
            number = len(footnotes) + 1
            footnotes.append(_footnote(number, group, first.get(key)))
            first.setdefault(key, number)
            behind[place].append(number)
        pairs = zip(paragraphs, behind, strict=True)
        noted.append(tuple(Paragraph(words, tuple(notes)) for words, notes in pairs))
    return noted, tuple(footnotes)


def _groups(
    paragraphs: Sequence[str], citations: Sequence[Citation]
) -> list[tuple[int, list[Citation]]]:
    """The citations with the place of their paragraph, those of one place in a document together.

    In the order of the paragraphs, so that notes are numbered as they are read.
    """
    groups: dict[tuple[int, str, str], list[Citation]] = {}
    for citation in citations if paragraphs else ():
        place = _best(paragraphs, citation.quote)
        groups.setdefault((place, citation.document_id, citation.locator), []).append(citation)
    return sorted(((key[0], group) for key, group in groups.items()), key=lambda pair: pair[0])


def is_proved(citation: Citation, documents: Documents) -> bool:
    """Whether the quote stands, letter for letter, where the citation says in the stored text."""
    text = documents.document(citation.document_id).text
    return bool(citation.quote) and citation.span.of(text) == citation.quote


def _footnote(number: int, group: Sequence[Citation], same_as: int | None) -> Footnote:
    citation = group[0]
    when = day(citation.date) if citation.date else ""
    page = f"page {citation.page}" if citation.page else ""
    if re.search(rf"\b{page}\b", citation.locator):
        page = ""
    place = ", ".join(filter(None, (when, page, citation.locator)))
    quotes = tuple(_shortened(" ".join(cited.quote.split())) for cited in group)
    return Footnote(number, citation.title, place, quotes, citation.url, same_as)


def _shortened(quote: str) -> str:
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    return quote[: quote.rfind(" ", 0, _LONGEST_QUOTE)] + " …"


def _best(paragraphs: Sequence[str], quote: str) -> int:
    words = _words(quote)
    return max(
        range(len(paragraphs)), key=lambda place: (len(words & _words(paragraphs[place])), -place)
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}|\d[\d,.]*", text.lower()))
