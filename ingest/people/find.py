"""Finding the lists of people in a document: attendance, apologies, membership, sign-offs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.document import Block, BlockKind, Person, Span, Table
from ingest.people.entries import read_apologies, read_line, read_names, read_row
from ingest.people.names import looks_like_name, looks_like_role, split_role_and_body

_NUMBER = r"\W*(?:\d+(?:\.\d+)*\.?\s*)?"
_CUES = (
    (
        "substitute",
        re.compile(rf"{_NUMBER}substitutes?\b(?:\s+members?)?(?:\s+present)?\W*$", re.I),
    ),
    ("apologies", re.compile(rf"{_NUMBER}apologies\b.{{0,40}}$", re.I)),
    (
        "present",
        re.compile(
            rf"{_NUMBER}(?:(?:in\s+)?attendance|attendees|(?:also\s+)?(?:present|in attendance)|"
            r"(?:[\w/ ]{0,40}\s)present|those present)\W*$",
            re.I,
        ),
    ),
    (
        "member",
        re.compile(
            rf"{_NUMBER}(?:panel\s+|committee\s+)?member(?:ship|s)\b[\w\s-]{{0,20}}\W*$", re.I
        ),
    ),
)
_SIGN_OFF = re.compile(
    r"^(?:yours\s+(?:sincerely|faithfully)|kind\s+regards|signatures?)\W*$", re.I
)
_CUE_LENGTH = 70  # characters: a heading, not a sentence
_CLOSE = 40  # characters
_SIGN_OFF_LINES = 6  # a signature picture, the name, the role, the office


@dataclass(slots=True)
class _Reading:
    """Where the walk through the document stands."""

    presence: str = ""
    people: list[Person] = field(default_factory=list)
    signing: int = 0  # lines in which a signature may still come


def find_people(text: str, blocks: Sequence[Block], tables: Sequence[Table]) -> tuple[Person, ...]:
    """Everybody listed as present, absent, member or substitute, and who signed ("named").

    Reads bullets ("Role – Name, Body"), tables of names with roles or bodies, sentences that
    report apologies, and the name above a role after "Yours sincerely".
    """
    reading = _Reading()
    for block in blocks:
        if block.kind is BlockKind.TABLE and block.table is not None:
            _read_table(text, tables[block.table], reading)
        else:
            for line, span in _lines(text, block.span):
                _read_block(line, span, block.kind, reading)
    signed = (person for person in reading.people if person.presence != "named" or person.role)
    return tuple(_unique(signed))


def _lines(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    for match in re.finditer(r"[^\n]+", span.of(text)):
        if match.group().strip():
            start = span.start + match.start()
            yield match.group(), Span(start, span.start + match.end())


def _read_block(line: str, span: Span, kind: BlockKind, reading: _Reading) -> None:
    cue = _cue(line)
    if cue is not None:
        reading.presence, reading.signing = cue, 0
        return
    if listed := _listed_in_line(line, span):
        reading.people += listed
        return
    for name, start in read_apologies(line):
        begin = span.start + start
        reading.people.append(Person(name, "", "", "apologies", Span(begin, begin + len(name))))
    if _SIGN_OFF.match(line.strip()):
        reading.presence, reading.signing = "", _SIGN_OFF_LINES
    elif reading.signing:
        _read_signature(line, span, reading)
    elif reading.presence:
        entry = read_line(line)
        if entry is not None:
            reading.people.append(entry.person(reading.presence, span))
        elif kind is BlockKind.HEADING or len(line) > 2 * _CUE_LENGTH:
            reading.presence = ""


def _listed_in_line(line: str, span: Span) -> list[Person]:
    """People named after the label of their list: "Apologies: Ann Lee, Clerk; Jo Hay (Chair)"."""
    match = _LABELLED_LIST.match(line)
    presence = _cue(match["label"]) if match else None
    if match is None or presence is None:
        return []
    begin = span.start + match.start("names")
    if names := read_names(match["names"]):
        return [
            Person(name, "", "", presence, Span(begin + at, begin + at + len(name)))
            for name, at in names
        ]
    return [
        entry.person(presence, Span(begin + piece.start(), begin + piece.end()))
        for piece in _ENTRY.finditer(match["names"])
        if (entry := read_line(piece.group()))
    ]


_LABELLED_LIST = re.compile(r"(?P<label>[^:;]{4,60}):\s+(?P<names>\S.*)")
_ENTRY = re.compile(r"[^\s;.][^;]*[^\s;.]")


def _cue(line: str) -> str | None:
    if len(line) > _CUE_LENGTH:
        return None
    return next((presence for presence, cue in _CUES if cue.match(line.strip())), None)


def _read_signature(line: str, span: Span, reading: _Reading) -> None:
    """A name on a line of its own, its role on the next, the body on the one after."""
    words = line.strip(" .,_\t")
    if not words:
        return  # the dotted line to sign on
    reading.signing -= 1
    last = reading.people[-1] if reading.people else None
    if looks_like_name(words):
        reading.people.append(Person(words, "", "", "named", span))
        reading.signing = _SIGN_OFF_LINES
    elif last is not None and last.presence == "named" and _follows(last, span):
        grown = _with_office(last, words, Span(last.span.start, span.end))
        reading.signing = 0 if grown is None else reading.signing
        reading.people[-1] = grown or last


def _follows(person: Person, span: Span) -> bool:
    """Whether a line stands close below the person's."""
    return span.start - person.span.end < _CLOSE


def _with_office(person: Person, words: str, span: Span) -> Person | None:
    """The person with the role, or the body, that the line below the name gives; None if none."""
    role, body = split_role_and_body(words)
    if not person.role and looks_like_role(role):
        return Person(person.name, role, body, "named", span)
    if person.role and not person.body and body and not role:
        return Person(person.name, person.role, body, "named", span)
    return None


def _read_table(text: str, table: Table, reading: _Reading) -> None:
    presence = reading.presence or _table_cue(table)
    substitutes = [i for i, column in enumerate(table.columns) if "substitute" in column.lower()]
    if not presence and not substitutes:
        return
    for row in table.rows:
        cells = [cell.of(text).strip() for cell in row.cells]
        main = [cell for i, cell in enumerate(cells) if i not in substitutes]
        entry = read_row(main)
        if entry is None:
            continue
        reading.people.append(entry.person(presence or "member", row.span))
        for place in substitutes:
            if place < len(cells) and looks_like_name(cells[place]):
                stand_in = Person(
                    cells[place], "", entry.body or entry.role, "substitute", row.cells[place]
                )
                reading.people.append(stand_in)


def _table_cue(table: Table) -> str:
    """A table of people may say so in its own caption or columns."""
    caption = _cue(table.caption) or ""
    columns = " ".join(table.columns).lower()
    if "apologies" in columns:
        return "apologies"
    if "attend" in columns or "present" in columns.split():
        return "present"
    return caption


def _unique(people: Iterable[Person]) -> Iterator[Person]:
    seen: set[tuple[str, str, int]] = set()
    for person in people:
        key = (person.name.casefold(), person.presence, person.span.start)
        if key not in seen:
            seen.add(key)
            yield person
