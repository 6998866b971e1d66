"""The public page: ask, and see the proof."""

from typing import Any

import gradio as gr
from gradio.events import api

from eval.answers import row_of
from ui.answering import Audience
from ui.pages.asking import conversation, heading, visitor_of
from ui.render.formal import formal_request
from ui.services import Services

_WORDS = (
    "Ask a question in your own words. The answer is taken from the published documents, word for "
    "word, and every source can be opened and checked."
)


def build_public(services: Services) -> gr.Blocks:
    """The page at / and the API endpoint /ask."""
    blocks = gr.Blocks(
        title=services.settings.ui.service_name,
        analytics_enabled=False,
        delete_cache=(3600, 3600),
        fill_width=True,
    )
    with blocks:
        heading(blocks, services, Audience.PUBLIC, services.settings.ui.service_name, _WORDS)
        conversation(blocks, services, Audience.PUBLIC)
        gr.HTML(
            formal_request(services.settings.ui),
            elem_id="formal-request",
            js_on_load=None,
            apply_default_css=False,
        )
        api(
            _api_ask(services),
            api_name="ask",
            api_description="Answer one question from the published documents.",
            concurrency_limit=None,
        )
    return blocks


def _api_ask(services: Services) -> Any:  # noqa: ANN401 - Gradio reads the signature itself
    async def ask(question: str, request: gr.Request) -> dict[str, Any]:
        given = await services.answering.ask(question, (), Audience.PUBLIC, visitor_of(request))
        return row_of(given.record, given.answer).model_dump(mode="json")

    return ask
