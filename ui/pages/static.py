"""Style, script and mark of our own pages, and the health endpoint."""

from importlib.resources import files

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from ui.render.colours import colours_css
from ui.services import Services

_CACHE = {"Cache-Control": "public, max-age=3600"}
_SERVED = {
    "pages.css": "text/css",
    "answers.css": "text/css",
    "gradio.css": "text/css",
    "library.css": "text/css",
    "requests.css": "text/css",
    "pages.js": "text/javascript",
    "formal.js": "text/javascript",
    "mark.svg": "image/svg+xml",
}


def static_router(services: Services) -> APIRouter:
    """/ui/*, /health and /robots.txt."""
    router = APIRouter()
    contents = {name: (files("ui") / "static" / name).read_bytes() for name in _SERVED}
    colours = colours_css(services.settings.ui)

    @router.get("/ui/colours.css")
    def colours_file() -> Response:
        return Response(colours, media_type="text/css", headers=_CACHE)

    @router.get("/ui/{name}")
    def file(name: str) -> Response:
        if name not in contents:
            return Response(status_code=404)
        return Response(contents[name], media_type=_SERVED[name], headers=_CACHE)

    @router.get("/robots.txt")
    def robots() -> Response:
        return Response("User-agent: *\nDisallow: /\n", media_type="text/plain")

    @router.get("/health")
    def health() -> JSONResponse:
        documents = services.library.documents()
        return JSONResponse(
            {
                "status": "ok",
                "generation": services.library.generation,
                "documents": len(documents),
                "answering": services.answering.is_on,
            }
        )

    return router
