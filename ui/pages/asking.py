"""The conversation: a question box, answers with their sources, follow-ups, a new start.

Used by the public page and by the officers' page, which differ in what may be seen and shown.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import gradio as gr
from markupsafe import Markup

from assistant.answer import Answer, AnswerStatus, Turn
from ui.answering import Audience
from ui.conversations import Conversation, Exchange
from ui.render.answer import answer_turn
from ui.render.examples import examples_list, introduction
from ui.render.feedback import feedback_form
from ui.render.links import source_links
from ui.services import Services
from ui.web.visitors import Visitor, address_of

_PRIVATE: Any = {"api_name": False, "api_visibility": "private", "show_progress": "hidden"}


AskEvent = Callable[[str, gr.Request], Awaitable[tuple[str, str]]]


def heading(
    blocks: gr.Blocks, services: Services, audience: Audience, title: str, words: str
) -> None:
    """The page's heading, with what the library holds at the moment, inside `blocks` opened."""

    def shown() -> str:
        return introduction(title, words, services.held(audience))

    top = gr.HTML(shown(), elem_id="introduction", js_on_load=None, apply_default_css=False)
    blocks.load(shown, None, top, **_PRIVATE)


def conversation(blocks: gr.Blocks, services: Services, audience: Audience) -> None:
    """Make the components and their events, inside `blocks` opened."""
    limits = services.settings.ui.limits
    longest = (
        limits.question_characters
        if audience is Audience.PUBLIC
        else limits.officer_question_characters
    )
    shown = gr.HTML("", elem_id="conversation", js_on_load=None, apply_default_css=False)
    with gr.Column(elem_id="asking"):
        question = gr.Textbox(
            label="Your question",
            info=_hint(audience, longest),
            lines=2,
            max_lines=6,
            max_length=longest,
            elem_id="question",
            submit_btn=False,
        )
        with gr.Row(elem_id="asking-buttons"):
            ask = gr.Button("Ask", variant="primary", elem_id="ask", min_width=120, scale=0)
            fresh = gr.Button("New conversation", elem_id="fresh", min_width=180, scale=0)
    examples = gr.HTML(elem_id="examples", js_on_load=None, apply_default_css=False)
    blocks.load(lambda: examples_list(services.examples.questions()), None, examples, **_PRIVATE)
    gr.on(
        [ask.click, question.submit],
        ask_event(services, audience),
        inputs=[question],
        outputs=[shown, question],
        concurrency_limit=None,
        trigger_mode="once",
        **_PRIVATE,
    )
    fresh.click(_begin_anew(services), None, [shown, question], **_PRIVATE)


def ask_event(services: Services, audience: Audience) -> AskEvent:
    """What happens when a question is sent: the conversation as HTML, and an empty box."""
    base = services.link("/source" if audience is Audience.PUBLIC else "/officer/source")
    link = source_links(base)

    async def ask(question: str, request: gr.Request) -> tuple[str, str]:
        visitor = visitor_of(request)
        kept = services.conversations.of(visitor.session)
        if not question.strip():
            return _html(kept), ""
        history = [exchange.turn for exchange in kept if exchange.answered]
        given = await services.answering.ask(question, history, audience, visitor)
        form = feedback_form(given.record, services.link("/feedback"))
        full = audience is Audience.OFFICER
        html = answer_turn(given.record, given.answer, link, form, full_passages=full)
        kept = services.conversations.keep(
            visitor.session, (*kept, _exchange(question, given.answer, html))
        )
        held_back = given.answer.status is AnswerStatus.BLOCKED_TOO_FAST
        return _html(kept), question if held_back else ""

    return ask


def _begin_anew(services: Services) -> Callable[[gr.Request], tuple[str, str]]:
    def begin(request: gr.Request) -> tuple[str, str]:
        services.conversations.forget(visitor_of(request).session)
        return "", ""

    return begin


def _exchange(question: str, answer: Answer, html: Markup) -> Exchange:
    answered = not answer.status.value.startswith(("blocked", "error"))
    return Exchange(Turn(question if answered else "", answer.text), str(html), answered)


def visitor_of(request: gr.Request) -> Visitor:
    """Who asks, by address and by the session of the page."""
    scope = request.request.scope if request.request is not None else {}
    return Visitor(address_of(scope), request.session_hash or "")


def _html(kept: Conversation) -> str:
    return str(Markup("").join(Markup(exchange.html) for exchange in kept))  # noqa: S704 - ours


def _hint(audience: Audience, longest: int) -> str:
    if audience is Audience.OFFICER:
        return f"Up to {longest:,} characters."
    return f"Up to {longest} characters. Do not include names or other personal details."
