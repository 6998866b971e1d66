"""The title a document gives itself."""

import re
from collections.abc import Mapping, Sequence

from ingest.document import DocumentKind, Finding
from ingest.metadata.cues import CUES, Zone
from ingest.metadata.head import Line

_SUBJECT = re.compile(r"(?:re|subject)\s*:\s*(?P<subject>.{6,160})", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:date|time|venue|location|reply to|telephone|tel|email|e-mail|contact|our ref|your ref|"
    r"present|status|owner|author|version|from|to|dear|www\.|https?:)\b",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"^(?:microsoft word|untitled|document\d*|slide \d|powerpoint|.*\.(?:docx?|pdf|pptx?|xlsx?)$)",
    re.IGNORECASE,
)
_TITLE_LINES = 12
_LONGEST = 140


def find_title(
    name: str, lines: Sequence[Line], kind: DocumentKind, info: Mapping[str, str]
) -> tuple[str, Finding]:
    """A letter's subject, the first line that names the kind, the first heading or line, or
    the file's own title; last, the file's name in words."""
    if kind in {DocumentKind.FOI_RESPONSE, DocumentKind.OTHER}:
        subject = next((m for line in lines if (m := _SUBJECT.match(line.text))), None)
        if subject:
            return _clean(subject["subject"]), Finding("title", "subject line", 0.95)
    candidates = [line for line in lines[:_TITLE_LINES] if _possible(line.text)]
    named = [line for line in candidates if _names_kind(line.text, kind)]
    if named:
        return _clean(named[0].text), Finding("title", "first lines", 0.95)
    own = info.get("title", "").strip()
    if len(own.split()) > 1 and len(own) <= _LONGEST and not _NO_TITLE.match(own):
        return _clean(own), Finding("title", "file's own title", 0.8)
    headings = [line for line in lines if line.heading and _possible(line.text)]
    for line, source, sure in (
        *((line, "first heading", 0.8) for line in headings[:1]),
        *((line, "first line", 0.6) for line in candidates[:1]),
    ):
        return _clean(line.text), Finding("title", source, sure)
    return _from_name(name), Finding("title", "file name", 0.4)


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
