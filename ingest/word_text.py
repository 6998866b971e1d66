"""The words of a Word paragraph, as a reader of the printed page would see them."""

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from ingest.markup import plain

Element: TypeAlias = etree._Element  # lxml's only name for the type

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DASHES = {"noBreakHyphen": "-", "softHyphen": ""}
_OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """The full tag of a WordprocessingML element or attribute."""
    return _W + name


def children(parent: Element) -> Iterator[Element]:
    """Child elements, comments and processing instructions left out."""
    return (child for child in parent if isinstance(child.tag, str))


def value(parent: Element | None, path: str) -> str | None:
    """The `w:val` of the element at `path` (names parted by /), None when it is not there."""
    for name in path.split("/"):
        if parent is None:
            return None
        parent = parent.find(w(name))
    return None if parent is None else parent.get(w("val"))


def is_on(parent: Element | None, name: str) -> bool:
    """Whether a switch such as `w:b` or `w:vanish` is present and not turned off."""
    element = None if parent is None else parent.find(w(name))
    return element is not None and (element.get(w("val")) or "1").lower() not in _OFF


def paragraph_lines(paragraph: Element) -> list[str]:
    """The paragraph's lines: more than one where a line break was typed. Deleted and hidden
    words are left out, inserted ones are in."""
    pieces: list[str] = []
    for node in paragraph.iter():
        if node.tag == w("t") and node.text and not _is_hidden(node):
            pieces.append(node.text)
        elif node.tag == w("tab") and _is_in_run(node):
            pieces.append(" ")
        elif node.tag in (w("br"), w("cr")) or (node.tag == w("p") and node is not paragraph):
            # A paragraph within is one of a text box.
            pieces.append("\n")
        elif isinstance(node.tag, str) and node.tag.removeprefix(_W) in _DASHES:
            pieces.append(_DASHES[node.tag.removeprefix(_W)])
    lines = map(plain, "".join(pieces).split("\n"))
    return [line for line in lines if line]


def _is_in_run(node: Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == w("r")


def _is_hidden(node: Element) -> bool:
    run = node.getparent()
    if run is None or is_on(run.find(w("rPr")), "vanish"):
        return True
    # Text boxes are stored twice, once for old readers.
    return any(
        isinstance(above.tag, str) and above.tag.endswith("}Fallback")
        for above in run.iterancestors()
    )


def is_bold(paragraph: Element) -> bool:
    """Whether every word of the paragraph is set in bold by its own runs."""
    runs = [
        run
        for run in paragraph.iter(w("r"))
        if any((t.text or "").strip() for t in run.iter(w("t")))
    ]
    return bool(runs) and all(is_on(run.find(w("rPr")), "b") for run in runs)
