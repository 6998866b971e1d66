"""Plain answer text as paragraphs and lists."""

import re

from markupsafe import Markup

_ITEM = re.compile(r"^\s*(?:[-•*]|\d{1,2}[.)])\s+")
_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+")


def prose(text: str) -> Markup:
    """Paragraphs parted by blank lines; runs of lines that begin with a bullet become lists.

    Printed numbers are kept as they are: they are the source's words, not ours to renumber.
    """
    blocks = [block for block in re.split(r"\n\s*\n", text.strip()) if block.strip()]
    return Markup('<div class="answer-text">{}</div>').format(
        Markup("").join(_block(block) for block in blocks)
    )


def _block(block: str) -> Markup:
    parts: list[Markup] = []
    lines: list[str] = []
    items: list[str] = []
    for line in block.splitlines():
        if _ITEM.match(line):
            _close_paragraph(parts, lines)
            items.append(line)
        else:
            _close_list(parts, items)
            lines.append(line)
    _close_paragraph(parts, lines)
    _close_list(parts, items)
    return Markup("").join(parts)


def _close_paragraph(parts: list[Markup], lines: list[str]) -> None:
    if lines:
        parts.append(Markup("<p>{}</p>").format(Markup("<br>").join(lines)))
        lines.clear()


def _close_list(parts: list[Markup], items: list[str]) -> None:
    if items:
        numbered = all(_NUMBER.match(item) for item in items)
        shown = [item.strip() if numbered else _ITEM.sub("", item) for item in items]
        inner = Markup("").join(Markup("<li>{}</li>").format(words) for words in shown)
        opening = Markup('<ul class="numbered">') if numbered else Markup("<ul>")
        parts.append(Markup("{}{}</ul>").format(opening, inner))
        items.clear()
