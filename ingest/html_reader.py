"""Read HTML files, and HTML tables that stand in text."""

import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString, PreformattedString

from ingest.document import BlockKind, FileFormat
from ingest.errors import DamagedFile, TextlessFile
from ingest.file_bytes import read_bytes
from ingest.markup import plain
from ingest.raw import RawBlock, RawCell, RawDocument, Run
from ingest.settings import IngestSettings

_WITHOUT_WORDS = """
    script style head noscript template nav svg button input select textarea iframe object
"""
_BREAKING_THE_LINE = """
    p div section article main header footer aside ul ol li dl dt dd table h1 h2 h3 h4 h5 h6
    blockquote figure figcaption pre form fieldset address body html hr details summary
"""
_SKIPPED = frozenset(_WITHOUT_WORDS.split())
_BREAKS = frozenset(_BREAKING_THE_LINE.split())
_FURNITURE = re.compile(
    r"\b(?:cookie[\w-]*|skip-?(?:link|to)[\w-]*|breadcrumbs?|site-(?:nav|header|footer)|navbar)\b"
)
_HEADING = re.compile(r"h([1-6])")
_PARAGRAPH = (BlockKind.PARAGRAPH, 0)
_MAIN_SHARE = 0.4
_MAX_SPAN = 40  # a cell that claims more columns or rows than this is broken
_MAX_DEPTH = 200  # elements nested deeper are read as plain words


def read_html(path: Path, settings: IngestSettings) -> RawDocument:
    """Read an HTML file: headings, paragraphs, lists and tables of its body, in order.

    Raises: an IngestError when the file is missing, empty, too large or holds no words.
    """
    content = read_bytes(path, settings)
    try:
        soup = BeautifulSoup(content, "lxml")
    except (RecursionError, ValueError, AssertionError) as error:
        raise DamagedFile(path.name, "its HTML cannot be read", "Save the page again.") from error
    blocks = tuple(_walk_root(soup, None))
    if not blocks:
        raise TextlessFile(path.name, "it holds no words", "Save the page again as it is shown.")
    return RawDocument(FileFormat.HTML, blocks, info=_info(soup))


def blocks_of_html(markup: str, page: int | None = None) -> Iterator[RawBlock]:
    """The blocks of a piece of HTML."""
    return _walk_root(BeautifulSoup(markup, "lxml"), page)


def _info(soup: BeautifulSoup) -> dict[str, str]:
    info: dict[str, str] = {}
    if soup.title and soup.title.string:
        info["title"] = plain(soup.title.string)
    for meta in soup.find_all("meta"):
        name, value = meta.get("name") or meta.get("property"), meta.get("content")
        if isinstance(name, str) and isinstance(value, str) and plain(value):
            info.setdefault(name.lower(), plain(value))
    return info


def _walk_root(soup: BeautifulSoup, page: int | None) -> Iterator[RawBlock]:
    body = soup.body or soup
    main = _main_part(body)
    if main is not None and main.find("h1") is None:
        title = body.find("h1")
        if isinstance(title, Tag):
            yield from _Walker(page).blocks(title)
    yield from _Walker(page).blocks(main or body)


def _main_part(body: Tag) -> Tag | None:
    """The part that the page itself calls its main one, where that holds most of the words."""
    main = body.find("main") or body.find(role="main") or body.find("article")
    if not isinstance(main, Tag):
        return None
    share = len(main.get_text(" ", strip=True)) / max(len(body.get_text(" ", strip=True)), 1)
    return main if share > _MAIN_SHARE else None


