"""One line or table row of an attendance list, read as a person."""

import re
from dataclasses import dataclass

from ingest.document import Person, Span
from ingest.people.names import looks_like_body, looks_like_name, split_role_and_body

_DASH = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*|\s*:\s+")
_BULLET = re.compile(r"^[\s>•▪◦*·–-]+|^\(?[a-z0-9]{1,2}[).]\s+")
_BRACKETED = re.compile(r"\s*\(([^()]*)\)\s*$")
_FOR = re.compile(r"\s+(?:\(?\s*substitut(?:e|ing)\s+)?for\s+", re.IGNORECASE)
_NAMES_APART = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_APOLOGIES = re.compile(
    r"apologies(?:\s+for\s+absence)?\s+(?:(?:had|have|has)\s+been|were|was)\s+"
    r"(?:received|given|sent|noted)\s+(?:from|for|by)\s+(?:the\s+following\s*:\s*)?(?P<names>[^.]{3,400})",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"\s*\((?:represented|deputis|substitut|attend|via|by|on-?line|virtual|part|from|until)[^()]*\)$",
    re.IGNORECASE,
)
_OFFICE_IN_BRACKETS = re.compile(r"^([^(),]+?)\s*\(([^(),]+,[^()]+)\)$")
_ASIDE = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line says of one person."""

    name: str
    role: str = ""
    body: str = ""

    def person(self, presence: str, span: Span) -> Person:
        """The same with where and how they are listed."""
        return Person(self.name, self.role, self.body, presence, span)


def read_line(line: str) -> Entry | None:
    """A person from "Role – Name, Body", "Name – Role, Body", "Name, Role, Body" or "Name (Role)".

    None where no part of the line is clearly a name.
    """
    line = _BULLET.sub("", line).strip(" \t.;,")
    if not line or len(line) > 240:
        return None
    parts = _DASH.split(line, maxsplit=1)
    if len(parts) == 2:
        return _dashed(parts[0].strip(), parts[1].strip())
    return _listed(line)


def _dashed(left: str, right: str) -> Entry | None:
    name, comma, rest = right.partition(",")
    if looks_like_name(name) and not looks_like_name(_bare(left)):
        return Entry(name.strip(), left, _HOW.sub("", rest).strip() if comma else "")
    if looks_like_name(_bare(left)):
        role, body = split_role_and_body(right)
        return Entry(_bare(left), role, body)
    return None


def _listed(line: str) -> Entry | None:
    """ "Name, Role, Body", "Name (Role)" or "Name (Role, Body)"; a bare name stands alone."""
    line = _OFFICE_IN_BRACKETS.sub(r"\1, \2", line)
    head, comma, rest = line.partition(",")
    bracket = _BRACKETED.search(head)
    name = _FOR.split(_bare(head), maxsplit=1)[0]
    if not looks_like_name(name):
        return None
    role, body = split_role_and_body(rest) if comma else ("", "")
    if bracket:
        inside = bracket[1].strip()
        if looks_like_body(inside) and not body:
            body = inside
        else:
            role = role or inside
    return Entry(name, role, body)


def _bare(words: str) -> str:
    return _BRACKETED.sub("", words).strip()


def read_row(cells: list[str]) -> Entry | None:
    """A person from a row with the name in one cell and role or body in the others."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    named = next((i for i, cell in enumerate(filled) if looks_like_name(_bare(cell))), None)
    if named is None:
        return read_line(filled[0]) if len(filled) == 1 else None
    bracket = _BRACKETED.search(filled[named])
    role = bracket[1] if bracket else ""
    body = ""
    for cell in filled[:named] + filled[named + 1 :]:
        if looks_like_name(_bare(cell)) or cell.startswith("("):
            continue
        cell_role, cell_body = split_role_and_body(cell)
        role, body = role or cell_role, body or cell_body
    return Entry(_bare(filled[named]), role, body)


def read_apologies(sentence: str) -> list[tuple[str, int]]:
    """The names in a sentence that reports apologies, with where each begins in it."""
    return [
        (name, match.start("names") + start)
        for match in _APOLOGIES.finditer(sentence)
        for name, start in _pieces(match["names"])
        if looks_like_name(name)
    ]


def read_names(words: str) -> list[tuple[str, int]]:
    """The names in words that hold names alone ("Ann Lee, Jo Hay and Sam Ide"); else nothing."""
    pieces = _pieces(words)
    alone = "(" not in words and all(looks_like_name(name) for name, _ in pieces)
    return pieces if alone else []


def _pieces(words: str) -> list[tuple[str, int]]:
    """What stands between commas and "and"s, asides left out, with where each begins."""
    bare = _ASIDE.sub(lambda aside: " " * len(aside.group()), words)
    found = []
    start = 0
    for gap in [*_NAMES_APART.finditer(bare), None]:
        piece = bare[start : gap.start() if gap else len(bare)]
        if piece.strip(" ."):
            found.append((piece.strip(" ."), start + len(piece) - len(piece.lstrip())))
        start = gap.end() if gap else len(bare)
    return found
