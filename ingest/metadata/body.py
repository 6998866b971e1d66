"""Who published a document."""

import re
from collections.abc import Sequence

from ingest.document import Body, DocumentKind, Finding
from ingest.metadata.head import Line

_OFFICE = re.compile(
    r"\bO(?:ffice of the )?P(?:olice(?: and|,)(?: Fire and)? )?C(?:rime )?C(?:ommissioner)?\w*\b|"
    r"\bOP[F]?CC[A-Z]*\b|\bPolice(?:, Fire)? and Crime Commissioner(?: for| of|'s)?\b|\bPCC\b",
)
_FORCE = re.compile(r"\b[A-Z]\w+(?: and [A-Z]\w+)? (?:Constabulary|Police)\b(?! and Crime|, Fire)")
_PANEL = re.compile(r"\bPolice(?:, Fire)? and Crime Panel\b")
_INSPECTORATE = re.compile(r"\bHMIC(?:FRS)?\b|\bInspectorate of Constabulary\b")

_BY_KIND = {
    DocumentKind.PANEL_PACK: Body.PANEL,
    DocumentKind.PANEL_MINUTES: Body.PANEL,
    DocumentKind.ANNUAL_REPORT: Body.OFFICE,
    DocumentKind.POLICE_AND_CRIME_PLAN: Body.OFFICE,
    DocumentKind.DECISION_NOTICE: Body.OFFICE,
    DocumentKind.PRECEPT_CONSULTATION: Body.OFFICE,
    DocumentKind.DELIVERY_UPDATE: Body.OFFICE,
    DocumentKind.CUSTODY_VISITING_REPORT: Body.OFFICE,
    DocumentKind.INSPECTORATE_RESPONSE: Body.OFFICE,
}
"""By law these are the panel's or the commissioner's own (2011 Act ss.5, 12, 28; SI 2011/3050)."""

_LETTER_END = re.compile(r"\byours (?:sincerely|faithfully)\b", re.IGNORECASE)
_SIGN_OFF_REACH = 500  # characters after the closing words
_FIRST_LINES = 8


def find_body(text: str, lines: Sequence[Line], kind: DocumentKind) -> tuple[Body, Finding | None]:
    """The publisher by a letter's sign-off, by kind, or by the only body the first lines name."""
    signed = _signed_by(text)
    if signed is not None:
        return signed, Finding("body", "sign-off", 0.95)
    head = "\n".join(line.text for line in lines[:_FIRST_LINES])
    if kind in _BY_KIND and _agrees(head, _BY_KIND[kind]):
        return _BY_KIND[kind], Finding("body", "kind and first lines", 0.9)
    for scope, sure in ((head, 0.8), ("\n".join(line.text for line in lines), 0.6)):
        found = _named_in(scope)
        if found is not None:
            return found, Finding("body", "first lines", sure)
    return Body.OTHER, None


def _agrees(head: str, body: Body) -> bool:
    """An annual report of the force, say, is not the commissioner's."""
    return body is Body.PANEL or bool(_OFFICE.search(head)) or not _FORCE.search(head)


def _signed_by(text: str) -> Body | None:
    ends = [match.end() for match in _LETTER_END.finditer(text)]
    return _named_in(text[ends[-1] : ends[-1] + _SIGN_OFF_REACH]) if ends else None


def _named_in(words: str) -> Body | None:
    """The one body named, the office before the force it oversees; None if none is."""
    if _PANEL.search(words):
        return Body.PANEL
    if _OFFICE.search(words):
        return Body.OFFICE
    if _INSPECTORATE.search(words):
        return Body.INSPECTORATE
    if _FORCE.search(words):
        return Body.FORCE
    return None


def names_a_body(words: str) -> bool:
    """Whether a line is little more than the name of an office, force or panel."""
    rest = words
    for pattern in (_PANEL, _OFFICE, _INSPECTORATE, _FORCE):
        rest = pattern.sub("", rest)
    return rest != words and len(re.findall(r"[^\W\d_]{4,}", rest)) <= 2
