"""The source view: where a quote stands in the original."""

from dataclasses import dataclass

from markupsafe import Markup

from index.results import DocumentRecord
from ingest.document import Document, Sensitivity, Span
from ingest.pdf.shapes import Box
from ui.render.document import Shown, formatted, page_span
from ui.render.links import source_address
from ui.render.words import (
    body_words,
    count_words,
    day_words,
    kind_words,
    period_words,
    sensitivity_words,
)


@dataclass(frozen=True, slots=True)
class SourceView:
    """What a source page shows: a document, at a page if it has pages, with a span marked.

    `base` is where source views are ("/source"); `picture` is whether a page can be drawn.
    """

    record: DocumentRecord
    document: Document
    base: str
    page: int | None
    span: Span | None
    picture: bool
    original: bool


def source_page(view: SourceView) -> Markup:
    """The main part of the page."""
    metadata = view.record.metadata
    return Markup(
        '<h1>{title}</h1>{facts}{links}{turning}<div class="source-view">{picture}{text}</div>'
        "{turning_again}"
    ).format(
        title=metadata.title,
        facts=facts(view.record),
        links=_links(view),
        turning=_turning(view, "Pages of the document"),
        picture=_picture(view),
        text=_text(view),
        turning_again=_turning(view, "Pages of the document, below") if view.page else "",
    )


def facts(record: DocumentRecord) -> Markup:
    """What is known about a document, as a list of terms."""
    metadata = record.metadata
    rows = [
        ("Kind", kind_words(metadata.kind)),
        ("Published by", body_words(metadata.body)),
        ("Date", day_words(metadata.date)),
    ]
    if metadata.period_start and metadata.period_end:
        rows.append(("Period covered", period_words(metadata.period_start, metadata.period_end)))
    if metadata.state:
        rows.append(("State", metadata.state.capitalize()))
    if metadata.sensitivity is not Sensitivity.PUBLIC:
        rows.append(
            ("May be seen by", f"Officers only ({sensitivity_words(metadata.sensitivity)})")
        )
    rows.append(("File", record.name))
    items = Markup("").join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(*r) for r in rows)
    return Markup('<dl class="facts">{}</dl>').format(items)


def page_picture(png_base64: str, width: float, height: float, boxes: tuple[Box, ...]) -> Markup:
    """An SVG of a page with the marked places on it. Sizes in points."""
    marks = Markup("").join(
        Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
            box.left - 1, box.top - 1, box.width + 2, box.height + 2
        )
        for box in boxes
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w:.1f} {h:.1f}" '
        'width="{w:.0f}" height="{h:.0f}"><image width="{w:.1f}" height="{h:.1f}" '
        'href="data:image/png;base64,{png}"/>'
        '<g fill="#ffdd00" fill-opacity="0.45" stroke="#0b0c0c" stroke-width="0.8">{marks}'
        "</g></svg>"
    ).format(w=width, h=height, png=png_base64, marks=marks)


def _links(view: SourceView) -> Markup:
    links: list[Markup] = []
    own = source_address(view.base, view.record.id).split("?")[0]
    if view.original:
        links.append(Markup('<a href="{}/original">Download the original file</a>').format(own))
    url = view.record.metadata.url
    if url and url.startswith(("https://", "http://")):
        links.append(
            Markup(
                '<a href="{}" rel="noopener noreferrer">See it where it was published</a>'
            ).format(url)
        )
    if not links:
        return Markup("")
    items = Markup("").join(Markup("<li>{}</li>").format(link) for link in links)
    return Markup('<ul class="links">{}</ul>').format(items)


def _turning(view: SourceView, name: str) -> Markup:
    if view.page is None:
        return Markup("")
    count = view.record.page_count
    parts = [Markup("<span>{}</span>").format(_page_words(view.document, view.page, count))]
    if view.page > 1:
        parts.insert(0, _page_link(view, view.page - 1, "Previous page"))
    if view.page < count:
        parts.append(_page_link(view, view.page + 1, "Next page"))
    quoted = view.document.page_at(view.span.start) if view.span else None
    if quoted is not None and quoted != view.page:
        parts.append(_page_link(view, quoted, f"Back to the quote on page {quoted}"))
    return Markup('<nav class="turning" aria-label="{}">{}</nav>').format(
        name, Markup(" ").join(parts)
    )


def _page_link(view: SourceView, page: int, words: str) -> Markup:
    href = source_address(view.base, view.record.id, page, view.span)
    return Markup('<a href="{}">{}</a>').format(href, words)


def _page_words(document: Document, page: int, count: int) -> str:
    label = next((p.label for p in document.pages if p.number == page), None)
    printed = f" (printed number {label})" if label and label != str(page) else ""
    return f"Page {page} of {count}{printed}"


def _picture(view: SourceView) -> Markup:
    if view.page is None or not view.picture:
        return Markup("")
    own = source_address(view.base, view.record.id).split("?")[0]
    marks = f"?start={view.span.start}&end={view.span.end}" if view.span else ""
    return Markup(
        '<figure class="page-picture"><img src="{}/page/{}.svg{}" alt="{}"></figure>'
    ).format(own, view.page, marks, f"Picture of page {view.page}. Its text follows.")


def _text(view: SourceView) -> Markup:
    document = view.document
    whole = Span(0, len(document.text))
    within = page_span(document, view.page) if view.page else whole
    marks = (view.span,) if view.span and view.span.overlaps(within) else ()
    heading = f"Text of page {view.page}" if view.page else "Text of the document"
    note = Markup('<p><a href="#quote">Go to the marked words</a></p>') if marks else Markup("")
    words = formatted(Shown(document, within, marks))
    if not words:
        words = Markup("<p>There are no words on this page.</p>")
    return Markup('<section class="page-text"><h2>{}</h2>{}{}</section>').format(
        heading, note, words
    )


def passages_words(record: DocumentRecord) -> str:
    """How long a document is."""
    if record.page_count:
        return count_words(record.page_count, "page")
    return count_words(record.passage_count, "passage")
