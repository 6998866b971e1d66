"""One document for officers: what was found, corrections, who may see it, withdraw and delete."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from markupsafe import Markup

from index.decisions import Decision
from index.results import DocumentRecord
from ingest.document import Body, DocumentKind, Metadata, Sensitivity
from ui.render.source import facts
from ui.render.words import body_words, day_words, kind_words, sensitivity_words

_STATES = ("draft", "final", "superseded")
SENSITIVITY_HINT = (
    "Public: everybody. Internal and confidential: officers only, never on the public page."
)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """What the page shows. `address` is its own, `source` that of the source view."""

    address: str
    source: str
    record: DocumentRecord
    withdrawn: bool
    problems: tuple[str, ...]
    decisions: tuple[Decision, ...]
    message: str = ""


def document_page(view: DocumentView) -> Markup:
    """The main part of the page."""
    metadata = view.record.metadata
    return Markup(
        '<h1>{title}</h1>{message}{facts}<p><a href="{source}">Open the document</a></p>{problems}'
        "{correct}{found}{decided}{danger}"
    ).format(
        title=metadata.title,
        message=Markup('<p class="error" role="alert">{}</p>').format(view.message)
        if view.message
        else "",
        facts=facts(view.record),
        source=view.source,
        problems=_problems(view.problems),
        correct=_correct(view.address, metadata),
        found=_findings(metadata),
        decided=_decided(view.decisions),
        danger=_withdraw(view) + _delete(view.address),
    )


def _problems(problems: Sequence[str]) -> Markup:
    if not problems:
        return Markup("")
    items = Markup("").join(Markup("<li>{}</li>").format(problem) for problem in problems)
    return Markup("<h2>Problems in reading it</h2><ul>{}</ul>").format(items)


def _correct(address: str, metadata: Metadata) -> Markup:
    return Markup(
        '<h2>Correct what is known</h2><form method="post" action="{address}" class="stack">'
        "{title}{kind}{body}{day}{start}{end}{meeting}{plan}{state}{url}{sensitivity}{reason}"
        '<button type="submit">Save</button></form>'
    ).format(
        address=address,
        title=_text("title", "Title", metadata.title),
        kind=_choice("kind", "Kind", [(k, kind_words(k)) for k in DocumentKind], metadata.kind),
        body=_choice("body", "Published by", [(b, body_words(b)) for b in Body], metadata.body),
        day=_day("date", "Date", metadata.date),
        start=_day("period_start", "Period covered, first day", metadata.period_start),
        end=_day("period_end", "Period covered, last day", metadata.period_end),
        meeting=_day("meeting_date", "Date of its meeting", metadata.meeting_date),
        plan=_text("plan", "Plan it belongs to", metadata.plan or ""),
        state=_state(metadata.state or ""),
        url=_text("url", "Address where it is published", metadata.url or ""),
        sensitivity=_choice(
            "sensitivity",
            "Who may see it",
            [(s, sensitivity_words(s)) for s in Sensitivity],
            metadata.sensitivity,
            SENSITIVITY_HINT,
        ),
        reason=_text("reason", "Reason for the change", ""),
    )


def _text(name: str, label: str, value: str) -> Markup:
    return Markup(
        '<label for="f-{0}">{1}</label><input id="f-{0}" name="{0}" value="{2}" maxlength="500">'
    ).format(name, label, value)


def _day(name: str, label: str, value: date | None) -> Markup:
    return Markup(
        '<label for="f-{0}">{1}</label><input id="f-{0}" name="{0}" type="date" value="{2}">'
    ).format(name, label, value.isoformat() if value else "")


def _choice(
    name: str, label: str, options: Sequence[tuple[Enum, str]], chosen: Enum, hint: str = ""
) -> Markup:
    listed = Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            option.value, Markup(" selected") if option is chosen else "", words
        )
        for option, words in options
    )
    told = Markup('<p class="hint" id="h-{}">{}</p>').format(name, hint) if hint else Markup("")
    described = Markup(' aria-describedby="h-{}"').format(name) if hint else Markup("")
    return Markup(
        '<label for="f-{0}">{1}</label>{2}<select id="f-{0}" name="{0}"{3}>{4}</select>'
    ).format(name, label, told, described, listed)


def _state(value: str) -> Markup:
    """Draft, final or superseded; a state that somebody's manifest named otherwise stays."""
    states = ("", *_STATES) if value in ("", *_STATES) else ("", value, *_STATES)
    listed = Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            state, Markup(" selected") if state == value else "", state.capitalize() or "Not known"
        )
        for state in states
    )
    return Markup(
        '<label for="f-state">State</label><select id="f-state" name="state">{}</select>'
    ).format(listed)


def _findings(metadata: Metadata) -> Markup:
    if not metadata.findings:
        return Markup("")
    rows = Markup("").join(
        Markup('<tr><th scope="row">{}</th><td>{}</td><td>{:.0%}</td></tr>').format(
            finding.field.replace("_", " ").capitalize(), finding.source, finding.confidence
        )
        for finding in metadata.findings
    )
    return Markup(
        "<details><summary>How this was found</summary><table><thead><tr>"
        '<th scope="col">What</th><th scope="col">Found in</th><th scope="col">How sure</th>'
        "</tr></thead><tbody>{}</tbody></table></details>"
    ).format(rows)


def _decided(decisions: Sequence[Decision]) -> Markup:
    if not decisions:
        return Markup("")
    items = Markup("").join(
        Markup("<li>{} set by {} on {}: {}</li>").format(
            decision.field.replace("_", " ").capitalize(),
            decision.by,
            f"{day_words(decision.at)} {decision.at:%H:%M}",
            decision.reason or "no reason given",
        )
        for decision in decisions
    )
    return Markup("<h2>Decided by officers</h2><ul>{}</ul>").format(items)


def _withdraw(view: DocumentView) -> Markup:
    if view.withdrawn:
        return Markup(
            "<h2>Let it answer again</h2><p>This document is withdrawn: it is kept, and nothing is "
            'answered from it.</p><form method="post" action="{}/restore">'
            '<button type="submit">Let it answer again</button></form>'
        ).format(view.address)
    return Markup(
        "<h2>Withdraw</h2><p>The document is kept, but is in no answer, search or source view "
        'any more.</p><form method="post" action="{}/withdraw" class="stack">{}'
        '<button type="submit" class="danger">Withdraw</button></form>'
    ).format(view.address, _reason("withdraw"))


def _delete(address: str) -> Markup:
    return Markup(
        "<h2>Delete for good</h2><p>Every version goes, from the files kept as well. The same file "
        'will not be read again. This cannot be undone.</p><form method="post" '
        'action="{}/delete" class="stack">{}<label for="sure">Type DELETE to confirm</label>'
        '<input id="sure" name="sure" required autocomplete="off" maxlength="10">'
        '<button type="submit" class="danger">Delete for good</button></form>'
    ).format(address, _reason("delete"))


def _reason(name: str) -> Markup:
    return Markup(
        '<label for="why-{0}">Reason</label>'
        '<input id="why-{0}" name="reason" required maxlength="300">'
    ).format(name)
