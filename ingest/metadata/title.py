"""The title a document gives itself."""

import re
from collections.abc import Mapping, Sequence

from ingest.document import DocumentKind, Finding
from ingest.metadata.body import names_a_body
from ingest.metadata.cues import CUES, Zone
from ingest.metadata.head import Line
from ingest.metadata.labelled import labelled_value

_SUBJECT = re.compile(r"(?:re|subject)\s*:\s*(?P<subject>.{6,160})", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:date|time|venue|location|reply to|telephone|tel|email|e-mail|contact|our ref|your ref|"
    r"ref|reference|our reference|your reference|(?:press|news|media) release\W*$|"
    r"notes? to editors?|present|status|owner|author|version|from|to|dear|www\.|https?:)\b",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"^(?:microsoft word|untitled|document\d*|slide \d|powerpoint|.*\.(?:docx?|pdf|pptx?|xlsx?)$)",
    re.IGNORECASE,
)
_REQUEST_NUMBER = re.compile(
    r"\b(?:(?:FOI|EIR|FOIA|RFI)\W?[A-Z0-9/_-]*\d+(?:[/_-][A-Z0-9]+)*|"
    r"(?<=ref: )[A-Z0-9/_-]*\d+|(?<=reference: )[A-Z0-9/_-]*\d+)\b",
    re.IGNORECASE,
)
_SECOND_LINE = re.compile(
    r"\b(?:report|plan|update|strategy|statement|notice|minutes|summary|results)\b|^\W*20\d\d\b",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(
    r"\W*(?:(?:pcc|opcc|decision|notice|record|form|report|of|no|number|ref|reference)\b\W*)+"
    r"[A-Z]{0,8}[\d/. -]+\W*$",
    re.IGNORECASE,
)
"""A decision's number alone: what was decided stands in a heading below it."""
_NEAR = 3  # lines below a number in which the heading is looked for
_TITLE_LINES = 12
_LONGEST = 140
_SHORT = 70  # characters of a second title line


def find_title(
    name: str, lines: Sequence[Line], kind: DocumentKind, info: Mapping[str, str]
) -> tuple[str, Finding]:
    """A letter's subject, a decision's own title, the first line that names the kind, the file's
    own title, the first heading or line; last, the file's name in words."""
    if kind is DocumentKind.FOI_RESPONSE:
        return _letter_title(lines)
    if kind is DocumentKind.DECISION_NOTICE and (decision := _decision_title(lines)):
        return decision, Finding("title", "number and title lines", 0.95)
    candidates = [line for line in lines[:_TITLE_LINES] if _possible(line.text)]
    for line in candidates:
        if kind is not DocumentKind.PRESS_RELEASE and _names_kind(line.text, kind):
            return _with_second_line(line, lines), Finding("title", "first lines", 0.95)
    own = _own_title(info)
    if own:
        return own, Finding("title", "file's own title", 0.8)
    headings = [line for line in lines if line.heading and _possible(line.text)]
    choices = [(line, "first heading", 0.8) for line in headings]
    choices += [(line, "first line", 0.6) for line in candidates]
    choices.sort(key=lambda choice: names_a_body(choice[0].text))  # a letterhead is the last choice
    if choices:
        line, source, sure = choices[0]
        return _clean(line.text), Finding("title", source, sure)
    return _from_name(name), Finding("title", "file name", 0.4)


def _letter_title(lines: Sequence[Line]) -> tuple[str, Finding]:
    """The subject line, with the request's number where it lacks one."""
    numbers = [match.group() for line in lines if (match := _REQUEST_NUMBER.search(line.text))]
    number = numbers[0] if numbers else ""
    subjects = [m["subject"] for line in lines if (m := _SUBJECT.match(line.text))]
    subjects += [
        line.text
        for line in lines
        if _possible(line.text)
        and re.search(r"\b(?:freedom of information|environmental information)\b", line.text, re.I)
    ]
    if not subjects:
        title = f"Freedom of Information response {number}".strip()
        return title, Finding("title", "kind and request number", 0.7)
    title = _clean(subjects[0])
    if number and number.lower() not in title.lower():
        title = f"{title} ({number})"
    return title, Finding("title", "subject line", 0.95)


def _decision_title(lines: Sequence[Line]) -> str | None:
    """ "Decision Notice 2024/18: Community fund" from the lines that hold number and title."""
    title = labelled_value(lines, r"(?:title|subject|report title)")
    if not title:
        return None
    number = labelled_value(
        lines, r"(?:decision\s+)?(?:notice\s+)?(?:no|number|ref(?:erence)?)\b\.?"
    )
    head = f"Decision Notice {number}" if number and re.search(r"\d", number) else "Decision Notice"
    return _clean(f"{head}: {title}")


def _own_title(info: Mapping[str, str]) -> str:
    """What the file says its title is, without the web site's name; "" where that is no title."""
    own = info.get("title", "").strip()
    first, bar, rest = own.partition(" | ")
    if bar and first.strip() and names_a_body(rest):
        own = first
    fits = len(own.split()) > 1 and len(own) <= _LONGEST and not _NO_TITLE.match(own)
    return _clean(own) if fits else ""


def _with_second_line(line: Line, lines: Sequence[Line]) -> str:
    """ "Custody Visiting Scheme" and "Annual Report 2024/25" below it are one title.

    So are "Decision Notice 2025-14" and the heading "Sale of the police station" below that.
    """
    place = lines.index(line) + 1
    if place < len(lines):
        below = lines[place].text
        fits = len(below) <= _SHORT and _possible(below) and not names_a_body(below)
        if fits and _SECOND_LINE.search(below) and not re.search(r"\b20\d\d\b", line.text):
            return f"{_clean(line.text)}: {_clean(below)}"
    if _BARE_NUMBER.match(line.text):
        named = (near for near in lines[place : place + _NEAR] if near.heading)
        for near in named:
            if _possible(near.text) and not names_a_body(near.text):
                return f"{_clean(line.text)}: {_clean(near.text)}"
    return _clean(line.text)


def _possible(text: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", text)
    return (
        len(words) > 1
        and len(text) <= _LONGEST
        and not _LABEL.match(text)
        and not text.rstrip().endswith((".", ";", ":"))
    )


def _names_kind(text: str, kind: DocumentKind) -> bool:
    return any(
        cue.pattern.search(text) for cue in CUES if cue.kind is kind and Zone.TITLE in cue.zones
    )


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\t", " ")).strip(" *#_-–—:")


def _from_name(name: str) -> str:
    words = re.sub(r"[-_.\s]+", " ", name).strip()
    return words[:1].upper() + words[1:]
