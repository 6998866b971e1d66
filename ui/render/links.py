"""Addresses of source views."""

from collections.abc import Callable
from urllib.parse import quote, urlencode

from assistant.answer import Citation
from index.results import Hit
from ingest.document import Span

SourceLink = Callable[[Citation | Hit], str]
"""The address of a citation's or hit's source view."""


def source_links(base: str) -> SourceLink:
    """Links to the source views below `base` ("/source", "/officer/source")."""

    def link(found: Citation | Hit) -> str:
        if isinstance(found, Citation):
            return source_address(base, found.document_id, found.page, found.span)
        return source_address(base, found.document.id, found.passage.page, found.passage.span)

    return link


def source_address(
    base: str, document_id: str, page: int | None = None, span: Span | None = None
) -> str:
    """A source view, at a page if the document has pages, with a span of its text marked."""
    asked: dict[str, int] = {}
    if page is not None:
        asked["page"] = page
    if span is not None:
        asked |= {"start": span.start, "end": span.end}
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{base}/{quote(document_id, safe='')}{query}" + ("#quote" if span else "")
