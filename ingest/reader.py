"""Read one file into a document."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from ingest.document import Document, FileFormat
from ingest.errors import UnsupportedFile
from ingest.file_bytes import read_bytes
from ingest.file_kind import check_kind
from ingest.html_reader import read_html
from ingest.pdf import read_pdf
from ingest.raw import RawDocument
from ingest.settings import IngestSettings
from ingest.sources import FORMATS
from ingest.structure import build_document
from ingest.text_reader import read_text
from ingest.word_reader import read_word

Reader = Callable[[Path, IngestSettings], RawDocument]

_READERS: dict[FileFormat, Reader] = {
    FileFormat.TEXT: read_text,
    FileFormat.MARKDOWN: read_text,
    FileFormat.HTML: read_html,
    FileFormat.WORD: read_word,
    FileFormat.PDF: read_pdf,
}


def read_document(path: Path, settings: IngestSettings | None = None) -> Document:
    """Read and structure one file, in this process and without limits on time or memory.

    Raises: an IngestError that says what failed and what to do.
    """
    settings = settings or IngestSettings()
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        known = ", ".join(FORMATS)
        raise UnsupportedFile(
            path.name,
            f"files ending in {path.suffix or 'nothing'} are not read",
            f"Read are {known}.",
        )
    content = read_bytes(path, settings)
    check_kind(path.name, content, form)
    sha256 = hashlib.sha256(content).hexdigest()
    return build_document(path.stem, sha256, _READERS[form](path, settings))
