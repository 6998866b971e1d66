"""Headings, list depths and automatic numbers of Word paragraphs.

Numbers that Word makes itself ("7.2", "(a)") are not in the text of the file: they are counted
here the way Word counts them, from numbering.xml.
"""

import re
from dataclasses import dataclass

from docx.document import Document as WordDocument

from ingest.word_lists import Lists, read_lists
from ingest.word_text import Element, value, w

_HEADING_STYLE = re.compile(r"heading\s*([1-9])", re.I)
_BULLET_STYLE = re.compile(r"list\s*(?:bullet|number)\s*([1-9])?", re.I)
_MAX_LEVEL = 8
_MAX_STYLES = 12  # styles based on each other


@dataclass(frozen=True, slots=True)
class Role:
    """What a paragraph is: heading depth, list depth (0 neither) and its automatic number."""

    heading: int = 0
    item: int = 0
    label: str | None = None


class Numbering:
    """Counts a document's automatic numbers; ask for every paragraph once, in order."""

    def __init__(self, document: WordDocument) -> None:
        styles = document.styles.element.iter(w("style"))
        self._styles = {style.get(w("styleId"), ""): style for style in styles}
        self._lists: Lists = read_lists(document)

    def role(self, paragraph: Element) -> Role:
        """The role of the next paragraph."""
        properties = paragraph.find(w("pPr"))
        chain = self._chain(value(properties, "pStyle") or "")
        heading = next((depth for depth in map(_heading, chain) if depth), 0)
        outline = value(properties, "outlineLvl")
        if not heading and outline and outline.isdigit() and int(outline) < 9:
            heading = int(outline) + 1
        number, level = self._number(properties, chain)
        label = self._lists.count(number, level) if number else None
        if heading:
            return Role(heading=heading, label=label)
        styled = next((depth for depth in map(_item, chain) if depth), 0)
        return Role(item=max(level + 1, styled) if number else styled, label=label)

    def _chain(self, style_id: str) -> list[Element]:
        chain: list[Element] = []
        while style_id in self._styles and len(chain) < _MAX_STYLES:
            style = self._styles[style_id]
            chain.append(style)
            style_id = value(style, "basedOn") or ""
        return chain

    def _number(self, properties: Element | None, chain: list[Element]) -> tuple[str, int]:
        """The list the paragraph belongs to ("" none) and its level in it, 0 the outermost."""
        names = [style.get(w("styleId"), "") for style in chain]
        for holder in (properties, *(style.find(w("pPr")) for style in chain)):
            number = value(holder, "numPr/numId")
            if number == "0":
                return "", 0
            if number is not None:
                level = value(holder, "numPr/ilvl")
                if level is None or not level.isdigit():
                    return number, self._lists.level_of_style(number, names)
                return number, min(int(level), _MAX_LEVEL)
        return "", 0


def _heading(style: Element) -> int:
    name = value(style, "name") or ""
    if name.lower() == "title":
        return 1
    match = _HEADING_STYLE.fullmatch(name)
    return int(match.group(1)) if match else 0


def _item(style: Element) -> int:
    match = _BULLET_STYLE.fullmatch(value(style, "name") or "")
    return int(match.group(1) or "1") if match else 0
