"""One request: see it, change its parts, check it, move it on."""

from collections.abc import Callable, Mapping
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from assistant.foi.desk import Desk
from assistant.foi.editing import Officer
from assistant.foi.errors import FoiError, RequestStateError
from assistant.foi.precheck import Fault, check_request
from assistant.foi.related import related_requests
from assistant.foi.request import Request as FoiRequest
from assistant.foi.request import RequestState
from index.errors import LibraryError, UnknownRequest
from ui.pages.missing import missing_page
from ui.pages.places import place_for
from ui.render.links import source_links
from ui.render.requests.check import check_page
from ui.render.requests.page import (
    RequestView,
    drafting_report,
    drafting_words,
    request_page,
)
from ui.render.shell import whole_page
from ui.requests.acts import act_on_part
from ui.requests.keys import PATH, key_of, reference_of
from ui.services import Services

Act = Callable[[Officer, FoiRequest, Mapping[str, str]], FoiRequest]
_NOT_READY = "This cannot be signed yet: see the check before sending."
_BAD_DAY = "Give the day as day, month and year."


def request_router(services: Services) -> APIRouter:
    """/officer/requests/{key} and what can be done there."""
    router = APIRouter(prefix=f"{PATH}/{{key}}")

    @router.get("")
    def show(request: Request, key: str) -> Response:
        return _page(services, request, key, "")

    @router.get("/progress")
    def progress(key: str) -> JSONResponse:
        reference = reference_of(key)
        found = services.drafts.progress(reference)
        address = services.link(f"{PATH}/{key_of(reference)}")
        return JSONResponse(
            {
                "busy": bool(found and found.busy),
                "status": drafting_words(found),
                "html": str(drafting_report(address, found)),
            }
        )

    @router.post("/draft")
    def draft(key: str) -> Response:
        services.drafts.start(reference_of(key), anew=True)
        return RedirectResponse(services.link(f"{PATH}/{key}"), 303)

    @router.get("/check")
    def check(request: Request, key: str) -> Response:
        return _check(services, request, key, "")

    @router.post("/overrule")
    async def overrule(request: Request, key: str) -> Response:
        form = await _fields(request)
        return await run_in_threadpool(_overrule, services, request, key, form)

    @router.post("/state")
    async def state(request: Request, key: str) -> Response:
        form = await _fields(request)

        def move(officer: Officer, found: FoiRequest, fields: Mapping[str, str]) -> FoiRequest:
            return _move(services, officer, found, fields)

        return await run_in_threadpool(_do, services, request, key, form, move, "#state")

    @router.post("/parts/{number}")
    async def part(request: Request, key: str, number: int) -> Response:
        form = await _fields(request)

        def change(officer: Officer, found: FoiRequest, fields: Mapping[str, str]) -> FoiRequest:
            return act_on_part(officer, found, number, fields)

        place = f"#part-{number}"
        return await run_in_threadpool(_do, services, request, key, form, change, place)

    return router


async def _fields(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=30) as form:
        return {name: str(value).replace("\r\n", "\n") for name, value in form.items()}


def _do(
    services: Services,
    request: Request,
    key: str,
    form: Mapping[str, str],
    act: Act,
    place: str,
) -> Response:
    """Do something to a request and show it again at `place`, or say why it was not done."""
    register = services.drafts.desk().register
    reference = reference_of(key)
    try:
        found = register.load(reference)
        changed = act(Officer(request.scope["user_name"], register), found, form)
    except UnknownRequest:
        return missing_page(services, request.scope)
    except (FoiError, LibraryError) as error:
        return _page(services, request, key, str(error))
    if not all(part.drafted for part in changed.parts):
        services.drafts.start(reference)
    return RedirectResponse(services.link(f"{PATH}/{key}{place}"), 303)


def _move(
    services: Services, officer: Officer, found: FoiRequest, form: Mapping[str, str]
) -> FoiRequest:
    try:
        state, on = RequestState(form.get("state", "")), date.fromisoformat(form.get("on", ""))
    except ValueError as error:
        raise RequestStateError(_BAD_DAY) from error
    if state is RequestState.SIGN_OFF and _faults(services, found):
        raise RequestStateError(_NOT_READY)
    return officer.register.move(found, state, officer.name, on)


def _overrule(services: Services, request: Request, key: str, form: Mapping[str, str]) -> Response:
    register = services.drafts.desk().register
    try:
        found = register.load(reference_of(key))
        given = (form.get("kind", ""), form.get("part", ""), form.get("words", ""))
        faults = _faults(services, found)
        fault = next(
            (f for f in faults if (f.kind.value, str(f.part or ""), f.words) == given), None
        )
        if fault is not None:
            officer = Officer(request.scope["user_name"], register)
            officer.overrule(found, fault, form.get("reason", ""))
    except UnknownRequest:
        return missing_page(services, request.scope)
    except FoiError as error:
        return _check(services, request, key, str(error))
    return RedirectResponse(services.link(f"{PATH}/{key}/check"), 303)


def _faults(services: Services, found: FoiRequest) -> tuple[Fault, ...]:
    return check_request(found, services.drafts.desk(), services.library, date.today())


def _check(services: Services, request: Request, key: str, message: str) -> Response:
    try:
        found = services.drafts.desk().register.load(reference_of(key))
        faults = _faults(services, found)
    except UnknownRequest:
        return missing_page(services, request.scope)
    address = services.link(f"{PATH}/{key_of(found.reference)}")
    main = check_page(address, found, faults, message)
    place = place_for(services.settings.ui, request.scope, f"Check of {found.reference}")
    status = 422 if message else 200
    return HTMLResponse(whole_page(services.settings.ui, place, main), status)


def _page(services: Services, request: Request, key: str, message: str) -> Response:
    desk = services.drafts.desk()
    try:
        found = desk.register.load(reference_of(key))
    except UnknownRequest:
        return missing_page(services, request.scope)
    main = request_page(_view(services, desk, found, message))
    place = place_for(services.settings.ui, request.scope, f"Request {found.reference}")
    status = 422 if message else 200
    return HTMLResponse(whole_page(services.settings.ui, place, main), status)


def _view(services: Services, desk: Desk, found: FoiRequest, message: str) -> RequestView:
    deadline = desk.deadline(found)
    today = date.today()
    register = desk.register
    return RequestView(
        address=services.link(f"{PATH}/{key_of(found.reference)}"),
        request=found,
        deadline=deadline,
        left=desk.left(found, today),
        letter=register.letter(found.reference),
        progress=services.drafts.progress(found.reference),
        related=related_requests(
            found, register.all(), register, desk.calendar, desk.settings.related_days
        ),
        next_states=register.next_states(found),
        link=source_links(services.link("/officer/source")),
        today=today,
        message=message,
    )
