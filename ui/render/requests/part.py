"""One part of a request: what was asked, what is proposed, its proof, and what can be done."""

from datetime import date

from markupsafe import Markup

from assistant.foi.clock import Regime
from assistant.foi.request import EarlierResponse, ExemptionNote, RequestPart
from ui.render.links import SourceLink
from ui.render.requests.forms import area, button, choice, folded, items, text_field, tick
from ui.render.requests.words import OUTCOME_WORDS, outcome_words
from ui.render.words import day_words

_OUTCOMES = tuple((outcome.value, words) for outcome, words in OUTCOME_WORDS.items())
_REGIMES = (
    (Regime.FOIA.value, "Freedom of Information Act 2000"),
    (Regime.EIR.value, "Environmental Information Regulations 2004"),
)


def part_section(
    part: RequestPart, address: str, link: SourceLink, today: date, *, closed: bool
) -> Markup:
    """A part with its forms, sent to `address`; without them while it is `closed` to change."""
    return Markup(
        '<section class="part" aria-labelledby="part-{n}"><h2 id="part-{n}">Part {n}{label}</h2>'
        '<blockquote class="ask">{ask}</blockquote><p><strong>{outcome}</strong>{accepted}</p>'
        "{advice}{found}{answer}{more}</section>"
    ).format(
        n=part.number,
        label=f" ({part.label})" if part.label and part.label != str(part.number) else "",
        ask=part.ask,
        outcome=outcome_words(part.outcome),
        accepted=f", accepted by {part.accepted_by}" if part.accepted_by else "",
        advice=_advice(part),
        found=_citations(part, link) + _earlier(part, today),
        answer="" if closed else _answer_form(part, address),
        more="" if closed else _more(part, address),
    )


def _advice(part: RequestPart) -> Markup:
    lines = [part.advice, *part.notes]
    if part.holder:
        lines.append(f"May be held by {part.holder}.")
    if part.environmental:
        lines.append("This is environmental information: treat it under the EIR.")
    return items([line for line in lines if line])


def _citations(part: RequestPart, link: SourceLink) -> Markup:
    if not part.citations:
        return Markup("")
    shown = [
        Markup('<a href="{}">{}</a>, {}, {}: “{}” {}').format(
            link(citation),
            citation.title,
            day_words(citation.date),
            citation.locator,
            " ".join(citation.quote.split()),
            _drop(part.number, place, citation.title),
        )
        for place, citation in enumerate(part.citations)
    ]
    return Markup("<h3>Proof for part {}</h3>{}").format(part.number, items(shown))


def _drop(number: int, place: int, title: str) -> Markup:
    return Markup(
        '<button type="submit" form="part-form-{}" name="drop" value="{}" class="quiet">'
        'Drop<span class="hidden"> “{}” from part {}</span></button>'
    ).format(number, place, title, number)


def _earlier(part: RequestPart, today: date) -> Markup:
    if not part.earlier:
        return Markup("")
    lines = [_earlier_line(response, today) for response in part.earlier]
    return Markup("<h3>Earlier responses near part {}</h3>{}").format(part.number, items(lines))


def _earlier_line(response: EarlierResponse, today: date) -> Markup:
    years = (today - response.date).days / 365 if response.date else None
    age = "age not known" if years is None else f"{years:.1f} years old"
    return Markup("{} ({}, {}): {}").format(
        response.title, day_words(response.date), age, response.quote
    )


def _answer_form(part: RequestPart, address: str) -> Markup:
    n = part.number
    return Markup(
        '<form id="part-form-{n}" method="post" action="{address}/parts/{n}" class="stack">'
        '{answer}{outcome}<div class="acts">{accept} {save}</div></form>'
    ).format(
        n=n,
        address=address,
        answer=area("answer", f"Answer to part {n}", part.answer, ident=f"answer-{n}"),
        outcome=choice(
            "outcome",
            f"Outcome of part {n}",
            _OUTCOMES,
            part.outcome.value if part.outcome else "",
            ident=f"outcome-{n}",
        ),
        accept=button("accept", f"Save and accept part {n}"),
        save=button("save", f"Save part {n}", quiet=True),
    )


def _more(part: RequestPart, address: str) -> Markup:
    n = part.number
    forms = Markup("").join(
        Markup('<form method="post" action="{}/parts/{}" class="stack">{}</form>').format(
            address, n, fields
        )
        for fields in (_reject(n), _regime(part), _reword(part), _cut(part), _join(n))
    )
    exemptions = Markup("").join(_exemption(part, note, address) for note in part.exemptions)
    return folded(f"Reject, reword, split or merge part {n}", forms) + (
        folded(f"Exemptions to consider for part {n}", exemptions) if exemptions else Markup("")
    )


def _reject(n: int) -> Markup:
    reason = text_field("reason", f"Why the proposal for part {n} is wrong", ident=f"reason-{n}")
    return reason + button("reject", f"Reject the proposal for part {n}", quiet=True)


def _regime(part: RequestPart) -> Markup:
    n = part.number
    law = choice("regime", f"Law for part {n}", _REGIMES, part.regime.value, ident=f"regime-{n}")
    return law + button("regime", f"Set the law for part {n}", quiet=True)


def _reword(part: RequestPart) -> Markup:
    n = part.number
    words = text_field("question", f"Search part {n} in other words", ident=f"question-{n}")
    return words + button("reword", f"Search part {n} again", quiet=True)


def _cut(part: RequestPart) -> Markup:
    n = part.number
    words = text_field("after", f"Split part {n} before these words", ident=f"after-{n}")
    return words + button("split", f"Split part {n}", quiet=True)


def _join(n: int) -> Markup:
    return button("merge", f"Merge part {n} with the next", quiet=True)


def _exemption(part: RequestPart, note: ExemptionNote, address: str) -> Markup:
    n, key = part.number, f"{part.number}-{note.section}"
    return Markup(
        '<form method="post" action="{address}/parts/{n}" class="stack"><fieldset>'
        "<legend>Section {section}: {title} ({kind})</legend>{questions}"
        '<input type="hidden" name="section" value="{section}">{fields}{go}</fieldset></form>'
    ).format(
        address=address,
        n=n,
        section=note.section,
        title=note.title,
        kind="qualified" if note.qualified else "absolute",
        questions=items(note.questions),
        fields=_exemption_fields(note, n, key),
        go=button("exemption", f"Save section {note.section} for part {n}", quiet=True),
    )


def _exemption_fields(note: ExemptionNote, n: int, key: str) -> Markup:
    """What an officer fills in; some fields only where the section asks for them."""
    use = f"Use section {note.section} for part {n}"
    fields = [
        tick("used", use, ident=f"used-{key}", on=note.used),
        area("reason", "Why it applies", note.reason, ident=f"why-{key}", rows=3),
    ]
    if note.qualified:
        balance = note.public_interest
        fields.append(area("public_interest", "Public interest", balance, ident=f"pi-{key}"))
    if note.section == "21":
        fields.append(text_field("location", "Precise place", note.location, ident=f"place-{key}"))
    if note.section == "12":
        counts = "The estimate counts redaction"
        fields += [
            text_field("hours", "Hours estimated", _hours(note), ident=f"hours-{key}"),
            tick("counts_redaction", counts, ident=f"redaction-{key}", on=note.counts_redaction),
        ]
    fields.append(area("advice", "Advice and assistance", note.advice, ident=f"advice-{key}"))
    return Markup("").join(fields)


def _hours(note: ExemptionNote) -> str:
    return f"{note.hours:g}" if note.hours is not None else ""
