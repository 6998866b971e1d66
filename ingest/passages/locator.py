"""Where a passage stands, said for a person."""

from ingest.document import Document
from ingest.passage import Passage
from ingest.passages.draft import Draft

_PATH_PARTS = 2


def locator_of(document: Document, draft: Draft) -> str:
    """For example "page 12, 8.3 Tackling Crime, paragraph 7.28" or "Actions, Action 4"."""
    shown = _page_words(document, draft.span.start)
    path = [part.rstrip(":") for part in draft.section[-_PATH_PARTS:]]
    return ", ".join(part for part in (shown, " > ".join(path), draft.place) if part)


def locator_at(document: Document, passage: Passage, offset: int) -> str:
    """The passage's locator with the page on which `offset` stands: it may begin on another."""
    begins, there = (_page_words(document, at) for at in (passage.span.start, offset))
    rest = passage.locator.removeprefix(begins).removeprefix(", ")
    return ", ".join(part for part in (there, rest) if part)


def _page_words(document: Document, offset: int) -> str:
    page = document.page_at(offset)
    return f"page {_printed(document, page)}" if page is not None else ""


def _printed(document: Document, page: int) -> str:
    """The physical number, and the printed one where it differs."""
    label = next((each.label for each in document.pages if each.number == page), None)
    return f"{page} (printed {label})" if label and label != str(page) else str(page)