class _Walker:
    """Collects the words of inline elements until an element that breaks the line."""

    def __init__(self, page: int | None) -> None:
        self._page = page
        self._words: list[str] = []
        self._found: list[RawBlock] = []
        self._next = _PARAGRAPH  # what the words being collected will be

    def blocks(self, root: Tag) -> list[RawBlock]:
        if _HEADING.fullmatch(root.name):
            self._element(root, depth=0, list_depth=0)
        else:
            self._visit(root, depth=0, list_depth=0)
        self._flush()
        return self._found

    def _visit(self, node: Tag, depth: int, list_depth: int) -> None:
        if depth > _MAX_DEPTH:
            self._words.append(node.get_text(" "))
            return
        for child in node.children:
            if isinstance(child, Tag):
                self._element(child, depth, list_depth)
            elif isinstance(child, NavigableString) and not isinstance(
                child, (Comment, PreformattedString)
            ):
                self._words.append(str(child))

    def _element(self, tag: Tag, depth: int, list_depth: int) -> None:
        name = tag.name.lower()
        if name in _SKIPPED or tag.has_attr("hidden") or _is_furniture(tag):
            return
        if name == "br":
            self._words.append("\n")
        elif name not in _BREAKS:
            self._visit(tag, depth + 1, list_depth)
        elif name == "table" and is_data_table(tag):
            self._flush()
            self._found.extend(table_blocks(tag, self._page))
        else:
            self._flush()
            inner = list_depth + (name in ("ul", "ol"))
            heading = _HEADING.fullmatch(name)
            if heading:
                self._next = (BlockKind.HEADING, int(heading.group(1)))
            elif name == "li":
                self._next = (BlockKind.LIST_ITEM, max(inner, 1))
            self._visit(tag, depth + 1, inner)
            self._flush()
            if heading or name == "li":
                self._next = _PARAGRAPH

    def _flush(self) -> None:
        """End a block. Of a list item only the first paragraph is the item."""
        words = "".join(self._words)
        self._words.clear()
        for line in filter(None, map(plain, words.split("\n\n"))):
            kind, level = self._next
            self._found.append(RawBlock(kind, (Run(line, self._page),), level=level))
            if kind is BlockKind.LIST_ITEM:
                self._next = _PARAGRAPH


def _is_furniture(tag: Tag) -> bool:
    """Whether an element is the site's, not the document's: menus, cookie notes, skip links."""
    if tag.get("role") in ("navigation", "search", "banner", "contentinfo"):
        return True
    named = f"{tag.get('id', '')} {' '.join(map(str, tag.get_attribute_list('class')))}".lower()
    return _FURNITURE.search(named) is not None


def is_data_table(tag: Tag) -> bool:
    """Whether a table is one to read by rows: two columns and no table within."""
    if tag.find("table") is not None:
        return False
    return any(len(row.find_all(["td", "th"])) > 1 for row in tag.find_all("tr"))


def table_blocks(tag: Tag, page: int | None) -> Iterator[RawBlock]:
    """A table's caption, if any, and its rows."""
    caption = tag.find("caption")
    if isinstance(caption, Tag) and plain(caption.get_text(" ")):
        yield RawBlock(BlockKind.PARAGRAPH, (Run(plain(caption.get_text(" ")), page),))
    rows = _grid(tag, page)
    if rows:
        yield RawBlock(BlockKind.TABLE, rows=rows)


def _grid(tag: Tag, page: int | None) -> tuple[tuple[RawCell, ...], ...]:
    """The cells, merged ones written once and left blank in the other places they cover."""
    rows: list[tuple[RawCell, ...]] = []
    hanging: dict[int, int] = {}  # column -> rows still covered from above
    for row in tag.find_all("tr"):
        cells: dict[int, RawCell] = {}
        column = 0
        for cell in row.find_all(["td", "th"]):
            while hanging.get(column, 0) > 0:
                column += 1
            cells[column] = _cell(cell, page)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for place in range(column, column + width):
                hanging[place] = height
            column += width
        hanging = {place: left - 1 for place, left in hanging.items() if left > 0}
        if cells:
            width = max(max(cells) + 1, column)
            rows.append(tuple(cells.get(place, ()) for place in range(width)))
    return tuple(rows)


def _span(cell: Tag, name: str) -> int:
    value = cell.get(name)
    if not isinstance(value, str) or not value.strip().isdigit():
        return 1
    return min(max(int(value), 1), _MAX_SPAN)


def _cell(cell: Tag, page: int | None) -> RawCell:
    blocks = _Walker(page).blocks(cell)
    return tuple(run for block in blocks for run in block.runs)
