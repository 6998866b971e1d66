"""States and outcomes in the words an officer reads."""

from assistant.foi.request import Outcome, RequestState

STATE_WORDS = {
    RequestState.RECEIVED: "Received",
    RequestState.CLARIFICATION: "Waiting for clarification: the clock stands still",
    RequestState.SEARCHING: "Searching",
    RequestState.DRAFTING: "Drafting",
    RequestState.SIGN_OFF: "Awaiting sign-off",
    RequestState.SENT: "Sent",
    RequestState.REVIEW: "Internal review",
    RequestState.CLOSED: "Closed",
}
OUTCOME_WORDS = {
    Outcome.ANSWERED: "Answered",
    Outcome.PARTIAL: "Answered in part",
    Outcome.NOT_FOUND: "Not found in the documents searched",
    Outcome.OTHER_BODY: "Likely held by another body",
    Outcome.NEEDS_PERSON: "Needs a person",
}


def outcome_words(outcome: Outcome | None) -> str:
    """An outcome in words."""
    return OUTCOME_WORDS[outcome] if outcome else "Not drafted yet"
