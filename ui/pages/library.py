"""The officers' library: list, upload, correct, withdraw, delete."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.datastructures import UploadFile

from index.results import DocumentRecord
from ui.pages.places import place_for
from ui.render.library import PER_PAGE, LibraryView, library_page
from ui.render.shell import whole_page
from ui.render.upload_report import is_busy, jobs_report, status_line
from ui.render.words import kind_words
from ui.services import Services
from ui.uploads.keep import Refused

PATH = "/officer/library"


def library_router(services: Services) -> APIRouter:
    """The list and uploads."""
    router = APIRouter(prefix=PATH)
    settings = services.settings.ui

    @router.get("")
    def show(
        request: Request,
        find: Annotated[str, Query(max_length=100)] = "",
        page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    ) -> HTMLResponse:
        place = place_for(settings, request.scope, "Library")
        main = library_page(_view(services, find, page))
        return HTMLResponse(whole_page(settings, place, main))

    @router.post("/upload")
    async def upload(request: Request) -> Response:
        limits = settings.limits
        async with request.form(max_files=limits.upload_files, max_fields=10) as form:
            files = [f for f in form.getlist("files") if isinstance(f, UploadFile)]
            kept = [
                services.uploads.keep(f.filename or "", f.file, limits.upload_bytes) for f in files
            ]
        paths = [one for one in kept if not isinstance(one, Refused)]
        refused = [one for one in kept if isinstance(one, Refused)]
        services.jobs.add(request.scope["user_name"], paths, refused)
        return RedirectResponse(services.link(PATH), 303)

    @router.get("/jobs")
    def jobs() -> JSONResponse:
        latest = services.jobs.latest()
        return JSONResponse(
            {
                "busy": is_busy(latest),
                "status": status_line(latest),
                "html": str(jobs_report(latest)),
            }
        )

    return router


def _view(services: Services, find: str, page: int) -> LibraryView:
    records = services.library.documents()
    matching = tuple(record for record in records if _matches(record, find))
    pages = max(1, (len(matching) + PER_PAGE - 1) // PER_PAGE)
    page = min(page, pages)
    shown = matching[(page - 1) * PER_PAGE : page * PER_PAGE]
    limits = services.settings.ui.limits
    return LibraryView(
        base=services.link(PATH),
        records=records,
        withdrawn=services.library.withdrawn(),
        words=find,
        matching=len(matching),
        shown=shown,
        problems={r.id: services.library.document(r.id).problems for r in shown},
        page=page,
        pages=pages,
        jobs=services.jobs.latest(),
        upload_megabytes=limits.upload_bytes // 1_000_000,
        upload_files=limits.upload_files,
    )


def _matches(record: DocumentRecord, find: str) -> bool:
    metadata = record.metadata
    held = f"{metadata.title} {record.name} {kind_words(metadata.kind)} {metadata.date}".lower()
    return all(word in held for word in find.lower().split())
