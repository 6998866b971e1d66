"""Answers that visitors said are wrong, for officers."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from ui.records import AnswerRecord
from ui.render.prose import prose
from ui.render.words import count_words, day_words


def complaints_page(records: Sequence[AnswerRecord], action: str) -> Markup:
    """The main part of the page; `action` is where "dealt with" is sent."""
    if not records:
        return Markup(
            "<h1>Answers said to be wrong</h1><p>Nobody has said so of any answer yet.</p>"
        )
    waiting = sum(record.seen is None for record in records)
    heading = Markup("<h1>Answers said to be wrong</h1><p>{}, {} still to look at.</p>").format(
        count_words(len(records), "answer"), waiting
    )
    return heading + Markup("").join(_complaint(record, action) for record in records)


def _complaint(record: AnswerRecord, action: str) -> Markup:
    return Markup(
        '<article class="turn"><h2 id="c-{id}">{question}</h2><p class="source-place">{at}, '
        "{audience} page, status {status}, generation {generation}, version {program}</p>"
        "<h3>What the visitor says</h3><p>{words}</p><h3>What was answered</h3>{answer}"
        "{citations}{passages}{dealt}</article>"
    ).format(
        id=record.id,
        question=record.question or "(question not kept)",
        at=_moment(record.at),
        audience=record.audience,
        status=record.status,
        generation=record.generation,
        program=record.program,
        words=record.complaint or "(nothing written)",
        answer=prose(record.row["answer"]),
        citations=_quotes(record),
        passages=_passages(record),
        dealt=_dealt_with(record, action),
    )


def _moment(at: str) -> str:
    moment = datetime.fromisoformat(at)
    return f"{day_words(moment)}, {moment:%H:%M} UTC"


def _quotes(record: AnswerRecord) -> Markup:
    quotes = Markup("").join(
        Markup("<li>{}, {}: “{}”</li>").format(c["title"], c["locator"], c["quote"])
        for c in record.row["citations"]
    )
    return Markup("<h3>Quoted</h3><ul>{}</ul>").format(quotes) if quotes else Markup("")


def _passages(record: AnswerRecord) -> Markup:
    passages = Markup("").join(
        Markup('<li>{}, {}<p class="passage">{}</p></li>').format(
            p["document"], p["locator"], p["text"]
        )
        for p in record.row["passages"]
    )
    return Markup(
        '<details class="searched"><summary>Passages looked at</summary><ol>{}</ol></details>'
    ).format(passages)


def _dealt_with(record: AnswerRecord, action: str) -> Markup:
    if record.seen is not None:
        return Markup('<p class="done">Dealt with: {}</p>').format(record.seen)
    return Markup(
        '<form method="post" action="{}"><input type="hidden" name="answer" value="{}">'
        '<button type="submit" aria-describedby="c-{}">Mark as dealt with</button></form>'
    ).format(action, record.id, record.id)
