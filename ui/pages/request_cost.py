"""The cost helper of a request. Nothing is kept: an officer enters the hours with the exemption."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from assistant.foi.cost import Task, Work, estimate
from index.errors import UnknownRequest
from ui.pages.missing import missing_page
from ui.pages.places import place_for
from ui.render.requests.cost import cost_page, task_key
from ui.render.shell import whole_page
from ui.requests.keys import PATH, key_of, reference_of
from ui.services import Services

_NOT_NUMBERS = "Give records as whole numbers and minutes as numbers, none below nought."


def request_cost_router(services: Services) -> APIRouter:
    """/officer/requests/{key}/cost."""
    router = APIRouter(prefix=f"{PATH}/{{key}}")

    @router.get("/cost")
    def cost(request: Request, key: str) -> Response:
        return _page(services, request, reference_of(key))

    return router


def _page(services: Services, request: Request, reference: str) -> Response:
    try:
        services.drafts.desk().register.load(reference)
    except UnknownRequest:
        return missing_page(services, request.scope)
    settings = services.settings.foi.cost
    message = ""
    try:
        work = [_work(task, request.query_params) for task in Task]
    except ValueError:
        work, message = [Work(task, 0, 0.0) for task in Task], _NOT_NUMBERS
    found = estimate(work, settings) if request.query_params and not message else None
    address = services.link(f"{PATH}/{key_of(reference)}")
    main = cost_page(address, reference, work, found, settings, message)
    place = place_for(services.settings.ui, request.scope, f"Cost of {reference}")
    return HTMLResponse(whole_page(services.settings.ui, place, main), 422 if message else 200)


def _work(task: Task, given: Mapping[str, str]) -> Work:
    """The work filled in for a task. Raises ValueError for what is no number, or below nought."""
    key = task_key(task)
    items = int(given.get(f"{key}_items") or 0)
    minutes = float(given.get(f"{key}_minutes") or 0)
    if items < 0 or not 0 <= minutes < float("inf"):
        raise ValueError(key)
    return Work(task, items, minutes)
