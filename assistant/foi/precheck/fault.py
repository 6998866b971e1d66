"""What a check finds, and what it looks at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.foi.footnotes import Documents
from assistant.foi.letter_content import LetterContent
from assistant.foi.request import ExemptionNote, Request, RequestPart
from assistant.foi.settings import FoiSettings
from index.results import DocumentRecord


class FaultKind(StrEnum):
    """Every fault that stops a reply. The value is its name in the record."""

    NO_OUTCOME = "no_outcome"
    NOT_ACCEPTED = "not_accepted"
    NOT_COMPLETED = "not_completed"
    NO_ADVICE_WHERE_TO_ASK = "no_advice_where_to_ask"
    POINTER_FOR_FIGURE = "pointer_for_figure"
    REFUSAL_NO_REASON = "refusal_no_reason"
    REFUSAL_NO_REVIEW = "refusal_no_review"
    REFUSAL_NO_REGULATOR = "refusal_no_regulator"
    NO_PUBLIC_INTEREST = "no_public_interest"
    COST_COUNTS_REDACTION = "cost_counts_redaction"
    COST_NO_ADVICE = "cost_no_advice"
    COST_WITHIN_LIMIT = "cost_within_limit"
    NO_LOCATION = "no_location"
    NO_QUALIFIED_PERSON = "no_qualified_person"
    ENVIRONMENT_UNDER_FOIA = "environment_under_foia"
    THIRD_PARTY_NAME = "third_party_name"
    PHONE_OR_EMAIL = "phone_or_email"
    HOME_ADDRESS = "home_address"
    SMALL_COUNT = "small_count"
    FIGURE_WITHOUT_PROOF = "figure_without_proof"
    NAME_MISSPELT = "name_misspelt"
    UNPUBLISHED_SOURCE = "unpublished_source"
    QUOTE_NOT_PROVED = "quote_not_proved"
    SIGNATORY_REVIEWS = "signatory_reviews"
    DAYS_NOT_WORKING_DAYS = "days_not_working_days"
    LINK_TEXT_HERE = "link_text_here"


JUDGED = frozenset(
    {
        FaultKind.POINTER_FOR_FIGURE,
        FaultKind.ENVIRONMENT_UNDER_FOIA,
        FaultKind.THIRD_PARTY_NAME,
        FaultKind.PHONE_OR_EMAIL,
        FaultKind.HOME_ADDRESS,
        FaultKind.SMALL_COUNT,
        FaultKind.FIGURE_WITHOUT_PROOF,
        FaultKind.NAME_MISSPELT,
        FaultKind.DAYS_NOT_WORKING_DAYS,
        FaultKind.LINK_TEXT_HERE,
    }
)
"""What the check cannot be sure of, so that an officer may let it stand, with a reason."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where, and what to do. `part` is a part's number, None for the whole letter.

    `words` are the words at fault, where there are any.
    """

    kind: FaultKind
    what: str
    remedy: str
    part: int | None = None
    words: str = ""

    def __str__(self) -> str:
        where = f"Part {self.part}: " if self.part else ""
        return f"{where}{self.what} {self.remedy}"


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything that the checks look at.

    `records` are the library's documents by id; `people` the names that may stand in a letter.
    """

    request: Request
    content: LetterContent
    settings: FoiSettings
    records: Mapping[str, DocumentRecord]
    documents: Documents
    people: frozenset[str]


def texts_of(part: RequestPart) -> Iterator[str]:
    """Everything of a part that goes into the letter in the office's own words."""
    yield part.answer
    for note in part.refusals:
        yield from (note.reason, note.public_interest, note.location, note.advice)


def refusals(request: Request) -> Iterator[tuple[RequestPart, ExemptionNote]]:
    """Each exemption used, with the part it is used for."""
    for part in request.parts:
        for note in part.refusals:
            yield part, note


def own_words(checked: Checked) -> str:
    """The office's and the regulator's particulars, which may stand anywhere in a letter."""
    office, regulator = checked.settings.office, checked.settings.regulator
    parts = [*office.model_dump().values(), *regulator.model_dump().values()]
    return " ".join(" ".join(p) if isinstance(p, tuple) else str(p) for p in parts)
