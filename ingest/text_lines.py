"""What one line of a text file is."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum, auto


class LineKind(StrEnum):
    """The kinds of line a text file has."""

    BLANK = auto()
    WORDS = auto()
    HEADING = auto()
    BULLET = auto()
    TABS = auto()
    PIPES = auto()
    RULE = auto()  # a dashed rule, a page number between dashes: no words
    HTML_TABLE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its kind, its words with markup still in, its indent and its heading depth.

    `width` is its length on the page; `breaks` says that a Markdown line break ends it.
    """

    kind: LineKind
    text: str
    indent: int = 0
    level: int = 0
    width: int = 0
    breaks: bool = False


_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*")
_BULLET = re.compile(
    r"(\s*)(?:[-*+]|[•●○▪■▫◦‣⁃∙·➢➤✓✔☑❖➔→–—\uf0b7\uf0a7\uf0d8])\s+(?:>\s+|[•●○▪■◦‣➢➤✓✔]\s+)?(.*)"
)
_BLANKS = frozenset(" \t\u00a0")
_LINE_SIGNS = frozenset("-=_*")
_RULE_SIGNS = frozenset("-=_*|:+–—")
_PAGE_NUMBER = re.compile(r"\s*[-–—]\s*\d{1,4}\s*[-–—]\s*")
_QUOTE = re.compile(r"\s{0,3}>\s+(.*)")
_FENCE = re.compile(r"\s*(?:```|~~~)\w*\s*")


def classify(raw: str) -> Line:
    """Say what a line is, and strip what marks it as such."""
    text = raw.rstrip()
    if not text.strip():
        return Line(LineKind.BLANK, "")
    if _is_rule(text) or _FENCE.fullmatch(text) or _PAGE_NUMBER.fullmatch(text):
        return Line(LineKind.RULE, text)
    if text.lstrip().lower().startswith("<table"):
        return Line(LineKind.HTML_TABLE, text)
    if "\t" in raw.strip(" ") and not _is_indented_words(text):
        # Cells at the end of a row may be blank: only the line end goes.
        return Line(LineKind.TABS, raw.rstrip("\r\n"))
    if text.lstrip().startswith("|") and text.count("|") >= 2:
        return Line(LineKind.PIPES, text.strip())
    line = _words(text)
    return replace(line, width=_width(text), breaks=raw.endswith(("  ", "\\")))


def _is_rule(text: str) -> bool:
    """A line drawn across, or the rule under a table's header: "-----", "* * *", "|:--|--:|"."""
    signs = set(text) - _BLANKS
    if signs - _RULE_SIGNS:
        return False
    if "|" in signs:
        return "-" in signs
    alone = len(signs) == 1 and signs <= _LINE_SIGNS and sum(text.count(sign) for sign in signs) > 1
    return alone or "--" in text or "==" in text


def _words(text: str) -> Line:
    heading = _HEADING.fullmatch(text)
    if heading and heading.group(2):
        return Line(LineKind.HEADING, heading.group(2), level=len(heading.group(1)))
    bullet = _BULLET.fullmatch(text)
    if bullet and bullet.group(2):
        return Line(LineKind.BULLET, bullet.group(2), indent=_width(bullet.group(1)))
    quote = _QUOTE.fullmatch(text)
    if quote:
        return Line(LineKind.WORDS, quote.group(1))
    stripped = text.lstrip()
    return Line(LineKind.WORDS, stripped, indent=_width(text[: len(text) - len(stripped)]))


def _is_indented_words(text: str) -> bool:
    """A bullet after a tab, "•\tWords", or words after leading tabs only, are no table row."""
    stripped = text.strip()
    if "\t" not in stripped:
        return _BULLET.fullmatch(text) is not None
    return stripped.count("\t") == 1 and _BULLET.fullmatch(stripped) is not None


def _width(blank: str) -> int:
    return len(blank.expandtabs(4))
