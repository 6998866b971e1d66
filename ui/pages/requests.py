"""The register of requests, and taking in a new one."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from assistant.foi.desk import Desk
from assistant.foi.errors import FoiError
from assistant.foi.intake import Letter, letter_of_text, read_letter
from assistant.foi.request import Request as FoiRequest
from index.errors import LibraryError
from ui.pages.places import place_for
from ui.render.requests.listing import ListView, RequestRow, list_page
from ui.render.shell import whole_page
from ui.requests.keys import PATH, key_of
from ui.services import Services

_BAD_DAY = "Give the day received, as day, month and year."


@dataclass(frozen=True, slots=True)
class _Intake:
    """What was filled in to take in a request."""

    words: str
    received: str
    reference: str
    file: UploadFile | None


def requests_router(services: Services) -> APIRouter:
    """The list, and the form that adds to it."""
    router = APIRouter(prefix=PATH)

    @router.get("")
    def show(request: Request) -> HTMLResponse:
        return _page(services, request, "", "")

    @router.post("/new")
    async def take_in(request: Request) -> Response:
        async with request.form(max_files=1, max_fields=10) as form:
            return await run_in_threadpool(_take_in, services, request, _filled(form))

    return router


def _filled(form: FormData) -> _Intake:
    file = form.get("file")
    chosen = file if isinstance(file, UploadFile) and file.filename else None
    return _Intake(
        words=str(form.get("letter", "")),
        received=str(form.get("received", "")),
        reference=str(form.get("reference", "")).strip(),
        file=chosen,
    )


def _take_in(services: Services, request: Request, intake: _Intake) -> Response:
    try:
        received = date.fromisoformat(intake.received)
    except ValueError:
        return _page(services, request, _BAD_DAY, intake.words)
    try:
        letter = _letter(services, intake)
        register = services.drafts.desk().register
        same = register.find_same(letter, received)
        user = request.scope["user_name"]
        entered = same or register.receive(letter, received, user, intake.reference)
    except (FoiError, LibraryError) as error:
        return _page(services, request, str(error), intake.words)
    services.drafts.start(entered.reference)
    return RedirectResponse(services.link(f"{PATH}/{key_of(entered.reference)}"), 303)


def _letter(services: Services, intake: _Intake) -> Letter:
    """The letter pasted, or the one in the file. Raises LetterUnreadable."""
    if intake.words.strip() or intake.file is None:
        return letter_of_text(intake.words.replace("\r\n", "\n"))
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"letter{Path(intake.file.filename or '').suffix.lower()}"
        path.write_bytes(intake.file.file.read())
        return read_letter(path, services.settings.ingest)


def _page(services: Services, request: Request, message: str, letter: str) -> HTMLResponse:
    desk = services.drafts.desk()
    today = date.today()
    rows = tuple(_row(desk, found, today) for found in desk.register.all())
    view = ListView(services.link(PATH), rows, today, message, letter)
    place = place_for(services.settings.ui, request.scope, "Requests")
    status = 422 if message else 200
    return HTMLResponse(whole_page(services.settings.ui, place, list_page(view)), status)


def _row(desk: Desk, found: FoiRequest, today: date) -> RequestRow:
    return RequestRow(found, desk.deadline(found).due, desk.left(found, today))
