"""Reading with pypdf what pdfium cannot open: text without places, so without tables."""

import logging
from io import BytesIO

import pypdf
from pypdf.errors import FileNotDecryptedError, PyPdfError

from ingest.document import BlockKind, FileFormat, Page
from ingest.errors import DamagedFile, EncryptedFile, TooManyPages
from ingest.raw import RawBlock, RawDocument, Run
from ingest.settings import IngestSettings

# Not PyPdfError alone: broken files make pypdf fail in ways that are not its own.
BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
LOST = "was read line by line, without tables, because it is damaged"

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_plainly(name: str, data: bytes, settings: IngestSettings) -> RawDocument:
    """The lines of a PDF that pdfium cannot open, each a paragraph.

    Raises DamagedFile, EncryptedFile or TooManyPages.
    """
    try:
        reader = pypdf.PdfReader(BytesIO(data), strict=False)
        count = len(reader.pages)
        blocks = tuple(_blocks(reader, count)) if count <= settings.max_pages else ()
    except FileNotDecryptedError as error:
        raise EncryptedFile(
            name, "is locked with a password", "Save a copy without one and add that."
        ) from error
    except BROKEN as error:
        raise _damaged(name) from error
    if count > settings.max_pages:
        raise TooManyPages(
            name,
            f"has {count:,} pages, more than the {settings.max_pages:,} allowed",
            "Split it, or raise the setting max_pages.",
        )
    if not blocks:
        raise _damaged(name)
    pages = tuple(Page(number) for number in range(1, count + 1))
    return RawDocument(FileFormat.PDF, blocks, pages, problems=(LOST,))


def _blocks(reader: pypdf.PdfReader, count: int) -> list[RawBlock]:
    blocks: list[RawBlock] = []
    for index in range(count):
        for line in reader.pages[index].extract_text().splitlines():
            if line.strip():
                run = Run(" ".join(line.split()), index + 1)
                blocks.append(RawBlock(BlockKind.PARAGRAPH, (run,)))
    return blocks


def _damaged(name: str) -> DamagedFile:
    return DamagedFile(name, "is damaged and no reader can open it", "Fetch or export it again.")
