"""What a PDF file says of itself: title, dates, and the labels of its pages, read with pypdf.

Nothing here is needed to read the text, and files get it wrong often, so whatever cannot be read
is left out.
"""

import logging
from dataclasses import dataclass, field
from io import BytesIO

import pypdf
from pypdf.errors import PyPdfError

FIELDS = {
    "/Title": "title",
    "/Author": "author",
    "/Subject": "subject",
    "/Keywords": "keywords",
    "/Creator": "creator",
    "/Producer": "producer",
    "/CreationDate": "created",
    "/ModDate": "modified",
}
# Not PyPdfError alone: broken files make pypdf fail in ways that are not its own.
BROKEN = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)

logging.getLogger("pypdf").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class FileInfo:
    """The file's own metadata under lower-case names, and its page labels if it sets any."""

    info: dict[str, str] = field(default_factory=dict)
    labels: tuple[str, ...] = ()


def file_info(data: bytes) -> FileInfo:
    """Read the metadata and page labels of a PDF."""
    try:
        reader = pypdf.PdfReader(BytesIO(data), strict=False)
        return FileInfo(_info(reader), _labels(reader))
    except BROKEN:
        return FileInfo()


def _info(reader: pypdf.PdfReader) -> dict[str, str]:
    metadata: dict[str, object] = dict(reader.metadata or {})
    found: dict[str, str] = {}
    for key, name in FIELDS.items():
        value = metadata.get(key)
        if isinstance(value, str) and value.strip("\x00 "):
            found[name] = value.strip("\x00 ")
    return found


def _labels(reader: pypdf.PdfReader) -> tuple[str, ...]:
    if "/PageLabels" not in reader.root_object:
        return ()
    return tuple(reader.page_labels)
