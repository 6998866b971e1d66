"""Headings by a page's tags: what the writer of a tagged PDF marked as a heading.

Only headings are taken from the tags. Paragraphs, lists and tables are tagged in as many ways as
there are writers, and the page shows them better.
"""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

HEADING = re.compile(r"H([1-6]?)")
# Elements that hold others; headings are looked for nowhere else.
HOLDERS = frozenset(
    "Document DocumentFragment Part Art Sect Div NonStruct BlockQuote Aside".split()
)
DEEPEST = 30
MOST_ELEMENTS = 20_000  # on one page
NAME = 64  # bytes for an element's type


class _Walk:
    """One page's tree; `left` bounds how many elements of it are looked at."""

    def __init__(self) -> None:
        self._name = ctypes.create_string_buffer(NAME)
        self._left = MOST_ELEMENTS

    def headings(self, element: pdfium.FPDF_STRUCTELEMENT, depth: int) -> Iterator[tuple[int, int]]:
        """(marked content, level) of headings in an element; level 0 where none is said."""
        kind = self._kind(element)
        heading = HEADING.fullmatch(kind)
        if heading:
            for mark in self._marks(element, depth):
                yield mark, int(heading[1] or 0)
        elif kind in HOLDERS and depth < DEEPEST:
            for child in self._children(element):
                yield from self.headings(child, depth + 1)

    def _marks(self, element: pdfium.FPDF_STRUCTELEMENT, depth: int) -> Iterator[int]:
        for index in range(pdfium.FPDF_StructElement_GetMarkedContentIdCount(element)):
            mark = pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)
            if mark >= 0:
                yield mark
        if depth < DEEPEST:
            for child in self._children(element):
                yield from self._marks(child, depth + 1)

    def _children(self, element: pdfium.FPDF_STRUCTELEMENT) -> Iterator[pdfium.FPDF_STRUCTELEMENT]:
        for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
            self._left -= 1
            if self._left < 0:
                return
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                yield child

    def _kind(self, element: pdfium.FPDF_STRUCTELEMENT) -> str:
        size = pdfium.FPDF_StructElement_GetType(element, self._name, NAME)
        if not 2 < size <= NAME:
            return ""
        return self._name.raw[: size - 2].decode("utf-16-le", "replace")


def tagged_headings(page: pypdfium2.PdfPage) -> dict[int, int]:
    """The level of each marked content of a page that is tagged as a heading."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}
    walk = _Walk()
    found: dict[int, int] = {}
    for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
        if element:
            found.update(walk.headings(element, 0))
    pdfium.FPDF_StructTree_Close(tree)
    return found
