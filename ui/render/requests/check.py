"""What has to be put right before a reply is sent."""

from collections.abc import Sequence

from markupsafe import Markup

from assistant.foi.precheck import JUDGED, Fault
from assistant.foi.request import Request
from ui.render.requests.forms import button, folded, message_box, text_field
from ui.render.words import count_words


def check_page(address: str, request: Request, faults: Sequence[Fault], message: str) -> Markup:
    """The main part of the page; `address` is that of the request."""
    return Markup(
        "<h1>Check of {reference}</h1>{message}{verdict}{faults}"
        '<p><a href="{address}">Back to the request</a></p>'
    ).format(
        reference=request.reference,
        message=message_box(message),
        verdict=_verdict(faults),
        faults=Markup("").join(_fault(address, place, fault) for place, fault in enumerate(faults)),
        address=address,
    )


def _verdict(faults: Sequence[Fault]) -> Markup:
    if not faults:
        return Markup('<p class="done">Nothing was found: the reply is ready to be signed.</p>')
    return Markup('<p class="error">Not ready: {}.</p>').format(
        count_words(len(faults), "thing has", "things have") + " to be put right"
    )


def _fault(address: str, place: int, fault: Fault) -> Markup:
    where = (
        Markup('<a href="{}#part-{}">Part {}</a>').format(address, fault.part, fault.part)
        if fault.part
        else Markup("The letter")
    )
    stand = _overrule(address, place, fault) if fault.kind in JUDGED else Markup("")
    return Markup(
        '<section class="fault" aria-label="Finding {}">'
        "<p>{}: {} <strong>{}</strong></p>{}</section>"
    ).format(place + 1, where, fault.what, fault.remedy, stand)


def _overrule(address: str, place: int, fault: Fault) -> Markup:
    form = Markup(
        '<form method="post" action="{}/overrule" class="stack">'
        '<input type="hidden" name="kind" value="{}"><input type="hidden" name="part" value="{}">'
        '<input type="hidden" name="words" value="{}">{}{}</form>'
    ).format(
        address,
        fault.kind.value,
        fault.part or "",
        fault.words,
        text_field("reason", f"Why finding {place + 1} may stand", ident=f"reason-{place}"),
        button("overrule", f"Let finding {place + 1} stand", quiet=True),
    )
    return folded(f"Overrule finding {place + 1}", form)
