"""The officers' commitments register: list, timelines, changes, decisions, exports."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool

from assistant.commitments import Register, register_of
from assistant.commitments.difference import differences
from assistant.commitments.select import Filter, View, owners, plans, select, topics
from assistant.commitments.thread import Standing, Thread
from index.errors import LibraryError
from ingest.commitment import CommitmentKind
from ui.answering import VISIBLE, Audience
from ui.pages.commitment_exports import MEDIA_TYPES, export
from ui.pages.commitment_reviews import review
from ui.pages.missing import missing_page
from ui.pages.places import place_for
from ui.render.commitment import ThreadView, thread_page
from ui.render.commitment_changes import changes_page
from ui.render.commitments import PER_PAGE, ListView, commitments_page, thread_address
from ui.render.shell import whole_page
from ui.services import Services

PATH = "/officer/commitments"
SOURCES = "/officer/source"
Choice = TypeVar("Choice", bound=Enum)
Short = Annotated[str, Query(max_length=200)]


def commitments_router(services: Services) -> APIRouter:
    """/officer/commitments and what is below it."""
    router = APIRouter(prefix=PATH)
    base = services.link(PATH)

    @router.get("")
    def show(request: Request, page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Response:
        view = _list_view(_register(services), base, wanted_by(request.query_params), page)
        return _page(services, request, "Commitments", commitments_page(view))

    @router.get("/thread")
    def thread(request: Request, id: Short = "") -> Response:  # noqa: A002 - as in the address
        return _thread(services, request, id, "")

    @router.get("/changes")
    def changes(request: Request, meeting: Short = "") -> Response:
        found = differences(_register(services), _day(meeting))
        return _page(services, request, "What the minutes changed", changes_page(base, found))

    @router.get("/export/{form}")
    def download(request: Request, form: str) -> Response:
        if form not in MEDIA_TYPES:
            return missing_page(services, request.scope)
        register = _register(services)
        return export(form, select(register, wanted_by(request.query_params)), register)

    @router.post("/review")
    async def decide(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=20) as form:
            fields = {name: value for name, value in form.items() if isinstance(value, str)}
        return await run_in_threadpool(_decide, services, request, fields)

    return router


def _register(services: Services) -> Register:
    return register_of(services.library, VISIBLE[Audience.OFFICER])


def _page(services: Services, request: Request, title: str, main: Markup) -> HTMLResponse:
    place = place_for(services.settings.ui, request.scope, title)
    return HTMLResponse(whole_page(services.settings.ui, place, main))


def wanted_by(asked: Mapping[str, str]) -> Filter:
    """The filter that an address asks for; what makes no sense asks for nothing."""
    silent = asked.get("silent", "")
    return Filter(
        view=_one_of(View, asked.get("view", "")) or View.ALL,
        owner=asked.get("owner", "")[:200],
        standing=_one_of(Standing, asked.get("standing", "")),
        kind=_one_of(CommitmentKind, asked.get("kind", "")),
        meeting=_day(asked.get("meeting", "")),
        topic=asked.get("topic", "")[:400],
        plan=asked.get("plan", "")[:400],
        text=asked.get("text", "")[:200],
        since=_day(asked.get("since", "")),
        due_by=_day(asked.get("due_by", "")),
        silent=int(silent) if silent.isascii() and silent.isdigit() and len(silent) < 3 else 1,
    )


def _list_view(register: Register, base: str, wanted: Filter, page: int) -> ListView:
    found = select(register, wanted)
    pages = max(1, (len(found) + PER_PAGE - 1) // PER_PAGE)
    page = min(page, pages)
    return ListView(
        base=base,
        wanted=wanted,
        owners=owners(register.threads),
        topics=topics(register.threads),
        plans=plans(register.threads),
        meetings=register.meetings(),
        found=len(found),
        shown=found[(page - 1) * PER_PAGE : page * PER_PAGE],
        missing=register.missing,
        lost=len(register.lost),
        page=page,
        pages=pages,
    )


def _thread(services: Services, request: Request, identity: str, message: str) -> Response:
    register = _register(services)
    found = register.thread(identity)
    if found is None:
        return missing_page(services, request.scope)
    view = ThreadView(
        base=services.link(PATH),
        source=services.link(SOURCES),
        thread=found,
        related=_related(register, found),
        others=tuple(each for each in register.threads if _may_join(each, found)),
        message=message,
    )
    return _page(services, request, "Commitment", thread_page(view))


def _may_join(other: Thread, thread: Thread) -> bool:
    """Actions and what a person has accepted, but not the thread itself."""
    return other.id != thread.id and not other.is_suggestion


def _related(register: Register, thread: Thread) -> tuple[Thread, ...]:
    names = [*thread.children, *thread.merged, *([thread.parent] if thread.parent else [])]
    found = (register.thread(name) for name in names)
    return tuple(each for each in found if each is not None)


def _decide(services: Services, request: Request, fields: Mapping[str, str]) -> Response:
    """Keep a decision, and show the thread that the item is in afterwards."""
    name = fields.get("item", "")
    who = request.scope["user_name"]
    try:
        message = review(_register(services), services.settings.index, who, fields)
    except (LibraryError, ValueError) as error:
        message = f"Nothing was changed: {error}"
    if message:
        return _thread(services, request, fields.get("thread", ""), message)
    base = services.link(PATH)
    still = _register(services).thread(name)
    return RedirectResponse(thread_address(base, name) if still else base, 303)


def _one_of(choices: type[Choice], value: str) -> Choice | None:
    return next((choice for choice in choices if choice.value == value), None)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
