"""Who held an office before: asked for in some words, and told in others."""

import re

from assistant.names import people_in
from assistant.words import stems

_ASKED = re.compile(
    r"\b(?:previous|former|preceding|outgoing)\b|\bpredecessor\b"
    r"|\blast (?=(?:police and crime )?commissioner\b|pcc\b|chief\b|chair)"
    r"|\bbefore (?=(?-i:[A-Z])|him\b|her\b|them\b"
    r"|(?:the|this) (?:current|present|new)? ?(?:one|holder)\b)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:predecessors?|previous(?:ly)?|former(?:ly)?|outgoing|retire[ds]?|retirement"
    r"|succe(?:eds?|eded|eding|ssor)|replac(?:e[ds]?|ing)|(?:stood|stepped) down"
    r"|left (?:the )?office|who was|until)\b",
    re.IGNORECASE,
)


_OF_ANOTHER_GRADE = re.compile(
    r"\b(?:previous|former|outgoing|predecessor as) (?P<grade>deputy|assistant|vice)\b",
    re.IGNORECASE,
)


def asks_for_predecessor(asked: str) -> bool:
    """Whether a question of who somebody was is of the one before another."""
    return _ASKED.search(asked) is not None


def tells_of_predecessor(asked: str, text: str) -> bool:
    """Whether `text` names a person whom `asked` does not, as one who was there before."""
    spoken = stems(asked)
    another = any(not stems(name) <= spoken for name in people_in(text))
    graded = _OF_ANOTHER_GRADE.search(text)
    of_the_grade = graded is None or graded["grade"].lower() in asked.lower()
    return another and of_the_grade and _TOLD.search(text) is not None
