"""Read Word files (.docx): paragraphs and tables in reading order."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from ingest.document import BlockKind, FileFormat
from ingest.errors import DamagedFile, EncryptedFile, FileTooLarge, MismatchedFile, TextlessFile
from ingest.file_bytes import read_bytes
from ingest.raw import RawBlock, RawDocument, Run
from ingest.settings import IngestSettings
from ingest.word_footnotes import Footnotes
from ingest.word_numbering import Numbering
from ingest.word_tables import table_blocks
from ingest.word_text import Element, children, is_bold, paragraph_lines, w

_MAX_DEPTH = 30  # content controls within content controls


def read_word(path: Path, settings: IngestSettings) -> RawDocument:
    """Read a Word file. It has no pages: where they break is decided by whoever prints it.

    Raises: an IngestError when it is missing, empty, too large, encrypted or not a Word file.
    """
    content = read_bytes(path, settings)
    _check(path.name, content, settings)
    try:
        document = docx.Document(io.BytesIO(content))
        blocks = tuple(_Reader(document).blocks())
        info = _info(document)
    except Exception as error:
        # python-docx answers broken parts with whatever its code happens to trip over.
        raise DamagedFile(path.name, "its parts are broken", "Open and save it in Word.") from error
    if not blocks:
        raise TextlessFile(path.name, "it holds no words", "Check that it is not only pictures.")
    return RawDocument(FileFormat.WORD, blocks, info=info)


def _check(name: str, content: bytes, settings: IngestSettings) -> None:
    """Refuse what is no Word file, or would unpack to more than is allowed."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise EncryptedFile(
            name, "it is locked with a password or in the old .doc form", "Save it as plain .docx."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
            names = parts.namelist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise MismatchedFile(
            name, "it is not a Word file, or only a part of one", "Fetch it again from its source."
        ) from error
    if unpacked > settings.max_unpacked_bytes:
        raise FileTooLarge(
            name, f"it unpacks to {unpacked} bytes", "Do not open it: beware a trap."
        )
    if "word/document.xml" not in names:
        raise MismatchedFile(name, "it is not a Word file", "Give it its right ending.")


def _info(document: WordDocument) -> dict[str, str]:
    properties = document.core_properties
    found = {
        "title": properties.title,
        "subject": properties.subject,
        "author": properties.author,
        "created": properties.created.isoformat() if properties.created else "",
        "modified": properties.modified.isoformat() if properties.modified else "",
    }
    return {name: value.strip() for name, value in found.items() if value and value.strip()}


class _Reader:
    def __init__(self, document: WordDocument) -> None:
        self._body = document.element.body
        self._numbering = Numbering(document)
        self._footnotes = Footnotes(document)

    def blocks(self) -> Iterator[RawBlock]:
        yield from self._walk(self._body, 0)

    def _walk(self, parent: Element, depth: int) -> Iterator[RawBlock]:
        if depth > _MAX_DEPTH:
            return
        for child in children(parent):
            if child.tag == w("p"):
                yield from self._paragraph(child)
                yield from self._notes(child)
            elif child.tag == w("tbl"):
                yield from table_blocks(child, self._numbering)
                yield from self._notes(child)
            elif child.tag in (w("sdt"), w("sdtContent"), w("ins"), w("customXml"), w("smartTag")):
                yield from self._walk(child, depth + 1)

    def _notes(self, element: Element) -> Iterator[RawBlock]:
        """Footnotes come right after what they explain, since a Word file has no pages."""
        for note in self._footnotes.of(element):
            yield RawBlock(BlockKind.PARAGRAPH, (Run(note),))

    def _paragraph(self, element: Element) -> Iterator[RawBlock]:
        role = self._numbering.role(element)
        for place, line in enumerate(paragraph_lines(element)):
            first = place == 0
            label = role.label if first else None
            runs = (Run(f"{label} {line}" if label else line),)
            if role.heading:
                yield RawBlock(BlockKind.HEADING, runs, level=role.heading, label=label)
            elif role.item and first:
                yield RawBlock(BlockKind.LIST_ITEM, runs, level=role.item, label=label)
            else:
                yield RawBlock(BlockKind.PARAGRAPH, runs, bold=is_bold(element), label=label)
