"""One request: its clock, its parts, its letter, and what can be done next."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from assistant.foi.clock import Deadline
from assistant.foi.related import Related
from assistant.foi.request import Request, RequestState
from ui.render.links import SourceLink
from ui.render.requests.forms import button, choice, folded, items, message_box, text_field
from ui.render.requests.part import part_section
from ui.render.requests.words import STATE_WORDS
from ui.render.words import count_words, day_words
from ui.requests.drafts import DraftProgress

_FILES = (
    ("letter.docx", "Letter as a Word file"),
    ("letter.html", "Letter as a page"),
    ("letter.txt", "Letter as text"),
    ("record.html", "Record as a page"),
    ("record.json", "Record as JSON"),
)
_PUBLISHED = (
    ("response.md", "Reply for the library, without the requester"),
    ("disclosure.json", "Entry for the disclosure log"),
)


@dataclass(frozen=True, slots=True)
class RequestView:
    """What the page shows. `address` is its own; `letter` None once it was deleted."""

    address: str
    request: Request
    deadline: Deadline
    left: int | None
    letter: str | None
    progress: DraftProgress | None
    related: tuple[Related, ...]
    next_states: tuple[RequestState, ...]
    link: SourceLink
    today: date
    message: str = ""

    @property
    def drafting(self) -> bool:
        """Whether the parts are being drafted just now."""
        return bool(self.progress and self.progress.busy)


def request_page(view: RequestView) -> Markup:
    """The main part of the page."""
    request = view.request
    parts = Markup("").join(
        part_section(part, view.address, view.link, view.today, closed=view.drafting)
        for part in request.parts
    )
    return Markup(
        "<h1>Request {reference}</h1>{message}{clock}{progress}{links}{parts}{asides}{letter}"
        "{related}{state}{files}"
    ).format(
        reference=request.reference,
        message=message_box(view.message),
        clock=_clock(view),
        progress=drafting(view),
        links=_next(view),
        parts=parts,
        asides=_asides(request),
        letter=_letter(view.letter),
        related=_related(view.related),
        state=_state(view),
        files=_files(view),
    )


def drafting(view: RequestView) -> Markup:
    """How far drafting is, watched by the page's script."""
    return Markup('<div id="jobs" data-jobs="{}/progress">{}</div>').format(
        view.address, drafting_report(view.address, _still_to_tell(view.progress))
    )


def _still_to_tell(progress: DraftProgress | None) -> DraftProgress | None:
    """A draft that is done stands in the page itself."""
    return progress if progress and (progress.busy or progress.failure) else None


def drafting_report(address: str, progress: DraftProgress | None) -> Markup:
    """The state of drafting; a link to the draft once it is done."""
    if progress is None:
        return Markup("")
    if progress.failure:
        return Markup('<p class="job job-failed">{}</p>').format(progress.failure)
    if progress.busy:
        return Markup('<p class="job job-running">{}</p>').format(drafting_words(progress))
    return Markup(
        '<p class="job job-done">Drafting is done. <a href="{}">Show the draft</a></p>'
    ).format(address)


def drafting_words(progress: DraftProgress | None) -> str:
    """The same in one sentence, to be announced."""
    if progress is None:
        return ""
    if progress.busy:
        count = (
            f": {progress.done} of {count_words(progress.of, 'part')} done" if progress.of else ""
        )
        return f"Drafting{count}."
    return progress.failure or "Drafting is done."


def _clock(view: RequestView) -> Markup:
    request, due = view.request, view.deadline.due
    facts = [
        ("State", STATE_WORDS[request.state]),
        ("Received", day_words(request.received)),
        ("Due", day_words(due) if due else "The clock stands still"),
    ]
    if view.left is not None and request.open:
        late = view.left < 0
        facts.append(("Working days late" if late else "Working days left", str(abs(view.left))))
    rows = Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(*fact) for fact in facts
    )
    working = folded("How the due date was worked out", items(view.deadline.working))
    return Markup('<dl class="facts">{}</dl>{}').format(rows, working)


def _next(view: RequestView) -> Markup:
    if view.drafting:
        return Markup("")
    return Markup(
        '<p class="next"><a class="button" href="{0}/check">Check before sending</a> '
        '<a href="{0}/cost">Work out the cost</a></p>'
        '<form method="post" action="{0}/draft" class="stack">{1}</form>'
    ).format(
        view.address,
        button("draft", "Draft again the parts that nobody has accepted or changed", quiet=True),
    )


def _asides(request: Request) -> Markup:
    lines = [
        f"{aside.kind.capitalize()}: {' '.join(aside.text.split())}" for aside in request.asides
    ]
    return (
        folded("What the letter says beside its questions", items(lines)) if lines else Markup("")
    )


def _letter(letter: str | None) -> Markup:
    if letter is None:
        return Markup("<p>The letter was deleted when its time was over.</p>")
    return folded(
        "The letter as it was received", Markup('<pre class="letter">{}</pre>').format(letter)
    )


def _related(related: tuple[Related, ...]) -> Markup:
    if not related:
        return Markup("")
    lines = [
        f"{entry.request.reference}, received {day_words(entry.request.received)}, "
        f"{entry.working_days} working days apart"
        + (", from the same requester" if entry.same_requester else "")
        for entry in related
    ]
    return Markup('<h2 id="related">Similar requests near in time</h2>{}').format(items(lines))


def _state(view: RequestView) -> Markup:
    if not view.next_states:
        return Markup("")
    options = [(state.value, STATE_WORDS[state]) for state in view.next_states]
    return Markup(
        '<h2 id="state">State</h2><form method="post" action="{}/state" class="stack">{}{}{}</form>'
    ).format(
        view.address,
        choice("state", "Next state", options, options[0][0], ident="next-state"),
        text_field("on", "On the day", view.today.isoformat(), kind="date"),
        button("state", "Change the state"),
    )


def _files(view: RequestView) -> Markup:
    names = (*_FILES, *_PUBLISHED) if view.request.sent else _FILES
    links = [
        Markup('<a href="{}/{}">{}</a>').format(view.address, name, words) for name, words in names
    ]
    return Markup('<h2 id="files">Files</h2>{}').format(items(links))
