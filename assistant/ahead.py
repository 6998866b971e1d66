"""Questions about what is yet to come: "when will the station open?" is not when it was agreed."""

import re

from assistant.periods import dates_in
from assistant.question import Question
from assistant.wants import Want
from ingest.document import Document

_ASKS_AHEAD = re.compile(
    r"\bwhen (?:will|shall|is|are)\b(?P<of>[^?;.]*)|\bhow (?:soon|long (?:until|till|before))\b",
    re.IGNORECASE,
)
_WILL = re.compile(r"\b(?:will|shall|going to|due|expected|planned|likely|to be)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|shall|would|to be|due|expect\w*|plan(?:s|ned|ning)?|propos\w+|aim(?:s|ed|ing)?"
    r"|schedul\w+|anticipat\w+|intend\w*|hop(?:e|es|ed|ing)|target\w*|forthcoming|upcoming"
    r"|deadline|from|until|till|by (?:the )?(?:end|start|spring|summer|autumn|winter|early|late|mid"
    r"|\d|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|(?:next|coming|following|later (?:this|in the)) (?:\w+ )?(?:year|month|week|spring|summer"
    r"|autumn|winter)|ends?|expires?|runs? to|begins?|starts?|opens?|continues?|takes? place)\b",
    re.IGNORECASE,
)


def asks_ahead(question: Question) -> bool:
    """Whether it is asked when something is to be."""
    asked = _ASKS_AHEAD.search(question.asked)
    return (
        Want.WHEN in question.wants
        and asked is not None
        and bool(_WILL.search(asked.group()) or asked["of"] is None)
    )


def looks_ahead(text: str, document: Document) -> bool:
    """Whether `text` speaks of what is to come, or gives a date after its document's."""
    written = document.metadata.meeting_date or document.metadata.date
    return bool(_AHEAD.search(text)) or any(
        written is not None and period.end > written for period in dates_in(text)
    )
