"""The officers' pages that Gradio draws: ask from everything, and the pages that join in."""

import gradio as gr
from gradio.components.navbar import Navbar

from ui.answering import Audience
from ui.pages.asking import conversation, heading
from ui.pages.registry import EXTRA_PAGES
from ui.services import Services

_WORDS = (
    "Answers for officers come from every document in the library, internal ones included. Check "
    "what may be published before you pass anything on."
)


def build_officer(services: Services) -> gr.Blocks:
    """The pages below /officer."""
    blocks = gr.Blocks(
        title=services.settings.ui.service_name,
        analytics_enabled=False,
        delete_cache=(3600, 3600),
        fill_width=True,
    )
    with blocks:
        Navbar(visible=False)
        heading(blocks, services, Audience.OFFICER, "Ask the library", _WORDS)
        conversation(blocks, services, Audience.OFFICER)
    for page in EXTRA_PAGES:
        with blocks.route(page.name, page.slug, show_in_navbar=False):
            page.build(services)
    return blocks
