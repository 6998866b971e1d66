"""What can be decided about one record of a commitment, as forms; each keeps who and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from assistant.commitments.item import Item
from assistant.commitments.thread import Thread
from assistant.commitments.wording import name_of
from ingest.commitment import CommitmentStatus
from ui.render.words import day_words

_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class _Form:
    """What every form of one record sends. `base` is the list's address."""

    base: str
    thread: str
    item: Item

    def button(self, verb: str, words: str, fields: Markup = _NOTHING) -> Markup:
        """A form with its fields and a button for one decision."""
        return Markup(
            '<form method="post" action="{}/review" class="stack">'
            '<input type="hidden" name="thread" value="{}">'
            '<input type="hidden" name="item" value="{}">'
            '<input type="hidden" name="verb" value="{}">{}'
            '<button type="submit">{}</button></form>'
        ).format(self.base, self.thread, self.item.id, verb, fields, words)


def decisions(base: str, thread: Thread, item: Item, others: Sequence[Thread]) -> Markup:
    """Every decision about one record, folded away; each keeps who and when."""
    form = _Form(base, thread.id, item)
    number = thread.items.index(item) + 1
    return Markup(
        "<details><summary>Record of {day}: {what}</summary>"
        '<div class="decisions">{accept}{reject}{separate}{correct}{merge}{split}</div></details>'
    ).format(
        day=day_words(item.day),
        what=item.commitment.kind.value,
        accept=form.button("accept", "Accept it") if item.is_suggestion else "",
        reject=form.button("reject", "Reject it: this is no commitment"),
        separate=form.button("separate", "Take it out of this thread")
        if len(thread.items) > 1
        else "",
        correct=_correct(form, number),
        merge=_merge(form, number, others),
        split=_split(form, number),
    )


def _correct(form: _Form, number: int) -> Markup:
    commitment = form.item.commitment
    due = commitment.due.end if commitment.due else None
    fields = Markup("").join(
        (
            _text(number, "owner", "Owner", commitment.owner),
            _text(number, "topic", "Topic", commitment.topic),
            _text(number, "requester", "Asked for by", commitment.requester),
            _day(
                number,
                "raised",
                "Raised",
                commitment.raised,
            ),
            _day(number, "due", "Due by", due),
            _status(number, commitment.status),
            _text(number, "reason", "Reason", ""),
        )
    )
    return form.button("correct", "Save corrections", fields)


def _merge(form: _Form, number: int, others: Sequence[Thread]) -> Markup:
    if not others:
        return Markup("")
    options = Markup("").join(
        Markup('<option value="{}">{}</option>').format(thread.id, _named(thread))
        for thread in others
    )
    fields = Markup(
        '<label for="into-{0}">Commitment that it belongs with</label>'
        '<select id="into-{0}" name="into" required><option value="">Choose</option>{1}</select>'
    ).format(number, options)
    return form.button("merge", "Put it into that thread", fields)


def _named(thread: Thread) -> str:
    raised = f", {day_words(thread.raised)}" if thread.raised else ""
    return f"{name_of(thread)}{raised}: {' '.join(thread.last.commitment.text.split()[:12])}"


def _split(form: _Form, number: int) -> Markup:
    hint = Markup(
        '<label for="parts-{0}">The words of each part, one part a line</label>'
        '<textarea id="parts-{0}" name="parts" rows="3" maxlength="4000" required>{1}</textarea>'
    ).format(number, form.item.commitment.text)
    return form.button("split", "Split it", hint)


def _text(number: int, name: str, label: str, value: str) -> Markup:
    return Markup(
        '<label for="{1}-{0}">{2}</label>'
        '<input id="{1}-{0}" name="{1}" type="text" value="{3}" maxlength="400">'
    ).format(number, name, label, value)


def _day(number: int, name: str, label: str, value: date | None) -> Markup:
    return Markup(
        '<label for="{1}-{0}">{2}</label><input id="{1}-{0}" name="{1}" type="date" value="{3}">'
    ).format(number, name, label, value.isoformat() if value else "")


def _status(number: int, chosen: CommitmentStatus) -> Markup:
    options = Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            status.value,
            Markup(" selected") if status is chosen else "",
            status.value.capitalize(),
        )
        for status in CommitmentStatus
    )
    return Markup(
        '<label for="status-{0}">Status</label><select id="status-{0}" name="status">{1}</select>'
    ).format(number, options)
