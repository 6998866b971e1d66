"""The page that says there is none."""

from fastapi.responses import HTMLResponse
from markupsafe import Markup
from starlette.types import Scope

from ui.pages.places import place_for
from ui.render.shell import whole_page
from ui.services import Services

_WORDS = Markup(
    "<h1>Page not found</h1><p>There is no page at this address. If a link brought you here, the "
    "document may have been withdrawn.</p>"
)


def missing_page(services: Services, scope: Scope) -> HTMLResponse:
    """Status 404. The same for what is not there and for what may not be seen."""
    settings = services.settings.ui
    place = place_for(settings, scope, "Page not found")
    return HTMLResponse(whole_page(settings, place, _WORDS), 404)
