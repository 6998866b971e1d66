"""An answer with its proof beside it."""

from collections.abc import Sequence

from markupsafe import Markup

from assistant.answer import Answer, AnswerStatus, Citation
from index.results import Hit
from ui.render.links import SourceLink
from ui.render.marks import excerpt, place_of, tidy
from ui.render.prose import prose
from ui.render.words import (
    count_words,
    day_words,
    note_words,
    period_words,
    searched_words,
    status_words,
)

CAUTION = "Check the source before you rely on this answer."

_LOOKED_AT = 10


def answer_turn(
    record: str, answer: Answer, link: SourceLink, feedback: Markup, *, full_passages: bool
) -> Markup:
    """One question with its answer, sources, and what was searched.

    `record` names the answer's record and the parts of the turn. `full_passages` shows the whole
    passages looked at (officers) rather than their beginnings.
    """
    looked = not answer.status.value.startswith(("blocked", "error"))
    return Markup(
        '<article class="turn" id="turn-{record}" aria-labelledby="question-{record}">'
        '<h2 class="question" id="question-{record}" tabindex="-1">'
        '<span class="hidden">You asked: </span>{question}</h2>'
        '<div class="turn-body"><div class="answer">{status}{text}{notes}{caution}{actions}</div>'
        "{sources}</div>{searched}</article>"
    ).format(
        record=record,
        question=answer.question,
        status=status_line(answer.status),
        text=prose(answer.text),
        notes=_notes(answer),
        caution=Markup('<p class="caution">{}</p>').format(CAUTION) if answer.citations else "",
        actions=_actions(answer, feedback) if looked else "",
        sources=_sources(answer, link),
        searched=_searched(answer, link, full_passages=full_passages) if looked else "",
    )


def status_line(status: AnswerStatus) -> Markup:
    """The status as a tag whose colour is never its only meaning."""
    kind = status.value.split("_", 1)[0]
    return Markup('<p class="status status-{}">{}</p>').format(kind, status_words(status))


def plain_with_citations(answer: Answer) -> str:
    """The answer and its sources as plain text, for the clipboard."""
    lines = [answer.text.strip(), *map(note_words, answer.notes), ""]
    for place, citation in enumerate(answer.citations, start=1):
        lines.append(f"[{place}] {_cited(citation)}: “{' '.join(citation.quote.split())}”")
        if citation.url:
            lines.append(f"    {citation.url}")
    return "\n".join(lines).strip()


def _notes(answer: Answer) -> Markup:
    """What a reader should know of the answer, beside it: figures that differ, words mended."""
    said = (Markup('<p class="note">{}</p>').format(note_words(n)) for n in answer.notes)
    return Markup("").join(said)


def _cited(citation: Citation) -> str:
    parts = (citation.title, day_words(citation.date), citation.locator)
    return ", ".join(part for part in parts if part)


def _sources(answer: Answer, link: SourceLink) -> Markup:
    if not answer.citations:
        return Markup("")
    covered = _periods(answer.hits)
    items = Markup("").join(
        _source(citation, covered.get(citation.document_id), link) for citation in answer.citations
    )
    heading = count_words(len(answer.citations), "source")
    return Markup(
        '<section class="sources" aria-label="Sources of this answer">'
        "<h3>{}</h3><ol>{}</ol></section>"
    ).format(heading, items)


def _periods(hits: Sequence[Hit]) -> dict[str, str]:
    """The periods that documents cover, by document id, of those that say so."""
    known = {hit.document.id: hit.document.metadata for hit in hits}
    return {
        name: period_words(metadata.period_start, metadata.period_end)
        for name, metadata in known.items()
        if metadata.period_start and metadata.period_end
    }


def _source(citation: Citation, period: str | None, link: SourceLink) -> Markup:
    place = place_of(citation.quote, citation.passage)
    covers = f"covers {period}" if period else ""
    known = (day_words(citation.date), covers, citation.locator)
    return Markup(
        '<li class="source"><a href="{}" class="source-title">{}</a>'
        '<p class="source-place">{}</p><blockquote>{}</blockquote></li>'
    ).format(
        link(citation),
        citation.title,
        ", ".join(part for part in known if part),
        excerpt(citation.passage, place) if place else excerpt(citation.quote, None),
    )


def _actions(answer: Answer, feedback: Markup) -> Markup:
    if not answer.citations:
        return feedback
    return Markup(
        '<p class="actions">'
        '<button type="button" class="quiet" data-copy="{}">Copy answer with sources</button> '
        '<button type="button" class="quiet" data-print>Print</button></p>{}'
    ).format(plain_with_citations(answer), feedback)


def _searched(answer: Answer, link: SourceLink, *, full_passages: bool) -> Markup:
    hits = Markup("").join(
        _looked_at(hit, link, full=full_passages) for hit in answer.hits[:_LOOKED_AT]
    )
    return Markup(
        '<details class="searched"><summary>What was searched: {}</summary>{}</details>'
    ).format(
        searched_words(answer.searched),
        Markup("<p>Passages looked at, best first:</p><ol>{}</ol>").format(hits)
        if hits
        else Markup("<p>No passage was close to the question.</p>"),
    )


def _looked_at(hit: Hit, link: SourceLink, *, full: bool) -> Markup:
    metadata = hit.document.metadata
    words = Markup("{}").format(tidy(hit.text)) if full else excerpt(hit.text, None, around=80)
    return Markup('<li><a href="{}">{}</a>, {}, {}<p class="passage">{}</p></li>').format(
        link(hit), metadata.title, day_words(metadata.date), hit.passage.locator, words
    )
