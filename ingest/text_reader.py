"""Read text and Markdown files, converted documents included.

Form feeds are page breaks; a file without them has no pages. Tables may be tab-separated lines,
Markdown pipe tables or HTML. Everything else is recognised line by line, see `text_lines`.
"""

import re
from pathlib import Path

from charset_normalizer import from_bytes

from ingest.document import FileFormat, Page
from ingest.errors import MismatchedFile, TextlessFile
from ingest.file_bytes import read_bytes
from ingest.html_reader import blocks_of_html
from ingest.markup import plain
from ingest.raw import RawBlock, RawDocument
from ingest.settings import IngestSettings
from ingest.text_blocks import blocks_of_lines
from ingest.text_lines import classify

_MARKDOWN = frozenset({".md", ".markdown"})
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n((?:[\w .-]{1,40}:.*\r?\n){1,40})---[ \t]*(?:\r?\n|\Z)")
_FILLED = 55  # characters: a line this long was probably broken because it was full
_LONG = 140  # characters: a line this long was not broken at all


def read_text(path: Path, settings: IngestSettings) -> RawDocument:
    """Read a text or Markdown file.

    Raises: an IngestError when the file is missing, empty, too large or not text.
    """
    content = read_bytes(path, settings)
    text = decode(path.name, content)[: settings.max_characters]
    form = FileFormat.MARKDOWN if path.suffix.lower() in _MARKDOWN else FileFormat.TEXT
    if _is_html(text):
        return RawDocument(form, tuple(blocks_of_html(text)))
    info, text = _front_matter(text) if form is FileFormat.MARKDOWN else ({}, text)
    sheets = _sheets(text)
    pages = tuple(Page(number) for number in range(1, len(sheets) + 1)) if len(sheets) > 1 else ()
    blocks = _blocks(sheets, form)
    if not blocks:
        raise TextlessFile(path.name, "it holds no words", "Check that the conversion worked.")
    return RawDocument(form, blocks, pages, info)


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


def _blocks(sheets: list[str], form: FileFormat) -> tuple[RawBlock, ...]:
    """The blocks of all pages, numbered from 1 where there are several."""
    blocks: list[RawBlock] = []
    wrap = 0 if form is FileFormat.MARKDOWN else wrap_width(sheets)
    for number, sheet in enumerate(sheets, start=1):
        page = number if len(sheets) > 1 else None
        lines = [classify(line) for line in sheet.split("\n")]
        blocks.extend(blocks_of_lines(lines, page=page, wrap=wrap))
    return tuple(blocks)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """What a Markdown file says of itself between two rules at its very top, and the rest."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    pairs = (line.partition(":") for line in match.group(1).splitlines())
    info = {name.strip().lower(): plain(words.strip("\"' ")) for name, _, words in pairs}
    return {name: words for name, words in info.items() if name and words}, text[match.end() :]


def wrap_width(sheets: list[str]) -> int | None:
    """The width lines were broken to, so that a paragraph is several lines; None if they were not.

    They were when hardly any line of words is long, and most lines that fill the width are
    followed by another line of words.
    """
    filled = followed = 0
    lengths: list[int] = []
    for sheet in sheets:
        lines = sheet.split("\n")
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            if "\t" in line or not line.strip():
                continue
            lengths.append(len(line.rstrip()))
            if len(line) > _FILLED:
                filled += 1
                followed += bool(following.strip()) and "\t" not in following
    long = sum(length > _LONG for length in lengths)
    if not filled or long > len(lengths) * 0.01 or followed < filled * 0.5:
        return None
    return sorted(lengths)[int((len(lengths) - 1) * 0.98)]
