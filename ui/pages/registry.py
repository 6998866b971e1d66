"""How a page joins the officer pages.

A page is a module of `ui.pages` with a function `build(services)`, and one line in `EXTRA_PAGES`
below. `build` is called once, at start, inside an open Gradio page, behind the login: it makes
components and their events and returns nothing. A minimal page:

    def build(services: Services) -> None:
        gr.HTML("<h1>FOI requests</h1>", js_on_load=None)
        letter = gr.Textbox(label="Request letter", lines=10)
        draft = gr.Button("Draft a reply", variant="primary")
        result = gr.HTML(js_on_load=None)
        draft.click(partial(_draft, services), letter, result, api_visibility="private")

Rules that keep it safe and usable by everybody:

- One <h1>; every control has a label; HTML is made of `markupsafe.Markup` templates, so that words
  of documents and requests are escaped (`ui/render` has the pieces: quotes, dates, sources).
- Every event has `api_visibility="private"`; work of more than a moment runs in an ordinary
  function (Gradio gives it a thread), never in an `async` one.
- Links to other pages are made with `services.link("/officer/source/...")`.
- Files for download come from `gr.DownloadButton` or `gr.File`, made in a temporary folder.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from ui.services import Services

Build = Callable[[Services], None]


@dataclass(frozen=True, slots=True)
class OfficerPage:
    """A page below /officer: its address there, its name in the menu, and its module."""

    slug: str
    name: str
    module: str

    def build(self, services: Services) -> None:
        """Make the page's components, inside an open Gradio page."""
        build: Build = import_module(self.module).build
        build(services)


EXTRA_PAGES: tuple[OfficerPage, ...] = ()
"""In the order of the menu."""
