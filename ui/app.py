"""The web application: our own pages, Gradio's, and everything that guards them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import gradio as gr
from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.answering import Audience
from ui.logs import AccessLog
from ui.pages.commitments import commitments_router
from ui.pages.document import document_router
from ui.pages.feedback import feedback_router
from ui.pages.library import library_router
from ui.pages.login import login_router
from ui.pages.missing import missing_page
from ui.pages.officer import build_officer
from ui.pages.places import GRADIO_TITLES, officer_place, public_place
from ui.pages.public import build_public
from ui.pages.request import request_router
from ui.pages.request_cost import request_cost_router
from ui.pages.request_files import request_files_router
from ui.pages.requests import requests_router
from ui.pages.search import search_router
from ui.pages.source import source_router
from ui.pages.statement import statement_router
from ui.pages.static import static_router
from ui.render.shell import Frame, frame
from ui.services import Services
from ui.web.dress import Dress
from ui.web.faults import Faults
from ui.web.gate import OFFICER, Gate
from ui.web.guard import Guard
from ui.web.headers import SecurityHeaders
from ui.web.limits import BodyLimit, RequestLimit
from ui.web.origin import OwnOrigin
from ui.web.replies import path_within
from ui.web.sub_path import SubPath
from ui.web.visitors import Forwarded

_OWN_PAGES = (
    "/ui",
    "/health",
    "/robots.txt",
    "/login",
    "/logout",
    "/search",
    "/source",
    "/feedback",
    "/accessibility",
    "/officer/search",
    "/officer/source",
    "/officer/feedback",
    "/officer/library",
    "/officer/requests",
    "/officer/commitments",
)
_GRADIO_SESSIONS = 64
_UPLOADS = ("/officer/library/upload", "/officer/requests/new")


def create_app(services: Services) -> ASGIApp:
    """Everything, ready for a server. Outermost first, a request meets: the proxy's headers, the
    sub-path, our headers, the limits, the origin check, the gate, the login, the dress, the pages.
    """
    ui = services.settings.ui
    pages: ASGIApp = _pages(services)
    pages = Dress(pages, lambda scope: _gradio_frame(services, scope))
    pages = Guard(pages, services)
    pages = Gate(pages, _OWN_PAGES, partial(_missing, services))
    pages = OwnOrigin(pages)
    pages = BodyLimit(pages, ui.limits, large=_UPLOADS)
    pages = RequestLimit(pages, ui.limits)
    pages = Faults(pages)
    pages = SecurityHeaders(pages)
    pages = AccessLog(pages)
    pages = SubPath(pages, ui.sub_path)
    return Forwarded(pages, ui.trusted_proxies)


async def _missing(services: Services, scope: Scope, receive: Receive, send: Send) -> None:
    await missing_page(services, scope)(scope, receive, send)


def _pages(services: Services) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=_lifespan)
    app.include_router(static_router(services))
    app.include_router(login_router(services))
    app.include_router(statement_router(services))
    app.include_router(feedback_router(services))
    app.include_router(library_router(services))
    app.include_router(document_router(services))
    app.include_router(requests_router(services))
    app.include_router(request_router(services))
    app.include_router(request_cost_router(services))
    app.include_router(request_files_router(services))
    app.include_router(commitments_router(services))
    for audience, above in ((Audience.PUBLIC, ""), (Audience.OFFICER, OFFICER)):
        sources = f"{above}/source"
        app.include_router(search_router(services, audience, f"{above}/search", sources))
        app.include_router(source_router(services, audience, sources))
    _mount(app, services, build_officer(services), OFFICER)
    _mount(app, services, build_public(services), "/")
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Gradio adds its own start and stop around this one."""
    yield


def _mount(app: FastAPI, services: Services, blocks: gr.Blocks, path: str) -> None:
    limits = services.settings.ui.limits
    blocks.state_session_capacity = _GRADIO_SESSIONS  # nothing of ours is in them
    blocks.queue(api_open=False, max_size=limits.waiting_questions, default_concurrency_limit=4)
    gr.mount_gradio_app(
        app,
        blocks,
        path,
        footer_links=[],
        run_history=False,
        show_error=False,
        allowed_paths=[],
        blocked_paths=[str(Path.cwd()), str(services.settings.index.data_dir.resolve())],
        max_file_size=limits.upload_bytes,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        theme=gr.themes.Base(font=["Arial", "sans-serif"], font_mono=["monospace"]),
    )


def _gradio_frame(services: Services, scope: Scope) -> Frame | None:
    """The frame of a page that Gradio draws, None for every other request."""
    path = path_within(scope)
    title = GRADIO_TITLES.get(path)
    if title is None or scope["method"] != "GET":
        return None
    ui = services.settings.ui
    if path.startswith(OFFICER):
        return frame(ui, officer_place(ui, title, path, scope["user_name"]))
    return frame(ui, public_place(ui, title, path))
