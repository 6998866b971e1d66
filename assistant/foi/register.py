"""The register of requests: what came, where it stands, and everything done for it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from pydantic import TypeAdapter

from assistant.foi.errors import RequestStateError
from assistant.foi.intake import Letter
from assistant.foi.parts import split_letter
from assistant.foi.privacy import masked_request, without_requester
from assistant.foi.questions import asks_of
from assistant.foi.request import LetterAside, Request, RequestEvent, RequestPart, RequestState
from assistant.foi.requester import Requester
from assistant.foi.split_types import LetterPart
from index.requests import EventRow, LetterRow, RequestRow, RequestStore

_REQUEST: TypeAdapter[Request] = TypeAdapter(Request)
_REQUESTER: TypeAdapter[Requester] = TypeAdapter(Requester)

_NEXT: dict[RequestState, frozenset[RequestState]] = {
    RequestState.RECEIVED: frozenset(
        {RequestState.CLARIFICATION, RequestState.SEARCHING, RequestState.DRAFTING}
    ),
    RequestState.CLARIFICATION: frozenset({RequestState.SEARCHING, RequestState.CLOSED}),
    RequestState.SEARCHING: frozenset({RequestState.CLARIFICATION, RequestState.DRAFTING}),
    RequestState.DRAFTING: frozenset(
        {RequestState.CLARIFICATION, RequestState.SEARCHING, RequestState.SIGN_OFF}
    ),
    RequestState.SIGN_OFF: frozenset({RequestState.DRAFTING, RequestState.SENT}),
    RequestState.SENT: frozenset({RequestState.REVIEW, RequestState.CLOSED}),
    RequestState.REVIEW: frozenset({RequestState.CLOSED}),
    RequestState.CLOSED: frozenset({RequestState.REVIEW}),
}
_LONGEST_REFERENCE = 40
_REFERENCE = re.compile(rf"[A-Za-z0-9][\w./-]{{0,{_LONGEST_REFERENCE - 1}}}")

SYSTEM = "software"
"""Who events are by that no person did."""


class Register:
    """Requests, kept in the catalogue."""

    def __init__(
        self, store: RequestStore, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._store = store
        self._now = now

    def receive(self, letter: Letter, received: date, by: str, reference: str = "") -> Request:
        """Enter a letter, split into parts. Without `reference` one is made from date and words."""
        if reference and not _REFERENCE.fullmatch(reference):
            raise RequestStateError(
                f"{reference} cannot be a reference. Use up to {_LONGEST_REFERENCE} letters, "
                "digits, dots, dashes and slashes, beginning with a letter or digit."
            )
        split, bounds = split_letter(letter.text)
        requester = bounds.requester
        request = Request(
            reference=reference or f"FOI-{received:%Y-%m-%d}-{letter.fingerprint[:6]}",
            received=received,
            state=RequestState.RECEIVED,
            topic=without_requester(split.topic, requester),
            parts=tuple(request_part(part, letter.text) for part in split.parts),
            asides=tuple(LetterAside(aside.kind.value, aside.text) for aside in split.asides),
        )
        row = LetterRow(letter.text, letter.fingerprint, _REQUESTER.dump_json(requester).decode())
        parts = f"{len(request.parts)} parts"
        self._store.add(self._row(request), row, self._event(by, "received", parts))
        return request

    def find_same(self, letter: Letter, received: date) -> Request | None:
        """The request that came with the same words on the same day, if there is one."""
        same = (self.load(found) for found in self._store.with_letter(letter.fingerprint))
        return next((request for request in same if request.received == received), None)

    def load(self, reference: str) -> Request:
        """One request. Raises UnknownRequest."""
        return _REQUEST.validate_json(self._store.load(reference).body)

    def all(self) -> tuple[Request, ...]:
        """Every request, the latest received first."""
        return tuple(_REQUEST.validate_json(row.body) for row in self._store.all())

    def save(self, request: Request, by: str, what: str, detail: str = "") -> Request:
        """Keep a request as it is now, and write down what was done."""
        self._store.save(self._row(request), self._event(by, what, detail))
        return request

    def note(self, reference: str, by: str, what: str, detail: str = "") -> None:
        """Write down something done that changes nothing in the request."""
        self._store.note(reference, self._event(by, what, detail))

    def move(
        self, request: Request, state: RequestState, by: str, on: date | None = None
    ) -> Request:
        """Bring a request into another state, on `on` (today if None), with the date it implies.

        Raises RequestStateError where that does not follow from the present state.
        """
        if state not in _NEXT[request.state]:
            allowed = ", ".join(sorted(_NEXT[request.state])) or "none"
            raise RequestStateError(
                f"{request.reference} is {request.state.value} and cannot become {state.value}. "
                f"Next may be: {allowed}."
            )
        day = on or self._now().date()
        moved = replace(_dated(request, state, day), state=state)
        return self.save(moved, by, "state", f"{request.state.value} to {state.value} on {day}")

    def next_states(self, request: Request) -> tuple[RequestState, ...]:
        """The states that may follow the present one, in the order of a request's life."""
        return tuple(state for state in RequestState if state in _NEXT[request.state])

    def events(self, reference: str) -> tuple[RequestEvent, ...]:
        """Everything done to a request, oldest first."""
        return tuple(
            RequestEvent(e.at, e.by, e.what, e.detail) for e in self._store.events(reference)
        )

    def letter(self, reference: str) -> str | None:
        """The letter, verbatim; None once its time was over."""
        row = self._store.letter(reference)
        return row.letter if row else None

    def requester(self, reference: str) -> Requester:
        """Who wrote the letter; nobody once its time was over."""
        row = self._store.letter(reference)
        return _REQUESTER.validate_json(row.requester) if row else Requester()

    def forget_letter(self, request: Request, by: str) -> None:
        """Delete the letter and its requester, and mask them in what is kept."""
        masked = masked_request(request, self.requester(request.reference))
        self._store.save(self._row(masked))
        self._store.forget_letter(request.reference, self._event(by, "letter deleted"))

    def _row(self, request: Request) -> RequestRow:
        return RequestRow(
            request.reference,
            request.received,
            request.state.value,
            self._now(),
            _REQUEST.dump_json(request).decode(),
        )

    def _event(self, by: str, what: str, detail: str = "") -> EventRow:
        return EventRow(self._now(), by, what, detail)


def request_part(part: LetterPart, letter: str) -> RequestPart:
    """A part of a letter as the register keeps it."""
    return RequestPart(
        number=part.number,
        ask=part.text,
        label=part.label,
        heading=part.heading,
        stem=part.stem,
        asks=asks_of(part, letter),
    )


def _dated(request: Request, state: RequestState, day: date) -> Request:
    match state:
        case RequestState.CLARIFICATION:
            return replace(request, clarification_asked=day, clarification_received=None)
        case RequestState.SENT:
            return replace(request, sent=day)
        case RequestState.REVIEW:
            return replace(request, review_asked=day)
        case RequestState.CLOSED:
            return replace(request, closed=day)
        case RequestState.SEARCHING if request.state is RequestState.CLARIFICATION:
            return replace(request, clarification_received=day)
        case _:
            return request
