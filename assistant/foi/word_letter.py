"""A reply as a Word file: the office's template filled in, with real footnotes and nothing hidden.

The template is a docxtpl (Jinja) document. Notes are marked in the filled text by private-use
characters, which are then replaced by references to footnotes of the file itself.
"""

import re
from dataclasses import asdict
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from assistant.foi.errors import TemplateFault
from assistant.foi.footnotes import Paragraph
from assistant.foi.letter_content import LetterContent
from assistant.foi.word_footnotes import MARK_CLOSE, MARK_OPEN, add_footnotes
from assistant.foi.word_hygiene import find_hidden, strip_properties

_UNFIT_FOR_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def word_letter(content: LetterContent, template: Path | None = None) -> bytes:
    """The reply as the bytes of a .docx. Raises TemplateFault when the template is at fault."""
    if template is not None:
        return _filled(content, template)
    with as_file(files("assistant.foi").joinpath("data", "letter.docx")) as shipped:
        return _filled(content, shipped)


def _filled(content: LetterContent, template: Path) -> bytes:
    try:
        word = DocxTemplate(str(template))
        word.render({"letter": _context(content)}, jinja_env=_environment())
        filled = BytesIO()
        word.save(filled)
    except (TemplateError, OSError, KeyError, ValueError) as error:
        raise TemplateFault(
            f"The letter's template {template.name} cannot be filled: {error}. Correct it, or "
            "leave the setting template empty to use the one shipped."
        ) from error
    document = docx.Document(BytesIO(filled.getvalue()))
    add_footnotes(document, content.footnotes)
    return _cleaned(document, content, template)


def _environment() -> SandboxedEnvironment:
    """Values are escaped, unknown names refused, and a template can reach nothing else."""
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def _cleaned(document: WordDocument, content: LetterContent, template: Path) -> bytes:
    strip_properties(document, content.subject)
    saved = BytesIO()
    document.save(saved)
    if hidden := find_hidden(saved.getvalue()):
        raise TemplateFault(
            f"The letter's template {template.name} would put hidden content into every letter: "
            f"{', '.join(hidden)}. Accept changes and delete comments in it, then save it again."
        )
    return saved.getvalue()


def _context(content: LetterContent) -> dict[str, object]:
    """The content for the template; each paragraph brings the marks of its notes."""
    values = _clean(asdict(content))
    assert isinstance(values, dict)
    for part, source in zip(values["parts"], content.parts, strict=True):
        for paragraph, original in zip(part["paragraphs"], source.paragraphs, strict=True):
            paragraph["marks"] = _marks(original)
    return values


def _marks(paragraph: Paragraph) -> str:
    return "".join(f"{MARK_OPEN}{number}{MARK_CLOSE}" for number in paragraph.notes)


def _clean(value: object) -> object:
    """Strings without what XML cannot hold or our own marks; everything else as it is."""
    if isinstance(value, str):
        return _UNFIT_FOR_XML.sub("", value).replace(MARK_OPEN, "").replace(MARK_CLOSE, "")
    if isinstance(value, dict):
        return {key: _clean(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(entry) for entry in value]
    return value
