"""Source views, pictures of pages and originals, for each audience."""

import mimetypes
from base64 import b64encode
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, Response

from index.results import DocumentRecord
from ingest.document import Document, FileFormat, Span
from ingest.pdf.locate import boxes_of, occurrence_of
from ingest.pdf.shapes import Box
from ui.answering import Audience
from ui.pages.missing import missing_page
from ui.pages.places import place_for
from ui.pictures import PagePictures
from ui.render.document import page_span
from ui.render.shell import whole_page
from ui.render.source import SourceView, page_picture, source_page
from ui.render.words import clipped_title
from ui.services import Services

_LARGEST = 2**31
Offset = Annotated[int | None, Query(ge=0, le=_LARGEST)]


def source_router(services: Services, audience: Audience, base: str) -> APIRouter:
    """`base`/{document}, its page pictures and its original. 404 for what may not be seen."""
    router = APIRouter(prefix=base)
    pictures = services.pictures

    def found(document_id: str) -> tuple[DocumentRecord, Document] | None:
        record = services.visible_record(audience, document_id)
        return (record, services.library.document(record.id)) if record else None

    @router.get("/{document_id}")
    def view(
        request: Request,
        document_id: str,
        page: Annotated[int | None, Query(ge=1, le=_LARGEST)] = None,
        start: Offset = None,
        end: Offset = None,
    ) -> Response:
        known = found(document_id)
        if known is None:
            return missing_page(services, request.scope)
        record, document = known
        span = _span(document, start, end)
        shown = _page_to_show(document, page, span)
        path = services.library.originals_path(record)
        source = SourceView(
            record=record,
            document=document,
            base=services.link(base),
            page=shown,
            span=span,
            picture=document.format is FileFormat.PDF and path is not None,
            original=path is not None,
        )
        title = clipped_title(record.metadata.title)
        place = place_for(services.settings.ui, request.scope, title)
        return HTMLResponse(whole_page(services.settings.ui, place, source_page(source)))

    @router.get("/{document_id}/page/{page}.svg")
    def picture(document_id: str, page: int, start: Offset = None, end: Offset = None) -> Response:
        known = found(document_id)
        path = services.library.originals_path(known[0]) if known else None
        if known is None or path is None or not 1 <= page <= known[0].page_count:
            return Response(status_code=404)
        return _picture(known[1], path, page, _span(known[1], start, end), pictures)

    @router.get("/{document_id}/original")
    def original(request: Request, document_id: str) -> Response:
        known = found(document_id)
        path = services.library.originals_path(known[0]) if known else None
        if known is None or path is None:
            return missing_page(services, request.scope)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return FileResponse(path, media_type=kind, filename=f"{known[0].name}{path.suffix}")

    return router


def _picture(
    document: Document, path: Path, page: int, span: Span | None, pictures: PagePictures
) -> Response:
    picture = pictures.of(document.sha256, path, page)
    if picture is None:
        return Response(status_code=404)
    boxes: tuple[Box, ...] = ()
    on_page = page_span(document, page)
    if span is not None and span.overlaps(on_page):
        start, end = max(span.start, on_page.start), min(span.end, on_page.end)
        quote = document.text[start:end]
        page_text = on_page.of(document.text)
        occurrence = occurrence_of(page_text, start - on_page.start, quote)
        boxes = boxes_of(picture.words, quote, occurrence)
    png = b64encode(picture.png).decode("ascii")
    svg = page_picture(png, picture.width, picture.height, boxes)
    return Response(svg, media_type="image/svg+xml")


def _span(document: Document, start: int | None, end: int | None) -> Span | None:
    if start is None or end is None or not start < end <= len(document.text):
        return None
    return Span(start, end)


def _page_to_show(document: Document, page: int | None, span: Span | None) -> int | None:
    """The page asked for if there is one, else the marked span's, else the first."""
    numbers = [p.number for p in document.pages]
    if not numbers:
        return None
    if page is not None:
        return min(max(page, numbers[0]), numbers[-1])
    return (document.page_at(span.start) if span else None) or numbers[0]
