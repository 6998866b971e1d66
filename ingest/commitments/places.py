"""Where in its document a commitment stands, and under what it was said."""

import re
from bisect import bisect_right

from ingest.document import Block, Document

_TOPIC = re.compile(r"\b(?:priority|pillar|objective|theme|strand)\s+\w+", re.IGNORECASE)
_NOT_A_TOPIC = re.compile(
    r"^\W*(?:\d[\d.]*\s*)?(?:actions?|minutes|public questions?|any other business|attendance|"
    r"apologies|appendix\b.*|annex\b.*|emerging\b.*|background|summary)\W*$",
    re.IGNORECASE,
)


_REFERENCE = re.compile(r"\bsee\s+(?:also\s+)?action\s+(?P<id>\d{1,4})\b", re.IGNORECASE)


class Places:
    """Looks up blocks, pages and sections of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [block.span.start for block in document.blocks]
        self._discussed = {
            match["id"]: match.start()
            for match in reversed(list(_REFERENCE.finditer(document.text)))
        }

    def block_at(self, offset: int) -> Block | None:
        """The block that the character stands in, or the last one before it."""
        place = bisect_right(self._starts, offset) - 1
        return self._document.blocks[place] if place >= 0 else None

    def page_at(self, offset: int) -> int | None:
        """The physical page, if the document has pages."""
        return self._document.page_at(offset)

    def locator(self, offset: int, last: str = "") -> str:
        """For a person: "page 12, 8. Actions, Action 4"."""
        block = self.block_at(offset)
        page = self.page_at(offset)
        parts = [f"page {page}" if page is not None else ""]
        if block is not None and block.section:
            parts.append(block.section[-1].rstrip(":"))
        if not last and block is not None and block.label and re.match(r"\d", block.label):
            last = f"paragraph {block.label}"
        return ", ".join(part for part in (*parts, last) if part)

    def topic_of_action(self, action: str | None, offset: int) -> str:
        """The topic under which the words "(see Action 9)" stand; else that of the action's row."""
        discussed = self._discussed.get(action or "")
        return (self.topic(discussed) if discussed is not None else "") or self.topic(offset)

    def topic(self, offset: int) -> str:
        """The plan priority that the section path names, else its innermost subject; "" if none."""
        block = self.block_at(offset)
        title = self._document.metadata.title
        path = [part for part in (block.section if block else ()) if part.strip() not in title]
        named = [part for part in path if _TOPIC.search(part)]
        if named:
            return named[-1].strip(" :")
        subjects = [part for part in path if not _NOT_A_TOPIC.match(part)]
        return subjects[-1].strip(" :") if subjects else ""
