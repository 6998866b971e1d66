"""Read text and Markdown files, converted documents included.

Form feeds are page breaks; a file without them has no pages. Tables may be tab-separated lines,
Markdown pipe tables or HTML. Everything else is recognised line by line, see `text_lines`.
"""

from pathlib import Path

from charset_normalizer import from_bytes

from ingest.document import FileFormat, Page
from ingest.errors import MismatchedFile, TextlessFile
from ingest.file_bytes import read_bytes
from ingest.html_reader import blocks_of_html
from ingest.raw import RawBlock, RawDocument
from ingest.settings import IngestSettings
from ingest.text_blocks import blocks_of_lines
from ingest.text_lines import Line, classify

_MARKDOWN = frozenset({".md", ".markdown"})


def read_text(path: Path, settings: IngestSettings) -> RawDocument:
    """Read a text or Markdown file.

    Raises: an IngestError when the file is missing, empty, too large or not text.
    """
    content = read_bytes(path, settings)
    text = decode(path.name, content)[: settings.max_characters]
    form = FileFormat.MARKDOWN if path.suffix.lower() in _MARKDOWN else FileFormat.TEXT
    if _is_html(text):
        return RawDocument(form, tuple(blocks_of_html(text)))
    sheets = _sheets(text)
    pages = tuple(Page(number) for number in range(1, len(sheets) + 1)) if len(sheets) > 1 else ()
    blocks = _blocks(sheets, paged=bool(pages))
    if not blocks:
        raise TextlessFile(path.name, "it holds no words", "Check that the conversion worked.")
    return RawDocument(form, blocks, pages)


def decode(name: str, content: bytes) -> str:
    """The characters of a text file, its encoding found from marks, then UTF-8, then by statistics.

    Raises: MismatchedFile when the bytes are not text in any encoding.
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\x00" in content[:4096]:
        raise MismatchedFile(
            name, "its contents are not text", "Give it the ending it should have."
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(content[:200_000], cp_isolation=["cp1252", "latin_1", "mac_roman"]).best()
        return content.decode(best.encoding if best else "cp1252", errors="replace")


def _is_html(text: str) -> bool:
    head = text[:500].lstrip().lower()
    return head.startswith(("<!doctype html", "<html", "<head", "<body"))


def _sheets(text: str) -> list[str]:
    """The text cut at form feeds; one that ends the file starts no further page."""
    sheets = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    while len(sheets) > 1 and not sheets[-1].strip():
        sheets.pop()
    return sheets


def _blocks(sheets: list[str], *, paged: bool) -> tuple[RawBlock, ...]:
    blocks: list[RawBlock] = []
    wrapped = is_wrapped(sheets)
    for number, sheet in enumerate(sheets, start=1):
        page = number if paged else None
        lines: list[Line] = [classify(line) for line in sheet.split("\n")]
        blocks.extend(blocks_of_lines(lines, page=page, wrapped=wrapped))
    return tuple(blocks)


def is_wrapped(sheets: list[str]) -> bool:
    """Whether lines were broken to a width, so that a paragraph is several lines.

    True when hardly any line of words is long, and most lines that fill the width are followed
    by another line of words.
    """
    filled = followed = long = words = 0
    for sheet in sheets:
        lines = sheet.split("\n")
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            if "\t" in line or not line.strip():
                continue
            words += 1
            long += len(line) > 140
            if len(line) > 55:
                filled += 1
                followed += bool(following.strip()) and "\t" not in following
    return words > 0 and long <= words * 0.01 and filled > 0 and followed >= filled * 0.5
