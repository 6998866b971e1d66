"""What an officer takes away from a request: the letter, the record, and what is published."""

from collections.abc import Callable
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from assistant.foi.bundle import bundle_html, make_bundle
from assistant.foi.desk import Desk
from assistant.foi.errors import FoiError
from assistant.foi.plain_letter import html_letter, text_letter
from assistant.foi.publication import disclosure_entry, response_document
from assistant.foi.request import Request as FoiRequest
from assistant.foi.word_letter import word_letter
from index.errors import UnknownRequest
from ui.pages.missing import missing_page
from ui.requests.keys import PATH, reference_of
from ui.services import Services
from ui.web.headers import PRINTABLE

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Make = Callable[[Desk, FoiRequest], str | bytes]


def request_files_router(services: Services) -> APIRouter:
    """/officer/requests/{key}/{file}."""
    router = APIRouter(prefix=f"{PATH}/{{key}}")

    @router.get("/{name}")
    async def file(request: Request, key: str, name: str) -> Response:
        made = _FILES.get(name)
        if made is None:
            return missing_page(services, request.scope)
        return await run_in_threadpool(_file, services, request, key, name, *made)

    return router


def _file(
    services: Services, request: Request, key: str, name: str, media: str, make: Make
) -> Response:
    desk = services.drafts.desk()
    try:
        found = desk.register.load(reference_of(key))
        content = make(desk, found)
    except UnknownRequest:
        return missing_page(services, request.scope)
    except FoiError as error:
        return Response(str(error), 409, media_type="text/plain")
    desk.register.note(found.reference, request.scope["user_name"], "file taken", name)
    download = f'attachment; filename="{found.reference.replace("/", "-")}-{name}"'
    headers = {"Content-Disposition": "inline" if media == "text/html" else download}
    if media == "text/html":
        headers["Content-Security-Policy"] = PRINTABLE
    return Response(content, media_type=media, headers=headers)


def _word(desk: Desk, found: FoiRequest) -> bytes:
    return word_letter(desk.content(found, date.today()), desk.settings.template)


def _html(desk: Desk, found: FoiRequest) -> str:
    return html_letter(desk.content(found, date.today()))


def _text(desk: Desk, found: FoiRequest) -> str:
    return text_letter(desk.content(found, date.today()))


def _record_html(desk: Desk, found: FoiRequest) -> str:
    return bundle_html(make_bundle(found, desk))


def _record_json(desk: Desk, found: FoiRequest) -> str:
    return make_bundle(found, desk).model_dump_json(indent=2)


def _response(desk: Desk, found: FoiRequest) -> str:
    requester = desk.register.requester(found.reference)
    return response_document(found, requester, desk.settings.office.name)


def _disclosure(desk: Desk, found: FoiRequest) -> str:
    requester = desk.register.requester(found.reference)
    return disclosure_entry(found, requester).model_dump_json(indent=2)


_FILES: dict[str, tuple[str, Make]] = {
    "letter.docx": (_WORD, _word),
    "letter.html": ("text/html", _html),
    "letter.txt": ("text/plain", _text),
    "record.html": ("text/html", _record_html),
    "record.json": ("application/json", _record_json),
    "response.md": ("text/markdown", _response),
    "disclosure.json": ("application/json", _disclosure),
}
