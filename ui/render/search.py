"""The search page: a form with filters, and results with the words marked."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from markupsafe import Markup

from index.results import DocumentRecord, Hit
from ingest.document import Body, DocumentKind, Span
from ui.render.links import source_address
from ui.render.marks import densest, excerpt_with_marks
from ui.render.words import body_words, count_words, day_words, kind_words
from ui.searching import Choices, Found, SearchResults, Wish

PER_PAGE = 10
_SNIPPETS = 3


def search_page(
    action: str, base: str, wish: Wish, offered: Choices, results: SearchResults, page: int
) -> Markup:
    """The main part of the page. `action` is its own address, `base` that of source views."""
    return Markup("<h1>Search the documents</h1>{}{}").format(
        _form(action, wish, offered), _results(action, base, wish, results, page)
    )


def _form(action: str, wish: Wish, offered: Choices) -> Markup:
    kinds = [(k.value, f"{kind_words(k)} ({n})", k is wish.kind) for k, n in offered.kinds]
    bodies = [(b.value, f"{body_words(b)} ({n})", b is wish.body) for b, n in offered.bodies]
    years = [(str(y), f"{y} ({n})", y == wish.year) for y, n in offered.years]
    meetings = [(m.isoformat(), day_words(m), m == wish.meeting) for m in offered.meetings]
    return Markup(
        '<form method="get" action="{}" role="search" class="search-form">'
        '<label for="words">Words to look for</label>'
        '<p class="hint" id="words-hint">Put a phrase in quotation marks to find it as it is.</p>'
        '<input id="words" name="q" type="search" value="{}" maxlength="200" '
        'aria-describedby="words-hint" autocomplete="off">'
        '<div class="filters">{}{}{}{}</div><button type="submit">Search</button></form>'
    ).format(
        action,
        wish.text,
        _select("kind", "Kind of document", kinds),
        _select("body", "Published by", bodies),
        _select("year", "Year", years),
        _select("meeting", "Meeting", meetings),
    )


def _select(name: str, label: str, options: Sequence[tuple[str, str, bool]]) -> Markup:
    listed = Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if selected else "", words
        )
        for value, words, selected in options
    )
    return Markup(
        '<div><label for="{0}">{1}</label><select id="{0}" name="{0}">'
        '<option value="">Any</option>{2}</select></div>'
    ).format(name, label, listed)


def _results(action: str, base: str, wish: Wish, results: SearchResults, page: int) -> Markup:
    if not wish.text.strip():
        return _listing(base, results.listed)
    if not results.found:
        return Markup(
            "<h2>No passages found</h2><p>No passage holds these words. Try other words, fewer "
            "words, or fewer filters.</p>"
        )
    pages = (len(results.found) + PER_PAGE - 1) // PER_PAGE
    page = min(max(page, 1), pages)
    shown = results.found[(page - 1) * PER_PAGE : page * PER_PAGE]
    items = Markup("").join(_found(base, found) for found in shown)
    return Markup('<h2>{}</h2><ol class="results" start="{}">{}</ol>{}').format(
        _count_heading(results),
        (page - 1) * PER_PAGE + 1,
        items,
        _pages(action, wish, page, pages),
    )


def _count_heading(results: SearchResults) -> str:
    passages = count_words(results.passages, "passage")
    documents = count_words(len(results.found), "document")
    some = " with some of these words" if results.partly else ""
    return f"{'The best ' if results.more else ''}{passages}{some} in {documents}"


def _listing(base: str, records: Sequence[DocumentRecord]) -> Markup:
    newest = sorted(records, key=lambda r: r.metadata.date or date.min, reverse=True)
    items = Markup("").join(
        Markup("<li>{}</li>").format(_document(base, record)) for record in newest
    )
    heading = count_words(len(records), "document")
    return Markup('<h2>{}, newest first</h2><ul class="results">{}</ul>').format(heading, items)


def _document(base: str, record: DocumentRecord) -> Markup:
    metadata = record.metadata
    known = [] if metadata.kind is DocumentKind.OTHER else [kind_words(metadata.kind)]
    known += [] if metadata.body is Body.OTHER else [body_words(metadata.body)]
    return Markup('<a class="source-title" href="{}">{}</a><p class="source-place">{}</p>').format(
        source_address(base, record.id),
        metadata.title,
        ", ".join((*known, day_words(metadata.date))),
    )


def _found(base: str, found: Found) -> Markup:
    pairs = list(zip(found.hits, found.marks, strict=True))
    snippets = Markup("").join(_snippet(base, *pair) for pair in pairs[:_SNIPPETS])
    rest = pairs[_SNIPPETS:]
    more = Markup("")
    if rest:
        more = Markup(
            "<details><summary>{} in this document</summary><ul>{}</ul></details>"
        ).format(
            count_words(len(rest), "more passage"),
            Markup("").join(_snippet(base, *pair) for pair in rest),
        )
    return Markup('<li>{}<ul class="snippets">{}</ul>{}</li>').format(
        _document(base, found.record), snippets, more
    )


def _snippet(base: str, hit: Hit, marks: tuple[Span, ...]) -> Markup:
    address = source_address(base, hit.document.id, span=_shown_span(hit, marks))
    return Markup('<li><a href="{}">{}</a><p class="passage">{}</p></li>').format(
        address, hit.passage.locator or "Passage", excerpt_with_marks(hit.text, marks)
    )


def _shown_span(hit: Hit, marks: tuple[Span, ...]) -> Span:
    """Where the words stand in the document: a passage may begin on an earlier page than they."""
    if not marks:
        return hit.passage.span
    shown, start = densest(marks), hit.passage.span.start
    return Span(start + shown.start, start + shown.end)


def _pages(action: str, wish: Wish, page: int, pages: int) -> Markup:
    if pages < 2:
        return Markup("")
    links: list[Markup] = [Markup("<span>Page {} of {}</span>").format(page, pages)]
    if page > 1:
        links.insert(0, _page_link(action, wish, page - 1, "Previous results"))
    if page < pages:
        links.append(_page_link(action, wish, page + 1, "Next results"))
    return Markup('<nav class="turning" aria-label="Result pages">{}</nav>').format(
        Markup(" ").join(links)
    )


def _page_link(action: str, wish: Wish, page: int, words: str) -> Markup:
    asked = {
        "q": wish.text,
        "kind": wish.kind,
        "body": wish.body,
        "year": wish.year,
        "meeting": wish.meeting,
        "page": page,
    }
    query = urlencode({name: value for name, value in asked.items() if value})
    return Markup('<a href="{}?{}">{}</a>').format(action, query, words)
