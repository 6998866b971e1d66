"""The accessibility statement's page."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from ui.pages.places import place_for
from ui.render.shell import whole_page
from ui.render.statement import statement_page
from ui.services import Services


def statement_router(services: Services) -> APIRouter:
    """/accessibility."""
    router = APIRouter()
    settings = services.settings.ui

    @router.get("/accessibility")
    def page(request: Request) -> HTMLResponse:
        place = place_for(settings, request.scope, "Accessibility statement")
        return HTMLResponse(whole_page(settings, place, statement_page(settings)))

    return router
