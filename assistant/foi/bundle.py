"""Everything done for a request in one file, so that a colleague can repeat it (HTML and JSON)."""

from datetime import UTC, date, datetime
from html import escape

from pydantic import BaseModel, ConfigDict

from assistant.foi.desk import Desk
from assistant.foi.privacy import masked_request, without_requester
from assistant.foi.request import Request, RequestEvent, RequestPart, SearchRecord
from assistant.foi.requester import Requester

_STYLE = (
    "body{font-family:Arial,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "line-height:1.45}table{border-collapse:collapse;width:100%;margin:0 0 1rem}"
    "th,td{overflow-wrap:anywhere;border:1px solid #8a94a6;padding:.25rem .5rem;"
    "text-align:left;vertical-align:top}"
    "blockquote{border-left:4px solid #8a94a6;margin:0 0 1rem;padding-left:1rem}"
)


class Bundle(BaseModel):
    """The record of one request: its state, its dates with their working, and every act."""

    model_config = ConfigDict(frozen=True)

    made: datetime
    library_generation: int
    due_date: date | None
    working: tuple[str, ...]
    request: Request
    events: tuple[RequestEvent, ...]


def make_bundle(request: Request, desk: Desk, *, with_requester: bool = False) -> Bundle:
    """The record of `request`. Without `with_requester` the requester is masked throughout."""
    deadline = desk.deadline(request)
    requester = desk.register.requester(request.reference)
    shown = request if with_requester else masked_request(request, requester)
    bundle = Bundle(
        made=datetime.now(UTC),
        library_generation=request.generation,
        due_date=deadline.due,
        working=deadline.working,
        request=shown,
        events=desk.register.events(request.reference),
    )
    return bundle if with_requester else _masked(bundle, requester)


def _masked(bundle: Bundle, requester: Requester) -> Bundle:
    """The record without the requester wherever an officer may have written the name."""
    return Bundle.model_validate_json(without_requester(bundle.model_dump_json(), requester))


def bundle_html(bundle: Bundle) -> str:
    """The record as one page without scripts."""
    request = bundle.request
    events = "".join(
        _row(f"{event.at:%Y-%m-%d %H:%M:%S}", event.by, event.what, event.detail)
        for event in bundle.events
    )
    parts = "".join(map(_part, request.parts))
    due = bundle.due_date or "the clock stands still"
    return (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        f"<title>Record of {escape(request.reference)}</title><style>{_STYLE}</style></head>"
        "<body><main>"
        f"<h1>Record of {escape(request.reference)}</h1>"
        f"<p>Received {request.received}, due {due}, state {request.state.value}. "
        f"Library generation {bundle.library_generation}, {request.documents_searched} documents "
        f"searched. Record made {bundle.made:%Y-%m-%d %H:%M} UTC.</p>"
        f"<ul>{''.join(f'<li>{escape(step)}</li>' for step in bundle.working)}</ul>{parts}"
        "<h2>What was done</h2><table><thead><tr><th>When</th><th>By</th><th>What</th>"
        f"<th>Detail</th></tr></thead><tbody>{events}</tbody></table></main></body></html>\n"
    )


def _part(part: RequestPart) -> str:
    cited = "".join(
        f"<li>{escape(c.title)}, {c.date or 'undated'}, {escape(c.locator)}: "
        f"“{escape(c.quote)}”</li>"
        for c in part.citations
    )
    accepted = f"accepted by {escape(part.accepted_by)}" if part.accepted_by else "not accepted"
    return (
        f"<h2>Part {escape(part.label or str(part.number))}</h2>"
        f"<blockquote>{escape(part.ask)}</blockquote>"
        f"<p>{part.outcome or 'not drafted'} (proposed: {part.proposed or 'nothing'}), "
        f"{accepted}.</p>"
        f"<p>{escape(part.answer).replace(chr(10), '<br>')}</p><ul>{cited}</ul>"
        f"{''.join(map(_search, part.searches))}"
    )


def _search(search: SearchRecord) -> str:
    hits = "".join(
        _row(hit.document, str(hit.date or ""), hit.locator, f"{hit.score:.4f}")
        for hit in search.hits
    )
    return (
        f"<h3>Search at {search.at:%Y-%m-%d %H:%M:%S} UTC, generation {search.generation}</h3>"
        f"<p>{escape(search.question)} ({escape(search.filters)}; {escape(search.status)})</p>"
        "<table><thead><tr><th>Document</th><th>Date</th><th>Place</th><th>Score</th></tr></thead>"
        f"<tbody>{hits}</tbody></table>"
    )


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
