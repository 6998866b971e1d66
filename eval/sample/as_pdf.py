"""Sources as paged PDF: running headers, page numbers, tables that run over pages."""

import os
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, SimpleDocTemplate

from eval.sample.inline import plain
from eval.sample.markup import Heading, Source
from eval.sample.pdf_story import CONTENTS_LEVELS, story

_MARGIN = 2.2 * cm


def write_pdf(source: Source, path: Path, author: str) -> None:
    """Write the source to `path`; dates in the file are the document's own, never today's."""
    when = datetime.fromisoformat(source.meta["date"]).replace(hour=9, tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(when.timestamp()))
    template = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=source.meta["title"],
        author=author,
        invariant=1,
    )
    template.afterFlowable = partial(_note_heading, template)
    template.multiBuild(
        story(source, A4[0] - 2 * _MARGIN),
        onFirstPage=partial(_first_page, source),
        onLaterPages=partial(_draw_furniture, source),
    )


def _first_page(source: Source, canvas: Canvas, template: SimpleDocTemplate) -> None:
    if not any(isinstance(block, Heading) and block.level == 1 for block in source.blocks[:1]):
        _draw_furniture(source, canvas, template)


def _draw_furniture(source: Source, canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.saveState()
    canvas.setFont("Helvetica", 8)
    canvas.drawString(_MARGIN, A4[1] - 1.3 * cm, source.meta.get("running", source.meta["title"]))
    canvas.drawCentredString(A4[0] / 2, 1.2 * cm, _page_label(source, template.page))
    canvas.restoreState()


def _page_label(source: Source, page: int) -> str:
    return source.meta.get("page_label", "{}").format(page)


def _note_heading(template: SimpleDocTemplate, flowable: Flowable) -> None:
    level = getattr(flowable, "sample_level", 0)
    if 0 < level <= CONTENTS_LEVELS:
        words = escape(plain(flowable.sample_text))
        template.notify("TOCEntry", (level - 1, words, template.page))
