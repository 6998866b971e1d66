"""The words of an action: its id, when it was raised, who is to do it."""

import re
from dataclasses import dataclass
from datetime import date

from ingest.dates import first_day
from ingest.document import Span

_LABEL = re.compile(
    r"\W{0,3}(?:(?:action|ref(?:erence)?|item|no)\b\.?\s*(?:point\s+|no\.?\s*)?)?"
    r"(?P<id>(?:[A-Z]{1,6}[-/ ]?)?\d{1,4}(?:[/.-]\d{1,4}){0,2}[a-z]?)?\s*"
    r"(?P<raised>\([^()]{4,60}\))?\s*(?:[:.–—-]|\s-\s)*\s*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\W{0,3}(?:action|ref|item|no|[A-Z]{0,6}[-/ ]?\d)", re.IGNORECASE)
_TO_DO = re.compile(
    r"\s+(?:(?:is|are|was|were)\s+(?:asked\s+|requested\s+|tasked\s+|due\s+)?to|will|shall|should|must|"
    r"agreed\s+to|undertook\s+to|has\s+agreed\s+to|have\s+agreed\s+to|to)\s+",
    re.IGNORECASE,
)
_OWNER_LABEL = re.compile(
    r"[\[(]?\s*\b(?:owners?|lead|action(?:ed)?\s+by|responsible)\s*[:–-]\s*(?P<owner>[^\])\n.]{2,80})[\])]?",
    re.IGNORECASE,
)
_BRACKET_END = re.compile(r"[\[(](?P<owner>[A-Z][\w/&,. -]{1,40})[\])]\s*\.?\s*$")
_OWNER_START = re.compile(r"(?:(?:the|a|an)\s+)?[A-Z]", re.IGNORECASE)
_SMALL = frozenset({"the", "of", "and", "for", "a", "an", "previously"})
_VERBS = frozenset({"Provide", "Send", "Report", "Write", "Continue", "Look", "Ensure", "Speak"})
_LONGEST_OWNER = 16  # words: "The PCC and the Director of the Local Policing Delivery Unit"


@dataclass(frozen=True, slots=True)
class Wording:
    """An action's words taken apart. `span` is the task with its owner, without the label."""

    action: str | None
    raised: date | None
    owner: str
    span: Span


def read_wording(text: str, span: Span) -> Wording:
    """Take the words in `text[span]` apart; what is not there is None or ""."""
    cell = span.of(text)
    label = _LABEL.match(cell) if _NUMBERED.match(cell) else None
    begin = span.start + (label.end() if label and label["id"] else 0)
    task = Span(begin, span.end)
    return Wording(
        action=clean_id(label["id"]) if label and label["id"] else None,
        raised=first_day(label["raised"]) if label and label["raised"] else None,
        owner=owner_of(task.of(text)),
        span=task,
    )


def clean_id(words: str) -> str | None:
    """The id alone, from "Action 4", "No. 4" or "4."; None where there is no number."""
    match = re.search(
        r"(?:[A-Z]{1,6}[-/ ]?)?\d[\w/.-]*", re.sub(r"(?i)\b(?:action|no|ref)\b\.?", "", words)
    )
    return match.group().rstrip(".-/") if match else None


def owner_of(task: str) -> str:
    """Who is to do it, as written: what stands before "is to", or after "Owner:"."""
    labelled = _OWNER_LABEL.search(task)
    if labelled:
        return labelled["owner"].strip()
    for modal in _TO_DO.finditer(task):
        subject = task[: modal.start()].strip()
        if "." in re.sub(r"\b(?:Mr|Mrs|Ms|Dr|Cllr|Ch|Supt|Insp)\.", "", subject):
            break
        bare = modal.group().strip().lower() == "to"
        if _is_owner(subject) and (not bare or _all_names(subject)):
            return subject
        if not bare:
            break
    bracketed = _BRACKET_END.search(task)
    return bracketed["owner"].strip() if bracketed else ""


def _all_names(subject: str) -> bool:
    """Whether every word is a name or a small word: "Provide the figures to ..." has no owner."""
    words = re.findall(r"[^\W\d_]+", subject)
    return all(word[0].isupper() or word in _SMALL for word in words) and words[0] not in _VERBS


def _is_owner(subject: str) -> bool:
    """A short phrase with capitals and no verb: "The CC", "ACC Dean", "The PCC and the DCC"."""
    words = subject.split()
    if not words or len(words) > _LONGEST_OWNER or not _OWNER_START.match(subject):
        return False
    first = words[0] if words[0].lower() not in {"the", "a", "an"} or len(words) == 1 else words[1]
    return first[:1].isupper() and not re.search(
        r"\b(?:is|are|was|were|has|have|that|which)\b", subject
    )
