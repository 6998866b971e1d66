"""Where "this answer is wrong" goes, and where officers look at it."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from markupsafe import Markup

from assistant.safety import personal_data
from ui.pages.places import place_for
from ui.records import LONGEST_COMPLAINT
from ui.render.complaints import complaints_page
from ui.render.shell import whole_page
from ui.services import Services

_THANKS = Markup("<h1>Thank you</h1><p>An officer will look at this answer.</p>")


def feedback_router(services: Services) -> APIRouter:
    """/feedback for everybody, /officer/feedback for officers."""
    router = APIRouter()
    settings = services.settings.ui

    @router.post("/feedback")
    def complain(
        request: Request,
        answer: Annotated[str, Form(max_length=40)],
        words: Annotated[str, Form(max_length=LONGEST_COMPLAINT)] = "",
    ) -> Response:
        held = personal_data(words)
        kept = f"(left out: it held {held.value})" if held else words
        known = services.records.complain(answer, kept)
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"kept": known}, 200 if known else 404)
        place = place_for(settings, request.scope, "Thank you")
        return HTMLResponse(whole_page(settings, place, _THANKS))

    @router.get("/officer/feedback")
    def read(request: Request) -> HTMLResponse:
        place = place_for(settings, request.scope, "Answers said to be wrong")
        action = services.link("/officer/feedback")
        main = complaints_page(services.records.complaints(), action)
        return HTMLResponse(whole_page(settings, place, main))

    @router.post("/officer/feedback")
    def seen(request: Request, answer: Annotated[str, Form(max_length=40)]) -> Response:
        services.records.mark_seen(answer, request.scope["user_name"])
        return RedirectResponse(services.link("/officer/feedback"), 303)

    return router
