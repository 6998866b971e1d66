"""Dates, statuses and kinds in the words a visitor reads."""

from datetime import date

from assistant.answer import AnswerStatus, Searched
from ingest.document import Body, DocumentKind, Sensitivity

STATUS_WORDS = {
    AnswerStatus.ANSWERED: "Answered from the documents",
    AnswerStatus.PARTIAL: "Partly answered from the documents",
    AnswerStatus.NOT_FOUND: "Not found in the documents searched",
    AnswerStatus.UNCLEAR: "The question is not clear enough",
    AnswerStatus.OUT_OF_SCOPE_FORCE: "Likely to be held by the police force",
    AnswerStatus.OUT_OF_SCOPE_OTHER_BODY: "Likely to be held by another body",
    AnswerStatus.OUT_OF_SCOPE_PERSONAL: "Not something these documents can answer",
    AnswerStatus.BLOCKED_PERSONAL_DATA: "Not answered: personal details in the question",
    AnswerStatus.BLOCKED_CRIME_REPORT: "This is not a way to report a crime",
    AnswerStatus.BLOCKED_TOO_LONG: "Not answered: the question is too long",
    AnswerStatus.BLOCKED_SWITCHED_OFF: "Answering is switched off",
    AnswerStatus.BLOCKED_TOO_FAST: "Not answered: too many questions at once",
    AnswerStatus.ERROR_INTERNAL: "Something went wrong",
}

_KIND_WORDS = {
    DocumentKind.FOI_RESPONSE: "FOI response",
    DocumentKind.MEETING_MINUTES: "Meeting minutes",
    DocumentKind.OTHER: "Other",
}

_BODY_WORDS = {
    Body.OFFICE: "Office of the PCC",
    Body.FORCE: "Police force",
    Body.PANEL: "Police and Crime Panel",
    Body.INSPECTORATE: "Inspectorate",
    Body.OTHER: "Other or not known",
}


def status_words(status: AnswerStatus) -> str:
    """A status as a short sentence."""
    return STATUS_WORDS[status]


def kind_words(kind: DocumentKind) -> str:
    """A document kind as a person writes it: "Annual report"."""
    return _KIND_WORDS.get(kind, kind.value.replace("_", " ").capitalize())


def body_words(body: Body) -> str:
    """Who published, in words."""
    return _BODY_WORDS[body]


def sensitivity_words(sensitivity: Sensitivity) -> str:
    """Who may see a document, in words."""
    return sensitivity.value.capitalize()


def day_words(day: date | None) -> str:
    """A date as "8 July 2025"; "date not known" for None."""
    return f"{day.day} {day:%B %Y}" if day else "date not known"


def period_words(first: date, last: date) -> str:
    """A period as "1 April 2024 to 31 March 2025"."""
    return f"{day_words(first)} to {day_words(last)}"


def count_words(count: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 document", "1,204 documents"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def searched_words(searched: Searched) -> str:
    """What was looked through, as a phrase: "5 documents dated 4 February 2020 to 8 July 2025"."""
    if not searched.documents:
        return "nothing"
    found = count_words(searched.documents, "document")
    if searched.earliest is None or searched.latest is None:
        return found
    if searched.earliest == searched.latest:
        return f"{found} dated {day_words(searched.latest)}"
    return f"{found} dated {day_words(searched.earliest)} to {day_words(searched.latest)}"


def clipped_title(title: str, longest: int = 80) -> str:
    """A title short enough for a browser's tab."""
    return title if len(title) <= longest else f"{title[: longest - 1].rstrip()}…"


def note_words(note: str) -> str:
    """A note to an answer as a sentence: "Note: read “polise” as “police”."."""
    return f"Note: {note}."
