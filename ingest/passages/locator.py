"""Where a passage stands, said for a person."""

from ingest.document import Document
from ingest.passages.draft import Draft

_PATH_PARTS = 2


def locator_of(document: Document, draft: Draft) -> str:
    """For example "page 12, 8.3 Tackling Crime, paragraph 7.28" or "Actions, Action 4"."""
    page = document.page_at(draft.span.start)
    shown = f"page {_printed(document, page)}" if page is not None else ""
    path = [part.rstrip(":") for part in draft.section[-_PATH_PARTS:]]
    return ", ".join(part for part in (shown, " > ".join(path), draft.place) if part)


def _printed(document: Document, page: int) -> str:
    """The physical number, and the printed one where it differs."""
    label = next((each.label for each in document.pages if each.number == page), None)
    return f"{page} (printed {label})" if label and label != str(page) else str(page)
