"""Nothing in a released Word file that its reader cannot see.

Looked for: comments, tracked changes, hidden text, custom properties and XML, embedded files, and
names of authors. Two forces leaked 1,230 people's data through hidden contents.
"""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from docx.document import Document as WordDocument

_PARTS = {
    "comments": re.compile(r"word/(?:comments|people)"),
    "custom data": re.compile(r"customXml/|docProps/custom"),
    "embedded files": re.compile(r"word/(?:embeddings|activeX|vbaProject)"),
    "a preview picture": re.compile(r"docProps/thumbnail"),
}
_MARKUP = {
    "tracked changes": re.compile(rb"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b"),
    "hidden text": re.compile(
        rb"<w:(?:vanish|webHidden|specVanish)\b(?![^>]*w:val=\"(?:0|false)\")"
    ),
    "comment marks": re.compile(rb"<w:comment(?:RangeStart|Reference)\b"),
    "an author's name": re.compile(
        rb"w:author=\"[^\"]|<(?:dc:creator|cp:lastModifiedBy|Company|Manager)>[^<]"
    ),
}
_EPOCH = datetime(2000, 1, 1)


def strip_properties(document: WordDocument, title: str) -> None:
    """Leave the file nothing of who made it and when; `title` is for screen readers."""
    properties = document.core_properties
    for name in ("author", "last_modified_by", "comments", "keywords", "category", "subject"):
        setattr(properties, name, "")
    for name in ("content_status", "identifier", "version"):
        setattr(properties, name, "")
    properties.title = title
    properties.revision = 1
    properties.created = properties.modified = properties.last_printed = _EPOCH


def find_hidden(word_file: bytes) -> tuple[str, ...]:
    """What a .docx holds that its reader does not see, in words; empty if nothing."""
    found: dict[str, None] = {}
    with ZipFile(BytesIO(word_file)) as archive:
        for name in archive.namelist():
            found.update(dict.fromkeys(what for what, at in _PARTS.items() if at.match(name)))
            if not name.endswith((".xml", ".rels")):
                continue
            content = archive.read(name)
            if not name.startswith("word/styles"):
                found.update(dict.fromkeys(w for w, at in _MARKUP.items() if at.search(content)))
    return tuple(found)
