"""An answer as a terminal shows it."""

import textwrap

from assistant.answer import Answer, Citation
from ui.render.words import note_words, searched_words, status_words

WIDTH = 88


def answer_text(answer: Answer) -> str:
    """Status, answer, notes to it, numbered sources with their quotes, and what was searched."""
    sources = [
        _source(number, citation) for number, citation in enumerate(answer.citations, start=1)
    ]
    parts = [
        status_words(answer.status),
        _wrapped(answer.text),
        _wrapped("\n".join(map(note_words, answer.notes))),
        "\n".join(sources),
        f"Searched: {searched_words(answer.searched)} ({answer.seconds:.2f} s).",
    ]
    return "\n\n".join(part for part in parts if part)


def _wrapped(text: str) -> str:
    lines = text.splitlines()
    return "\n".join(textwrap.fill(line, WIDTH, break_on_hyphens=False) for line in lines)


def _source(number: int, citation: Citation) -> str:
    date = citation.date.isoformat() if citation.date else ""
    place = ", ".join(part for part in (citation.title, date, citation.locator) if part)
    quote = textwrap.fill(
        f"“{' '.join(citation.quote.split())}”",
        WIDTH,
        initial_indent="    ",
        subsequent_indent="    ",
        break_on_hyphens=False,
    )
    return "\n".join(
        filter(None, (f"[{number}] {place}", quote, citation.url and f"    {citation.url}"))
    )
