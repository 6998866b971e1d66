"""The lists a Word file defines, and counting along them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from lxml import etree

from ingest.word_text import Element, value, w

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list writes its numbers; `style` is the paragraph style tied to it."""

    form: str
    text: str
    start: int
    style: str


@dataclass(slots=True)
class Lists:
    """List id -> its levels. Lists of one definition go on counting where the other stopped."""

    definition: dict[str, str]
    levels: dict[str, dict[int, Level]]
    restarts: dict[str, dict[int, int]]
    _counts: dict[str, list[int]] = field(default_factory=dict)
    _started: set[str] = field(default_factory=set)

    def level_of_style(self, number: str, styles: Sequence[str]) -> int:
        """The level tied to one of the styles, 0 if none is."""
        levels = self.levels.get(self.definition.get(number, ""), {})
        return next((depth for depth, level in levels.items() if level.style in styles), 0)

    def count(self, number: str, level: int) -> str | None:
        """The printed number of the next paragraph of a list, None for bullets."""
        definition = self.definition.get(number, "")
        levels = self.levels.get(definition, {})
        here = levels.get(level)
        if here is None or here.form in ("bullet", "none"):
            return None
        counts = self._counts.setdefault(definition, [])
        if number not in self._started:
            self._started.add(number)
            self._restart(number, counts)
        while len(counts) <= level:
            above = levels.get(len(counts))
            counts.append((above.start if above else 1) - (1 if len(counts) == level else 0))
        del counts[level + 1 :]
        counts[level] += 1

        def written(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            form = levels[place].form if place in levels else "decimal"
            return write_number(counts[place], form) if place < len(counts) else ""

        return _PLACE.sub(written, here.text).strip() or None

    def _restart(self, number: str, counts: list[int]) -> None:
        for level, start in sorted(self.restarts.get(number, {}).items()):
            if level < len(counts):
                counts[level] = start - 1
                del counts[level + 1 :]


def read_lists(document: WordDocument) -> Lists:
    """The lists of a file; one without numbering has none."""
    parts = document.part.rels.values()
    part = next(
        (p.target_part for p in parts if p.reltype.endswith("/numbering") and not p.is_external),
        None,
    )
    if part is None:
        return Lists({}, {}, {})
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    numbers = {number.get(w("numId"), ""): number for number in root.iter(w("num"))}
    return Lists(
        definition={key: value(number, "abstractNumId") or "" for key, number in numbers.items()},
        levels={
            item.get(w("abstractNumId"), ""): _levels(item) for item in root.iter(w("abstractNum"))
        },
        restarts={key: _restarts(number) for key, number in numbers.items()},
    )


def _levels(definition: Element) -> dict[int, Level]:
    return {
        int(level.get(w("ilvl"), "0")): Level(
            form=value(level, "numFmt") or "decimal",
            text=value(level, "lvlText") or "",
            start=_whole(value(level, "start"), 1),
            style=value(level, "pStyle") or "",
        )
        for level in definition.iter(w("lvl"))
    }


def _restarts(number: Element) -> dict[int, int]:
    return {
        _whole(override.get(w("ilvl")), 0): _whole(value(override, "startOverride"), 1)
        for override in number.iter(w("lvlOverride"))
        if override.find(w("startOverride")) is not None
    }


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() else otherwise


def write_number(number: int, form: str) -> str:
    """A number in one of Word's forms: 3 as "3", "03", "c", "C", "iii" or "III"."""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        left, roman = number, ""
        for worth, sign in _ROMAN:
            while left >= worth:
                roman, left = roman + sign, left - worth
        return roman if form == "lowerRoman" else roman.upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)
