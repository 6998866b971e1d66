"""The officers' page that Gradio draws: ask from everything."""

import gradio as gr

from ui.answering import Audience
from ui.pages.asking import conversation, heading
from ui.services import Services

_WORDS = (
    "Answers for officers come from every document in the library, internal ones included. Check "
    "what may be published before you pass anything on."
)


def build_officer(services: Services) -> gr.Blocks:
    """The page at /officer/."""
    blocks = gr.Blocks(
        title=services.settings.ui.service_name,
        analytics_enabled=False,
        delete_cache=(3600, 3600),
        fill_width=True,
    )
    with blocks:
        heading(blocks, services, Audience.OFFICER, "Ask the library", _WORDS)
        conversation(blocks, services, Audience.OFFICER)
    return blocks
