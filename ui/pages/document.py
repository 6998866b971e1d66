"""One document for officers: correct, mark internal, withdraw, delete."""

from collections.abc import Callable, Mapping
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from index.decisions import Decider, decisions
from index.errors import LibraryError, UnknownDocument
from index.results import DocumentRecord
from ui.pages.library import PATH
from ui.pages.missing import missing_page
from ui.pages.places import place_for
from ui.render.document_form import DocumentView, document_page
from ui.render.links import source_address
from ui.render.shell import whole_page
from ui.services import Services

_EMPTY_IS_UNKNOWN = ("date", "period_start", "period_end", "meeting_date", "plan", "state", "url")
_ALWAYS_SET = ("title", "kind", "body", "sensitivity")
_NOT_SURE = "Nothing was deleted: type DELETE to confirm."
_NO_REASON = "Nothing was changed: give a reason, it is kept on record."
_BAD_URL = "Nothing was changed: the address must begin with https:// or http://."


def document_router(services: Services) -> APIRouter:
    """/officer/library/{document} and what can be done there."""
    router = APIRouter(prefix=f"{PATH}/{{document_id}}")

    @router.get("")
    def show(request: Request, document_id: str) -> Response:
        return _page(services, request, document_id, "")

    @router.post("")
    async def correct(request: Request, document_id: str) -> Response:
        form = await _fields(request)

        def change(decider: Decider, record: DocumentRecord) -> str | None:
            changes = changed_fields(record, form)
            if changes and not form.get("reason"):
                return _NO_REASON
            url = changes.get("url")
            if url is not None and not str(url).startswith(("https://", "http://")):
                return _BAD_URL
            if changes:
                decider.set_metadata(record.id, changes, form["reason"])
            return None

        return await run_in_threadpool(_do, services, request, document_id, change)

    @router.post("/withdraw")
    async def withdraw(request: Request, document_id: str) -> Response:
        form = await _fields(request)

        def change(decider: Decider, record: DocumentRecord) -> str | None:
            if not form.get("reason"):
                return _NO_REASON
            decider.withdraw(record.id, form["reason"])
            return None

        return await run_in_threadpool(_do, services, request, document_id, change)

    @router.post("/restore")
    def restore(request: Request, document_id: str) -> Response:
        def change(decider: Decider, record: DocumentRecord) -> str | None:
            decider.undo(record.id, "withdrawn")
            return None

        return _do(services, request, document_id, change)

    @router.post("/delete")
    async def delete(request: Request, document_id: str) -> Response:
        form = await _fields(request)

        def change(decider: Decider, record: DocumentRecord) -> str | None:
            if form.get("sure") != "DELETE":
                return _NOT_SURE
            if not form.get("reason"):
                return _NO_REASON
            decider.delete(record.id, form["reason"])
            services.uploads.forget(record.source)
            return None

        return await run_in_threadpool(_do, services, request, document_id, change)

    return router


def changed_fields(record: DocumentRecord, form: Mapping[str, str]) -> dict[str, object]:
    """The metadata fields of `form` that differ from what the document has."""
    metadata = record.metadata
    changes: dict[str, object] = {}
    for name in (*_ALWAYS_SET, *_EMPTY_IS_UNKNOWN):
        given = form.get(name)
        if given is None or (not given and name in _ALWAYS_SET):
            continue
        has = getattr(metadata, name)
        shown = has.isoformat() if isinstance(has, date) else str(has or "")
        if given != shown:
            changes[name] = given or None
    return changes


Change = Callable[[Decider, DocumentRecord], str | None]


def _do(services: Services, request: Request, document_id: str, change: Change) -> Response:
    record = _known(services, document_id)
    if record is None:
        return missing_page(services, request.scope)
    decider = Decider(services.settings.index, request.scope["user_name"])
    try:
        message = change(decider, record)
    except LibraryError as error:
        message = str(error)
    if message is not None:
        return _page(services, request, document_id, message)
    still_there = _known(services, document_id) is not None
    return RedirectResponse(services.link(f"{PATH}/{document_id}" if still_there else PATH), 303)


def _page(services: Services, request: Request, document_id: str, message: str) -> Response:
    record = _known(services, document_id)
    if record is None:
        return missing_page(services, request.scope)
    withdrawn = any(record.id == one.id for one in services.library.withdrawn())
    problems = () if withdrawn else services.library.document(record.id).problems
    view = DocumentView(
        address=services.link(f"{PATH}/{record.id}"),
        source=source_address(services.link("/officer/source"), record.id),
        record=record,
        withdrawn=withdrawn,
        problems=problems,
        decisions=decisions(services.settings.index, record.id),
        message=message,
    )
    place = place_for(services.settings.ui, request.scope, record.metadata.title)
    page = whole_page(services.settings.ui, place, document_page(view))
    return HTMLResponse(page, 422 if message else 200)


def _known(services: Services, document_id: str) -> DocumentRecord | None:
    try:
        return services.library.record(document_id)
    except UnknownDocument:
        withdrawn = services.library.withdrawn()
        return next((record for record in withdrawn if record.id == document_id), None)


async def _fields(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=30) as form:
        return {name: value.strip() for name, value in form.items() if isinstance(value, str)}
