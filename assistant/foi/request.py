"""What a request is, with everything done for it.

The letter and the requester are no part of `Request`: they are kept apart in the register, so that
whatever is exported, searched or published from a request cannot hold them.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from assistant.answer import Citation
from assistant.foi.clock import Regime


class RequestState(StrEnum):
    """Where a request stands."""

    RECEIVED = "received"
    CLARIFICATION = "clarification"  # the clock stands still
    SEARCHING = "searching"
    DRAFTING = "drafting"
    SIGN_OFF = "sign_off"
    SENT = "sent"
    REVIEW = "review"
    CLOSED = "closed"


class Outcome(StrEnum):
    """What becomes of a part."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    OTHER_BODY = "other_body"
    NEEDS_PERSON = "needs_person"


@dataclass(frozen=True, slots=True)
class SeenHit:
    """A passage that a search brought up."""

    document: str
    title: str
    date: date | None
    locator: str
    score: float
    passage_id: str


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One search, so that a colleague can repeat it. `generation` names the library's state."""

    at: datetime
    question: str
    filters: str
    generation: int
    status: str
    hits: tuple[SeenHit, ...]


@dataclass(frozen=True, slots=True)
class ExemptionNote:
    """An exemption to think about. It counts only when `used`, and then the officer's words do.

    `public_interest` is the balance of a qualified exemption; `location` is the precise place of
    what section 21 points to; `hours` is the estimate for section 12, which `counts_redaction`
    spoils; `advice` is the help offered under section 16.
    """

    section: str
    title: str
    qualified: bool
    questions: tuple[str, ...]
    used: bool = False
    reason: str = ""
    public_interest: str = ""
    location: str = ""
    hours: float | None = None
    counts_redaction: bool = False
    advice: str = ""


@dataclass(frozen=True, slots=True)
class EarlierResponse:
    """An earlier response of the office that seems to have answered the same."""

    document: str
    title: str
    date: date | None
    locator: str
    quote: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class RequestPart:
    """One part of a request and what has been done for it.

    `proposed` and `proposed_answer` are the software's, `outcome` and `answer` what will be sent;
    they are the same until an officer changes them. `accepted_by` is "" until an officer accepts.
    """

    number: int
    ask: str
    label: str = ""
    heading: str = ""
    stem: str = ""
    asks: tuple[str, ...] = ()
    proposed: Outcome | None = None
    proposed_answer: str = ""
    outcome: Outcome | None = None
    answer: str = ""
    citations: tuple[Citation, ...] = ()
    holder: str = ""
    how_to_ask: str = ""
    advice: str = ""
    regime: Regime = Regime.FOIA
    environmental: bool = False
    exemptions: tuple[ExemptionNote, ...] = ()
    earlier: tuple[EarlierResponse, ...] = ()
    notes: tuple[str, ...] = ()
    searches: tuple[SearchRecord, ...] = ()
    accepted_by: str = ""
    accepted_at: datetime | None = None

    @property
    def drafted(self) -> bool:
        """Whether the software has made its proposal."""
        return self.proposed is not None

    @property
    def refusals(self) -> tuple[ExemptionNote, ...]:
        """The exemptions that the officer uses here."""
        return tuple(note for note in self.exemptions if note.used)


@dataclass(frozen=True, slots=True)
class Overruled:
    """A finding of the check before sending that an officer has looked at and let stand."""

    kind: str
    part: int | None
    words: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LetterAside:
    """Something the letter says that asks for nothing."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Request:
    """A request, its parts and its dates."""

    reference: str
    received: date
    state: RequestState
    topic: str
    parts: tuple[RequestPart, ...]
    asides: tuple[LetterAside, ...] = ()
    clarification_asked: date | None = None
    clarification_received: date | None = None
    extended: bool = False
    regime: Regime = Regime.FOIA
    sent: date | None = None
    review_asked: date | None = None
    review_sent: date | None = None
    closed: date | None = None
    documents_searched: int = 0
    earliest: date | None = None
    latest: date | None = None
    generation: int = 0
    attachments: tuple[str, ...] = ()
    overruled: tuple[Overruled, ...] = field(default=())

    @property
    def open(self) -> bool:
        """Whether an answer is still owed."""
        return self.state not in (RequestState.SENT, RequestState.REVIEW, RequestState.CLOSED)


@dataclass(frozen=True, slots=True)
class RequestEvent:
    """Something done to a request: when, by whom, what, and its particulars for the record."""

    at: datetime
    by: str
    what: str
    detail: str = ""
