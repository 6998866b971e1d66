"""Logging in and out, and who is logged in."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from ui.limiter import Limiter
from ui.pages.places import public_place
from ui.render.login import login_form
from ui.render.shell import whole_page
from ui.services import Services
from ui.web.visitors import address_of

COOKIE = "pcc_login"
_WRONG = "The name or the password is wrong."
_TOO_MANY = "Too many attempts from your network address. Wait a minute and try again."
_LOCKED = "Too many wrong passwords. This name is locked: try again in {} minutes."


def user_of(services: Services, request: Request) -> str | None:
    """The name of whoever is logged in."""
    return services.accounts.user_of(request.cookies.get(COOKIE))


def login_router(services: Services) -> APIRouter:
    """/login and /logout."""
    router = APIRouter()
    a_minute = services.settings.ui.accounts.attempts_per_minute
    attempts = Limiter(a_minute, a_minute)

    def page(message: str, onward: str, status: int = 200) -> HTMLResponse:
        place = public_place(services.settings.ui, "Officer log in", "/login")
        main = login_form(services.link("/login"), onward, message)
        return HTMLResponse(whole_page(services.settings.ui, place, main), status)

    @router.get("/login")
    def form(onward: str = "/officer/") -> HTMLResponse:
        return page("", _within(onward))

    @router.post("/login")
    async def log_in(
        request: Request,
        name: Annotated[str, Form(max_length=64)] = "",
        password: Annotated[str, Form(max_length=1_000)] = "",
        onward: Annotated[str, Form(max_length=500)] = "/officer/",
    ) -> Response:
        onward = _within(onward)
        if attempts.wait_for(address_of(request.scope)) is None:
            return page(_TOO_MANY, onward, 429)
        login = await run_in_threadpool(services.accounts.log_in, name, password)
        if login.locked_minutes is not None:
            return page(_LOCKED.format(login.locked_minutes), onward, 403)
        if login.token is None:
            return page(_WRONG, onward, 403)
        reply = RedirectResponse(services.link(onward), 303)
        accounts = services.settings.ui.accounts
        reply.set_cookie(
            COOKIE,
            login.token,
            max_age=accounts.session_hours * 3600,
            path=services.link("/"),
            secure=accounts.secure_cookies or request.url.scheme == "https",
            httponly=True,
            samesite="lax",
        )
        return reply

    @router.post("/logout")
    def log_out(request: Request) -> Response:
        services.accounts.log_out(request.cookies.get(COOKIE))
        reply = RedirectResponse(services.link("/"), 303)
        reply.delete_cookie(COOKIE, path=services.link("/"))
        return reply

    return router


def login_address(services: Services, path: str) -> str:
    """The login page, to come back to `path` from."""
    return f"{services.link('/login')}?onward={quote(path)}"


def _within(onward: str) -> str:
    """Only our own officer pages are gone on to, never another site."""
    inside = onward.startswith("/officer/") and "\\" not in onward and "//" not in onward
    return onward if inside and onward.isprintable() else "/officer/"
