"""Real footnotes in a Word file: python-docx has none, so the part is written here.

ECMA-376 part 1, 17.11: a reference in the text names a note in word/footnotes.xml; the notes -1
and 0 are the separators that Word wants to find there.
"""

import copy
import re
from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from assistant.foi.footnotes import Footnote

MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{MARK_OPEN}(\\d+){MARK_CLOSE}")
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EMPTY = (
    f"<w:footnotes {nsdecls('w', 'r')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote></w:footnotes>"
)


def add_footnotes(document: WordDocument, footnotes: Sequence[Footnote]) -> None:
    """Turn the marks in the text into references and write the notes they refer to."""
    for run in list(document.element.body.iter(qn("w:r"))):
        _refer(run)
    part = _footnotes_part(document)
    root = parse_xml(part.blob)
    for note in footnotes:
        root.append(_note(part, note))
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _refer(run: etree._Element) -> None:
    """Cut a run at its marks and put references in their place."""
    words = "".join(text.text or "" for text in run.iter(qn("w:t")))
    pieces = _MARK.split(words)
    if len(pieces) == 1:
        return
    for place, piece in enumerate(pieces):
        if place % 2:
            if place > 1 and not pieces[place - 1]:
                run.addprevious(_comma())
            run.addprevious(_reference(piece))
        elif piece:
            run.addprevious(_words_like(run, piece))
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)


def _words_like(run: etree._Element, words: str) -> etree._Element:
    fresh = OxmlElement("w:r")
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        fresh.append(copy.deepcopy(properties))
    text = OxmlElement("w:t")
    text.set(qn("xml:space"), "preserve")
    text.text = words
    fresh.append(text)
    return fresh


def _reference(number: str) -> etree._Element:
    return parse_xml(
        f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="footnotereference"/>'
        f'<w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
    )


def _comma() -> etree._Element:
    """Between two references that stand side by side."""
    return parse_xml(
        f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>,</w:t></w:r>'
    )


def _footnotes_part(document: WordDocument) -> Part:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            part: Part = relation.target_part
            return part
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, _EMPTY.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part


def _note(part: Part, note: Footnote) -> etree._Element:
    element = parse_xml(
        f'<w:footnote {nsdecls("w", "r")} w:id="{note.number}"><w:p><w:pPr>'
        '<w:pStyle w:val="footnotetext"/></w:pPr><w:r><w:rPr><w:vertAlign w:val="superscript"/>'
        "</w:rPr><w:footnoteRef/></w:r></w:p></w:footnote>"
    )
    paragraph = element.find(qn("w:p"))
    assert paragraph is not None
    paragraph.append(_run(" "))
    paragraph.append(_link(part, note.title, note.url) if note.url else _run(note.title))
    paragraph.append(_run(note.rest))
    return element


def _run(words: str, style: str = "") -> etree._Element:
    run = OxmlElement("w:r")
    if style:
        properties = OxmlElement("w:rPr")
        named = OxmlElement("w:rStyle")
        named.set(qn("w:val"), style)
        properties.append(named)
        run.append(properties)
    text = OxmlElement("w:t")
    text.set(qn("xml:space"), "preserve")
    text.text = words
    run.append(text)
    return run


def _link(part: Part, words: str, url: str) -> etree._Element:
    link = OxmlElement("w:hyperlink")
    relation = part.rels.get_or_add_ext_rel(RELATIONSHIP_TYPE.HYPERLINK, url)
    link.set(qn("r:id"), relation)
    link.append(_run(words, "Hyperlink"))
    return link
