"""The search pages, for each audience."""

from datetime import date
from enum import Enum
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from ingest.document import Body, DocumentKind
from ui.answering import VISIBLE, Audience
from ui.pages.places import place_for
from ui.render.search import search_page
from ui.render.shell import whole_page
from ui.searching import Wish, choices, search
from ui.services import Services

Choice = TypeVar("Choice", bound=Enum)
Short = Annotated[str, Query(max_length=40)]


def search_router(services: Services, audience: Audience, path: str, sources: str) -> APIRouter:
    """The page at `path`; results link to the source views below `sources`."""
    router = APIRouter()

    @router.get(path)
    def page(
        request: Request,
        q: Annotated[str, Query(max_length=200)] = "",
        kind: Short = "",
        body: Short = "",
        year: Short = "",
        meeting: Short = "",
        page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    ) -> HTMLResponse:
        wish = Wish(
            q, _one_of(DocumentKind, kind), _one_of(Body, body), _number(year), _day(meeting)
        )
        records = services.visible(audience)
        results = search(services.library, records, VISIBLE[audience], wish)
        main = search_page(
            services.link(path), services.link(sources), wish, choices(records), results, page
        )
        title = "Search results" if q.strip() else "Search the documents"
        place = place_for(services.settings.ui, request.scope, title)
        return HTMLResponse(whole_page(services.settings.ui, place, main))

    return router


def _one_of(choices: type[Choice], value: str) -> Choice | None:
    return next((choice for choice in choices if choice.value == value), None)


def _number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and len(value) == 4 else None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
