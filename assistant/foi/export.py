"""A draft as JSON: the contract of `pcc foi draft` (docs/CONTRACTS.md)."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from assistant.answer import Citation
from assistant.foi.request import Outcome, Request, RequestPart


class CitationJson(BaseModel):
    """A verified quote and where it stands."""

    model_config = ConfigDict(frozen=True)

    document: str
    title: str
    date: date | None
    page: int | None
    locator: str
    quote: str
    passage: str
    url: str | None


class PartJson(BaseModel):
    """A part with what is proposed for it; `ask` is the requester's own words."""

    model_config = ConfigDict(frozen=True)

    ask: str
    label: str
    outcome: Outcome | None
    answer: str
    citations: tuple[CitationJson, ...]
    holder: str
    advice: str
    environmental: bool


class DraftJson(BaseModel):
    """A draft; `due_date` is None while the clock stands still."""

    model_config = ConfigDict(frozen=True)

    reference: str
    received: date
    due_date: date | None
    working: tuple[str, ...]
    parts: tuple[PartJson, ...]


def draft_json(request: Request, due: date | None, working: tuple[str, ...]) -> DraftJson:
    """What is proposed for `request`, which is due on `due`."""
    return DraftJson(
        reference=request.reference,
        received=request.received,
        due_date=due,
        working=working,
        parts=tuple(map(_part, request.parts)),
    )


def _part(part: RequestPart) -> PartJson:
    return PartJson(
        ask=part.ask,
        label=part.label,
        outcome=part.outcome,
        answer=part.answer,
        citations=tuple(map(_citation, part.citations)),
        holder=part.holder,
        advice=part.advice,
        environmental=part.environmental,
    )


def _citation(citation: Citation) -> CitationJson:
    return CitationJson(
        document=citation.document,
        title=citation.title,
        date=citation.date,
        page=citation.page,
        locator=citation.locator,
        quote=citation.quote,
        passage=citation.passage,
        url=citation.url,
    )
