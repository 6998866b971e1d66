"""Where the pages are: titles, addresses and menus."""

from starlette.types import Scope

from ui.render.shell import NavItem, Place
from ui.settings import UiSettings
from ui.web.replies import path_within

_PUBLIC = (("/", "Ask a question"), ("/search", "Search the documents"))
_OFFICER = (
    ("/officer/", "Ask"),
    ("/officer/search", "Search"),
    ("/officer/requests", "Requests"),
    ("/officer/library", "Library"),
    ("/officer/commitments", "Commitments"),
    ("/officer/feedback", "Feedback"),
)


def public_place(settings: UiSettings, title: str, path: str) -> Place:
    """A page for everybody."""
    return _place(settings, title, path, _PUBLIC, None)


def officer_place(settings: UiSettings, title: str, path: str, user: str) -> Place:
    """A page for somebody logged in."""
    return _place(settings, title, path, _OFFICER, user)


def place_for(settings: UiSettings, scope: Scope, title: str) -> Place:
    """The page that a request is for: an officer's below /officer, else everybody's."""
    user = scope.get("user_name")
    if user is not None:
        return officer_place(settings, title, path_within(scope), user)
    return public_place(settings, title, path_within(scope))


GRADIO_TITLES = {"/": "Ask a question", "/officer/": "Ask", "/officer": "Ask"}
"""Path -> title of the pages that Gradio draws."""


def _place(
    settings: UiSettings,
    title: str,
    path: str,
    menu: tuple[tuple[str, str], ...],
    user: str | None,
) -> Place:
    items = tuple(NavItem(f"{settings.sub_path}{address}", words) for address, words in menu)
    return Place(title, f"{settings.sub_path}{path}", items, user)
