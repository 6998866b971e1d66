"""Headings, list depths and automatic numbers of Word paragraphs.

Numbers that Word makes itself ("7.2", "(a)") are not in the text of the file: they are counted
here the way Word counts them, from numbering.xml.
"""

import re
from dataclasses import dataclass

from docx.document import Document as WordDocument
from lxml import etree

from ingest.word_text import Element, value, w

_HEADING_STYLE = re.compile(r"(?:heading|überschrift)\s*([1-9])", re.I)
_BULLET_STYLE = re.compile(r"list\s*(?:bullet|number)\s*([1-9])?", re.I)
_MAX_LEVEL = 8
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """What a paragraph is: heading depth, list depth (0 neither) and its automatic number."""

    heading: int = 0
    item: int = 0
    label: str | None = None


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


class Numbering:
    """Counts a document's automatic numbers; ask for every paragraph once, in order."""

    def __init__(self, document: WordDocument) -> None:
        self._styles = _styles(document)
        self._levels = _levels(document)
        self._counts: dict[str, list[int]] = {}

    def role(self, paragraph: Element) -> Role:
        """The role of the next paragraph."""
        properties = paragraph.find(w("pPr"))
        chain = self._chain(value(properties, "pStyle") or "")
        heading = next((depth for depth in map(_heading, chain) if depth), 0)
        outline = value(properties, "outlineLvl")
        if not heading and outline and outline.isdigit() and int(outline) < 9:
            heading = int(outline) + 1
        number, level = self._number(properties, chain)
        label = self._count(number, level) if number else None
        if heading:
            return Role(heading=heading, label=label)
        styled = next((depth for depth in map(_item, chain) if depth), 0)
        return Role(item=max(level + 1, styled) if number else styled, label=label)

    def _chain(self, style_id: str) -> list[Element]:
        chain: list[Element] = []
        while style_id in self._styles and len(chain) < 12:
            style = self._styles[style_id]
            chain.append(style)
            style_id = value(style, "basedOn") or ""
        return chain

    def _number(self, properties: Element | None, chain: list[Element]) -> tuple[str, int]:
        for holder in (properties, *(style.find(w("pPr")) for style in chain)):
            number = value(holder, "numPr/numId")
            if number is not None:
                level = value(holder, "numPr/ilvl") or "0"
                depth = min(int(level), _MAX_LEVEL) if level.isdigit() else 0
                return ("" if number == "0" else number), depth
        return "", 0

    def _count(self, number: str, level: int) -> str | None:
        definition = self._levels.get(number, {})
        here = definition.get(level)
        if here is None or here.form in ("bullet", "none"):
            return None
        counts = self._counts.setdefault(number, [])
        while len(counts) <= level:
            above = definition.get(len(counts))
            counts.append((above.start if above else 1) - (1 if len(counts) == level else 0))
        del counts[level + 1 :]
        counts[level] += 1

        def shown(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            form = definition[place].form if place in definition else "decimal"
            return _written(counts[place], form) if place < len(counts) else ""

        return re.sub(r"%([1-9])", shown, here.text).strip() or None


def _styles(document: WordDocument) -> dict[str, Element]:
    found = document.styles.element.iter(w("style"))
    return {style.get(w("styleId"), ""): style for style in found}


def _levels(document: WordDocument) -> dict[str, dict[int, _Level]]:
    """For each numbering id, its levels. A file without numbering has none."""
    part = next(
        (rel.target_part for rel in document.part.rels.values()
         if rel.reltype.endswith("/numbering") and not rel.is_external),
        None,
    )  # fmt: skip
    if part is None:
        return {}
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    abstract = {
        item.get(w("abstractNumId"), ""): {
            int(level.get(w("ilvl"), "0")): _level(level) for level in item.iter(w("lvl"))
        }
        for item in root.iter(w("abstractNum"))
    }
    return {
        number.get(w("numId"), ""): abstract.get(value(number, "abstractNumId") or "", {})
        for number in root.iter(w("num"))
    }


def _level(element: Element) -> _Level:
    start = value(element, "start") or "1"
    return _Level(
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=int(start) if start.isdigit() else 1,
    )


def _heading(style: Element) -> int:
    name = value(style, "name") or ""
    if name.lower() == "title":
        return 1
    match = _HEADING_STYLE.fullmatch(name)
    return int(match.group(1)) if match else 0


def _item(style: Element) -> int:
    match = _BULLET_STYLE.fullmatch(value(style, "name") or "")
    return int(match.group(1) or "1") if match else 0


def _written(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        left, roman = number, ""
        for worth, sign in _ROMAN:
            while left >= worth:
                roman, left = roman + sign, left - worth
        return roman if form == "lowerRoman" else roman.upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)
