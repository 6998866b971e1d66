"""Sources as paged PDF: running headers, page numbers, tables that run over pages."""

import os
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, SimpleDocTemplate

from eval.sample.markup import Heading, Source, contents_depth
from eval.sample.pdf_story import PLAIN_FONT, story

_MARGIN = 2.2 * cm


def write_pdf(source: Source, path: Path, author: str) -> None:
    """Write the source to `path`; dates in the file are the document's own, never today's."""
    when = datetime.fromisoformat(source.meta["date"]).replace(hour=9, tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(when.timestamp()))
    _, labels = _set(source, author, {})
    content, _ = _set(source, author, labels)  # again, now that the contents page can be filled
    path.write_bytes(content)


def _set(source: Source, author: str, labels: dict[str, str]) -> tuple[bytes, dict[str, str]]:
    """The file's bytes, with `labels` on its contents page, and the labels found in setting it."""
    buffer = BytesIO()
    template = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=source.meta["title"],
        author=author,
        invariant=1,
    )
    found: dict[str, str] = {}
    template.afterFlowable = partial(_note_heading, source, template, found)
    template.build(
        story(source, A4[0] - 2 * _MARGIN, labels),
        onFirstPage=partial(_first_page, source),
        onLaterPages=partial(_draw_furniture, source),
    )
    return buffer.getvalue(), found


def _first_page(source: Source, canvas: Canvas, template: SimpleDocTemplate) -> None:
    first = source.blocks[0]
    if not (isinstance(first, Heading) and first.level == 1):
        _draw_furniture(source, canvas, template)


def _draw_furniture(source: Source, canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.saveState()
    canvas.setFont(PLAIN_FONT, 8)
    canvas.drawString(_MARGIN, A4[1] - 1.3 * cm, source.meta.get("running", source.meta["title"]))
    label = source.meta.get("page_label", "{}").format(_label(source, template.page))
    canvas.drawCentredString(A4[0] / 2, 1.2 * cm, label)
    canvas.restoreState()


def _label(source: Source, page: int) -> str:
    return str(page - int(source.meta.get("pages_before_first", "0")))


def _note_heading(
    source: Source, template: SimpleDocTemplate, found: dict[str, str], flowable: Flowable
) -> None:
    heading = getattr(flowable, "sample_heading", None)
    if heading is not None and contents_depth(heading):
        found[heading.text] = _label(source, template.page)
