"""What a sent reply leaves behind for everybody: an FOI response in the library, and a log entry.

Both are written from the parts alone, with the requester masked; the letter is never read.
"""

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.foi.errors import RequestStateError
from assistant.foi.footnotes import number_footnotes
from assistant.foi.letter_content import part_heading
from assistant.foi.privacy import without_contacts, without_requester
from assistant.foi.request import Outcome, Request
from assistant.foi.requester import Requester
from assistant.say import day

_RESULTS = {
    Outcome.ANSWERED: "answered",
    Outcome.PARTIAL: "answered in part",
    Outcome.NOT_FOUND: "not found",
    Outcome.OTHER_BODY: "referred to another body",
    Outcome.NEEDS_PERSON: "answered by an officer",
}
_LONGEST_SUMMARY = 160


class DisclosureEntry(BaseModel):
    """A line of the disclosure log, as a draft for an officer."""

    model_config = ConfigDict(frozen=True)

    reference: str
    received: date
    answered: date
    subject: str
    summary: tuple[str, ...]
    outcome: str


def disclosure_entry(request: Request, requester: Requester) -> DisclosureEntry:
    """The log entry of a sent request. Raises RequestStateError before it is sent."""
    answered = _sent(request)
    asks = tuple(
        _shortened(without_contacts(without_requester(" ".join(part.ask.split()), requester)))
        for part in request.parts
    )
    subject = without_requester(request.topic, requester) or asks[0]
    return DisclosureEntry(
        reference=request.reference,
        received=request.received,
        answered=answered,
        subject=subject,
        summary=asks,
        outcome=overall_outcome(request),
    )


def response_document(request: Request, requester: Requester, office: str) -> str:
    """The reply as a Markdown document for the library, the requester left out."""
    answered = _sent(request)
    noted, footnotes = number_footnotes([(part.answer, part.citations) for part in request.parts])
    lines = [
        f"# Freedom of Information response {request.reference}",
        "",
        office,
        "",
        f"Date: {day(answered)}",
        "",
        f"Request received: {day(request.received)}",
    ]
    for part, paragraphs in zip(request.parts, noted, strict=True):
        ask = without_contacts(" ".join(part.ask.split()))
        lines += ["", f"## {part_heading(part)}", "", f"> {ask}"]
        for paragraph in paragraphs:
            marks = "".join(f" [{number}]" for number in paragraph.notes)
            lines += ["", paragraph.text + marks]
        lines += [f"\nSection {note.section}: {note.reason}" for note in part.refusals]
    if footnotes:
        lines += ["", "## Notes", ""]
        lines += [f"[{note.number}] {note.title}{note.rest}\n" for note in footnotes]
    return without_requester("\n".join(lines) + "\n", requester)


def save_response(request: Request, requester: Requester, office: str, folder: Path) -> Path:
    """Write the response where the library is fed from, and return the file to ingest."""
    folder.mkdir(parents=True, exist_ok=True)
    name = "".join(c if c.isalnum() or c in "-_" else "-" for c in request.reference.lower())
    path = folder / f"foi-response-{name}-{_sent(request)}.md"
    path.write_text(response_document(request, requester, office), encoding="utf-8")
    return path


def overall_outcome(request: Request) -> str:
    """What became of the whole request, in a few words."""
    outcomes = {part.outcome for part in request.parts}
    if any(part.refusals for part in request.parts):
        return "refused" if outcomes == {None} else "refused in part"
    if len(outcomes) == 1 and (only := next(iter(outcomes))):
        return _RESULTS[only]
    return "answered in part"


def _sent(request: Request) -> date:
    if request.sent is None:
        raise RequestStateError(
            f"{request.reference} has not been sent. Send the reply, then publish it."
        )
    return request.sent


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST_SUMMARY:
        return words
    return words[: words.rfind(" ", 0, _LONGEST_SUMMARY)] + " …"
