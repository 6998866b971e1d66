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
    quote: str
    url: str | None = None
    same_as: int | None = None  # the earlier note that gives the same words

    @property
    def rest(self) -> str:
        """What follows the title: when, where, and the words or the note that has them."""
        words = f"as note {self.same_as}" if self.same_as else f"“{self.quote}”"
        return f", {self.place}: {words}" if self.place else f": {words}"


class Documents(Protocol):
    """What gives a document whole: the library, or a stand-in."""

    def document(self, document_id: str) -> Document:
        """The document. Raises if there is none."""


_LONGEST_QUOTE = 300


def number_footnotes(
    texts: Sequence[tuple[str, Sequence[Citation]]],
) -> tuple[list[tuple[Paragraph, ...]], tuple[Footnote, ...]]:
    """The paragraphs of each text with their notes, and all notes numbered through the letter.

    A citation stands behind the paragraph whose words it proves best. Every note has its own
    number, because a Word footnote can be referred to only once; a quote cited again points back.
    """
    first: dict[tuple[str, int, int], int] = {}
    footnotes: list[Footnote] = []
    noted = []
    for text, citations in texts:
        paragraphs = [line.strip() for line in text.split("\n\n") if line.strip()]
        behind: list[list[int]] = [[] for _ in paragraphs]
        for citation in citations if paragraphs else ():
            key = (citation.document_id, *citation.span)
            number = len(footnotes) + 1
            footnotes.append(_footnote(number, citation, first.get(key)))
            first.setdefault(key, number)
            behind[_best(paragraphs, citation.quote)].append(number)
        noted.append(
            tuple(
                Paragraph(words, tuple(notes))
                for words, notes in zip(paragraphs, behind, strict=True)
            )
        )
    return noted, tuple(footnotes)


def is_proved(citation: Citation, documents: Documents) -> bool:
    """Whether the quote stands, letter for letter, where the citation says in the stored text."""
    text = documents.document(citation.document_id).text
    return bool(citation.quote) and citation.span.of(text) == citation.quote


def _footnote(number: int, citation: Citation, same_as: int | None) -> Footnote:
    when = day(citation.date) if citation.date else ""
    page = f"page {citation.page}" if citation.page else ""
    place = ", ".join(filter(None, (when, page, citation.locator)))
    quote = " ".join(citation.quote.split())
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[: quote.rfind(" ", 0, _LONGEST_QUOTE)] + " …"
    return Footnote(number, citation.title, place, quote, citation.url, same_as)


def _best(paragraphs: Sequence[str], quote: str) -> int:
    words = _words(quote)
    return max(
        range(len(paragraphs)), key=lambda place: (len(words & _words(paragraphs[place])), -place)
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}|\d[\d,.]*", text.lower()))
