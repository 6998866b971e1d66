"""Footnotes and endnotes of Word files."""

from collections.abc import Iterator

from docx.document import Document as WordDocument
from lxml import etree

from ingest.word_text import Element, paragraph_lines, w

_KINDS = ("footnote", "endnote")


class Footnotes:
    """A document's notes; ask for those of each paragraph in order, to have them numbered."""

    def __init__(self, document: WordDocument) -> None:
        self._texts: dict[tuple[str, str], str] = {}
        self._count = 0
        for part in document.part.rels.values():
            kind = part.reltype.rsplit("/", 1)[-1].removesuffix("s")
            if kind in _KINDS and not part.is_external:
                self._read(kind, part.target_part.blob)

    def _read(self, kind: str, content: bytes) -> None:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        for note in etree.fromstring(content, parser).iter(w(kind)):
            lines = [line for item in note.iter(w("p")) for line in paragraph_lines(item)]
            # Separators are notes too, of a type and without words.
            if lines and note.get(w("type")) in (None, "normal"):
                self._texts[kind, note.get(w("id"), "")] = " ".join(lines)

    def of(self, element: Element) -> Iterator[str]:
        """The notes referred to within a paragraph or table, each with its number."""
        for kind in _KINDS:
            for reference in element.iter(w(f"{kind}Reference")):
                text = self._texts.get((kind, reference.get(w("id"), "")))
                if text:
                    self._count += 1
                    yield f"{self._count} {text}"
