"""The list of requests and the form that takes in a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from assistant.foi.request import Request
from ui.render.requests.forms import area, button, message_box, text_field
from ui.render.requests.words import STATE_WORDS
from ui.render.words import count_words, day_words
from ui.requests.keys import key_of

ACCEPTED = ".txt,.eml,.docx,.pdf,.html"


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request with its due date (None: the clock stands still) and working days left."""

    request: Request
    due: date | None
    left: int | None


@dataclass(frozen=True, slots=True)
class ListView:
    """What the page shows. `base` is its address; `letter` what was typed when it was refused."""

    base: str
    rows: tuple[RequestRow, ...]
    today: date
    message: str = ""
    letter: str = ""


def list_page(view: ListView) -> Markup:
    """The main part of the page."""
    return Markup(
        "<h1>Requests for information</h1>{}<p>Drafts are proposals with their proof. An officer "
        "reads and accepts every part before anything is sent.</p>{}"
        '<h2 id="register">Register</h2>{}'
    ).format(message_box(view.message), _intake(view), _table(view.rows, view.base))


def _intake(view: ListView) -> Markup:
    return Markup(
        '<section class="upload" aria-labelledby="intake"><h2 id="intake">Take in a request</h2>'
        '<form method="post" action="{base}/new" enctype="multipart/form-data" class="stack">'
        '{letter}<label for="file">Or a file with the request</label>'
        '<p class="hint" id="file-hint">Text, email (.eml), Word (.docx) or PDF.</p>'
        '<input id="file" name="file" type="file" accept="{accepted}" aria-describedby="file-hint">'
        "{received}{reference}{go}</form></section>"
    ).format(
        base=view.base,
        letter=area("letter", "Request letter", view.letter, rows=10),
        accepted=ACCEPTED,
        received=text_field("received", "Day received", view.today.isoformat(), kind="date"),
        reference=text_field("reference", "Reference (one is made if you leave this empty)"),
        go=button("new", "Take in and draft"),
    )


_COLUMNS = ("Reference", "State", "Received", "Due", "Working days left", "Parts", "Subject")


def _table(rows: Sequence[RequestRow], base: str) -> Markup:
    if not rows:
        return Markup("<p>No requests have been taken in yet.</p>")
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in _COLUMNS)
    body = Markup("").join(_row(row, base) for row in rows)
    return Markup(
        '<div class="scroll" role="region" tabindex="0" aria-label="Register of requests"><table>'
        "<caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(count_words(len(rows), "request"), head, body)


def _left(row: RequestRow) -> str:
    if row.left is None or not row.request.open:
        return "–"
    return f"{-row.left} late" if row.left < 0 else str(row.left)


def _row(row: RequestRow, base: str) -> Markup:
    request = row.request
    cells = (
        STATE_WORDS[request.state],
        day_words(request.received),
        day_words(row.due) if row.due else "Clock stopped",
        _left(row),
        len(request.parts),
        request.topic or "–",
    )
    return Markup('<tr><th scope="row"><a href="{}/{}">{}</a></th>{}</tr>').format(
        base,
        key_of(request.reference),
        request.reference,
        Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells),
    )
