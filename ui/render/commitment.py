"""One commitment: its timeline with quotes that open their source, and what can be decided."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from assistant.commitments.item import Item
from assistant.commitments.thread import Thread
from assistant.commitments.wording import name_of, silence
from ingest.document import Span
from ui.render.commitment_forms import decisions
from ui.render.commitments import standing_words, thread_address
from ui.render.links import source_address
from ui.render.words import day_words

_SHORT = re.compile(r"\s*\([^()]*\)")  # "Chief Constable (CC)", beside an owner written "The CC"


@dataclass(frozen=True, slots=True)
class ThreadView:
    """What the page shows. `base` is the list's address, `source` that of source views.

    `related` are the threads promised in its updates, or the one that it was promised in;
    `others` those that its records may be put into.
    """

    base: str
    source: str
    thread: Thread
    related: tuple[Thread, ...]
    others: tuple[Thread, ...] = ()
    message: str = ""


def thread_page(view: ThreadView) -> Markup:
    """The main part of the page."""
    thread = view.thread
    return Markup(
        '<p><a href="{base}">All commitments</a></p><h1>{name}</h1>{message}<p>{text}</p>{facts}'
        '<h2 id="timeline">Timeline</h2><ol class="results">{records}</ol>{silence}{related}'
        '<h2 id="decide">Decide</h2>{decide}'
    ).format(
        base=view.base,
        name=name_of(thread),
        message=Markup('<p class="error" role="alert">{}</p>').format(view.message)
        if view.message
        else "",
        text=thread.last.commitment.text,
        facts=_facts(thread),
        records=Markup("").join(_record(view, item) for item in thread.items),
        silence=Markup("<p>{}</p>").format(silence(thread)) if silence(thread) else "",
        related=_related(view),
        decide=Markup("").join(
            decisions(view.base, thread, item, view.others) for item in thread.items
        ),
    )


def _facts(thread: Thread) -> Markup:
    commitment = thread.last.commitment
    role = _SHORT.sub("", commitment.role)
    office = ", ".join(part for part in (role, commitment.body) if part)
    facts = {
        "How it stands": standing_words(thread),
        "Owner": f"{thread.owner} ({office})" if thread.owner and office else thread.owner,
        "Asked for by": commitment.requester,
        "Raised": day_words(thread.raised),
        "Due": _due(thread),
        "Topic": thread.topic,
        "Plan in force": thread.plan,
        "Money": ", ".join(commitment.money),
    }
    rows = Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, value)
        for name, value in facts.items()
        if value
    )
    return Markup('<dl class="facts">{}</dl>').format(rows)


def _due(thread: Thread) -> str:
    due = thread.due
    if due is None:
        return ""
    return f"{due.words} ({day_words(due.end)})" if due.end else due.words


def _record(view: ThreadView, item: Item) -> Markup:
    commitment = item.commitment
    place = f"{item.document.metadata.title}, {commitment.locator}"
    quotes = [("Open these words", commitment.text, commitment.span)]
    quotes += [("Open the update", update.text, update.span) for update in commitment.updates]
    suggested = ", a suggestion" if item.is_suggestion else ""
    return Markup('<li><h3>{}</h3><p class="source-place">{}: {}{}; {}</p>{}{}</li>').format(
        day_words(item.day),
        commitment.kind.value.capitalize(),
        commitment.status_words or commitment.status.value,
        suggested,
        place,
        Markup("").join(_quote(view, item, *quote) for quote in quotes),
        _reviews(item),
    )


def _quote(view: ThreadView, item: Item, link: str, words: str, span: Span) -> Markup:
    address = source_address(view.source, item.document.id, item.commitment.page, span)
    return Markup(
        '<blockquote><p>{}</p></blockquote><p><a href="{}">{} in the document of {}</a></p>'
    ).format(words, address, link, day_words(item.day))


def _reviews(item: Item) -> Markup:
    if not item.reviews:
        return Markup("")
    notes = Markup("").join(
        Markup("<li>{} by {} on {}</li>").format(
            review.what.capitalize(), review.by, day_words(review.at.date())
        )
        for review in item.reviews
    )
    return Markup("<ul>{}</ul>").format(notes)


def _related(view: ThreadView) -> Markup:
    if not view.related:
        return Markup("")
    items = Markup("").join(
        Markup('<li><a href="{}">{}</a> {}</li>').format(
            thread_address(view.base, thread.id), name_of(thread), thread.last.commitment.text
        )
        for thread in view.related
    )
    return Markup('<h2 id="related">Promised with it</h2><ul>{}</ul>').format(items)
